"""The layers hold: by imports, and where those cannot tell, by reading the code."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "virtualcio").rglob("*.py"))


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def in_layer(*layers: str) -> list[Path]:
    return [file for file in SOURCES if file.relative_to(ROOT / "virtualcio").parts[0] in layers]


def dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def test_imports_run_downwards_only() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run(
        [str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("file", in_layer("model", "analysis"), ids=lambda file: str(file.relative_to(ROOT)))
def test_model_and_analysis_ask_no_clock_and_no_session(file: Path) -> None:
    clocks = {
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "time.time",
        "time.monotonic",
    }
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Call):
            called = dotted(node.func).removeprefix("datetime.")
            assert called not in clocks, f"line {node.lineno} asks the clock"
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy"):
            names = {alias.name for alias in node.names}
            assert not names & {"Session", "sessionmaker", "create_engine", "select", "text"}, node.lineno


def test_rows_are_written_in_one_place_only() -> None:
    """Everything that changes rows comes through `workspace.change`, which journals it and calls rows.py."""
    for file in SOURCES:
        if file == ROOT / "virtualcio" / "store" / "rows.py":
            continue
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy"):
                names = {alias.name for alias in node.names}
                assert not names & {"update", "delete"}, f"{file.name} writes past the journal"


def test_pages_hold_no_sums_no_sql_and_no_formats() -> None:
    for file in in_layer("ui"):
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Call):
                called = dotted(node.func)
                assert called != "sum" or "layout" in ast.unparse(node) or "width" in ast.unparse(node), (
                    f"{file.relative_to(ROOT)}:{node.lineno} adds up: {ast.unparse(node)}"
                )
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not re.match(r"(SELECT|INSERT|UPDATE|DELETE)\s", node.value), (
                    f"{file.name}:{node.lineno}"
                )


def test_no_file_has_more_than_300_lines() -> None:
    places = ("virtualcio", "tests", "scripts", "benchmarks", "migrations")
    files = [file for place in places for file in (ROOT / place).rglob("*.py")]
    long = {str(f.relative_to(ROOT)): n for f in files if (n := len(f.read_text().splitlines())) > 300}
    assert not long


def test_names_say_the_thing() -> None:
    vague = {"utils", "util", "helpers", "helper", "misc", "manager", "common_utils", "stuff", "base_manager"}
    assert not [file for file in SOURCES if file.stem in vague]


def test_every_module_says_what_it_is_for() -> None:
    silent = [f for f in SOURCES if f.read_text().strip() and ast.get_docstring(tree_of(f)) is None]
    assert not silent


def test_lock_files_hold_hashes_and_no_addresses() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "--index-url" not in text
        assert "--find-links" not in text


def test_every_part_that_is_installed_with_the_program_is_named_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    readme = (ROOT / "README.md").read_text().lower()
    for part in project["dependencies"]:
        name = re.split(r"[\[<>=]", part)[0].lower()
        assert name in readme, f"{name} is missing in README's list of parts"
