"""`make run`: opens the window; without a display it takes the walk by itself, into out/."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"


def has_display() -> bool:
    """A real try: DISPLAY can be set and lead nowhere."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    trial = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    return subprocess.run([sys.executable, "-c", trial], capture_output=True, check=False).returncode == 0


def virtualcio(*words: str, expected: tuple[int, ...] = (0, 1)) -> None:
    print(f"  virtualcio {' '.join(words)}", flush=True)
    ended = subprocess.run([sys.executable, "-m", "virtualcio", *words], cwd=ROOT, check=False)
    if ended.returncode not in expected:
        raise SystemExit(ended.returncode)


def walk() -> None:
    """Demo company, analyses, a picture of every page, the workbook."""
    print("There is no display here, so the program takes its walk by itself. What it makes lies in out/.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    OUT.mkdir(exist_ok=True)
    company = OUT / "demo.vcio"
    for left in (company, OUT / "demo.xlsx"):
        left.unlink(missing_ok=True)
    virtualcio("demo", str(company))
    for what in ("backlog", "contracts", "dependencies", "checks"):
        virtualcio("show", str(company), what)
    virtualcio("export", str(company), str(OUT / "demo.xlsx"))
    virtualcio("verify", str(company))
    virtualcio("screenshots", str(company), str(OUT / "pictures"))
    print("Done: out/demo.vcio, out/demo.xlsx and out/pictures/")


if __name__ == "__main__":
    if has_display():
        sys.exit(subprocess.call([sys.executable, "-m", "virtualcio", *sys.argv[1:]], cwd=ROOT))
    walk()
