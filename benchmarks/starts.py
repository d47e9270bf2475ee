"""Start to painted start screen and to painted overview, as ratios to named floors, taken in turns."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 11


def one_start(words: Sequence[str], home: Path) -> float:
    """Seconds from starting the process to its first paint; compiled modules are kept in `home`, as an
    installed program keeps them."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "VIRTUALCIO_HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    began = time.time()
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.start_child", *words],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return float(ended.stdout.splitlines()[-1]) - began


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Medians in seconds and the two ratios."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        demo = home / "demo.vcio"
        subprocess.run(
            [sys.executable, "-m", "virtualcio", "demo", str(demo)],
            cwd=ROOT, check=True, capture_output=True, env={**os.environ, "VIRTUALCIO_HOME": folder},
        )  # fmt: skip
        kinds: dict[str, Sequence[str]] = {
            "empty": ["empty"],
            "start": ["start"],
            "floor": ["floor"],
            "overview": ["overview", str(demo)],
        }
        times: dict[str, list[float]] = {kind: [] for kind in kinds}
        for _round in range(rounds + 1):
            for kind, words in kinds.items():
                times[kind].append(one_start(words, home))
    medians = {kind: statistics.median(taken[1:]) for kind, taken in times.items()}  # the first warms up
    return {
        **medians,
        "start_ratio": medians["start"] / medians["empty"],
        "overview_ratio": medians["overview"] / medians["floor"],
    }


def report() -> bool:
    """Print the medians; False if a limit is broken."""
    found = measure()
    lines = (
        ("empty PySide6 window", "empty", None, 0.0),
        ("painted start screen", "start", "start_ratio", 2.0),
        ("imports, models, empty window", "floor", None, 0.0),
        ("painted overview of the demo", "overview", "overview_ratio", 1.4),
    )
    kept = True
    for title, key, ratio, limit in lines:
        told = "" if ratio is None else f"{found[ratio]:.2f} x (limit {limit})"
        print(f"{title:32} {found[key] * 1000:6.0f} ms   {told}")
        kept = kept and (ratio is None or found[ratio] <= limit)
    return kept
