"""The program says one version everywhere: the newest one of the list of changes."""

import re
import tomllib
from pathlib import Path

from virtualcio import __version__

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = re.compile(r"^## (\d+\.\d+\.\d+)\b", re.MULTILINE)


def versions_in_changes() -> list[str]:
    return HEADINGS.findall((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))


def test_the_program_has_the_version_that_the_list_of_changes_begins_with() -> None:
    assert versions_in_changes()[0] == __version__


def test_the_list_of_changes_goes_from_the_newest_version_to_the_oldest() -> None:
    found = versions_in_changes()
    as_numbers = [tuple(int(part) for part in one.split(".")) for one in found]
    assert as_numbers == sorted(set(as_numbers), reverse=True)


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "virtualcio.__version__"}
    written = [
        file.name
        for folder in ("virtualcio", "scripts")
        for file in (ROOT / folder).rglob("*.py")
        if f'"{__version__}"' in file.read_text(encoding="utf-8")
    ]
    assert written == ["__init__.py"]
