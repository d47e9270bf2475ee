"""README and the handbooks name only pictures that are there, and both handbooks know every page."""

import re
from pathlib import Path

import pytest

from scripts.pictures import MOST_BYTES, PICTURES, README_PICTURE, WANTED
from virtualcio.texts import LANGUAGES, mark, speaking, translate
from virtualcio.ui.pages import PAGES
from virtualcio.ui.shell.commands import COMMANDS
from virtualcio.ui.shell.handbook import FILES

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
TEXTS = (ROOT / "README.md", *(DOCS / name for name in FILES.values()))
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
KEY_WORDS = {"de": {"Ctrl": "Strg", "Shift": "Umschalt"}, "en": {}}


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_every_picture_that_is_named_is_there_and_described(text: Path) -> None:
    found = PICTURE.findall(text.read_text(encoding="utf-8"))
    assert found
    for words, name in found:
        assert words and (text.parent / name).is_file(), name


def test_every_picture_is_small_shown_somewhere_and_made_by_the_program() -> None:
    shown = {Path(name).name for text in TEXTS for _words, name in PICTURE.findall(text.read_text("utf-8"))}
    there = {path.name for path in PICTURES.iterdir()}
    assert (
        there
        == shown
        == {f"{name}-{code}.png" for name in WANTED.values() for code in LANGUAGES} | {README_PICTURE}
    )
    assert all(path.stat().st_size < MOST_BYTES for path in PICTURES.iterdir())


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_handbook_names_every_page_by_its_title_and_every_shortcut(code: str) -> None:
    words = (DOCS / FILES[code]).read_text(encoding="utf-8")
    with speaking(code):
        for spec in PAGES:
            assert f"### {translate(spec.title)}\n" in words, spec.key
    for keys in (keys for command in COMMANDS for keys in command.keys[:1]):
        for plain, spoken in KEY_WORDS[code].items():
            keys = keys.replace(plain, spoken)
        assert keys in words, keys


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_handbook_prints_in_bold_or_as_a_figure_is_on_the_screen(code: str) -> None:
    """Words that were renamed in the window are renamed in the handbook too."""
    words = (DOCS / FILES[code]).read_text(encoding="utf-8")
    on_screen = (
        mark("Start with an Excel list"), mark("See the example company"), mark("Undo the import"),
        mark("What comes next"), mark("Assigned spending"), mark("Backlog over time"),
        mark("How is this worked out?"), mark("Overdue"), mark("Rules"), mark("Import from Excel"),
        mark("Assumptions"), mark("Ends of support"), mark("Service lives"), mark("Restore a backup"),
        mark("Investment backlog today"), mark("Due within 12 months"), mark("Security check"),
        mark("Investment needed by due date"), mark("Investment backlog over time"),
        mark("Last day of notice"), mark("Decide by"), mark("Missing it costs"), mark("Remedy"),
    )  # fmt: skip
    with speaking(code):
        for text in on_screen:
            assert f"**{translate(text)}**" in words, translate(text)


def test_every_file_that_the_page_for_developers_names_exists_and_it_stays_one_page() -> None:
    words = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert len(words.splitlines()) < 90
    named = set(re.findall(r"(?<![\w/<>*])(?:[a-z_]+/)*[a-z_]+\.(?:py|md)\b", words))
    assert len(named) > 25
    folders = [ROOT / name for name in ("virtualcio", "tests", "scripts", "migrations")]
    files = [path.as_posix() for folder in folders for path in folder.rglob("*.*")]
    for name in named:
        assert any(path.endswith(f"/{name}") for path in files), name
