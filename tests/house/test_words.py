"""Every sentence of the interface is there in German, with the same placeholders, in the tone we want."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir

from scripts.compile_translations import TRANSLATIONS, merged

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = {
    "_": None,
    "mark": None,
    "translate": None,
    "translate_count": (1, 2),
    "ngettext": (1, 2),
    "translate_in": ((1, "c"), 2),
    "pgettext": ((1, "c"), 2),
}
PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")


@pytest.fixture(scope="module")
def german() -> Catalog:
    return merged("de")


@pytest.fixture(scope="module")
def in_code() -> dict[tuple[str | None, object], str]:
    """Context and id of every message in the code, and where it stands."""
    found: dict[tuple[str | None, object], str] = {}
    folder = str(ROOT / "virtualcio")
    for file, line, message, _comments, context in extract_from_dir(
        folder,
        [("**.py", "python")],
        keywords=KEYWORDS,  # type: ignore[arg-type]
    ):
        found[(context, message)] = f"{file}:{line}"
    return found


def entries(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, (tuple, list)) else (str(text),)


def test_every_sentence_is_there_in_german(
    german: Catalog, in_code: dict[tuple[str | None, object], str]
) -> None:
    known = {(message.context, message.id) for message in entries(german)}
    missing = [
        f"{where}: {message}"
        for (context, message), where in in_code.items()
        if (context, message) not in known
    ]
    assert not missing, "\n".join(missing)


def test_no_translation_is_empty_fuzzy_or_left_over(
    german: Catalog, in_code: dict[tuple[str | None, object], str]
) -> None:
    for message in entries(german):
        assert all(forms(message.string)), f"not translated: {message.id}"
        assert not message.fuzzy, message.id
    unused = [message.id for message in entries(german) if (message.context, message.id) not in in_code]
    assert not unused


def test_placeholders_are_the_same_in_both_languages(german: Catalog) -> None:
    for message in entries(german):
        wanted = {name for form in forms(message.id) for name in PLACEHOLDER.findall(form)}
        for form in forms(message.string):
            assert set(PLACEHOLDER.findall(form)) <= wanted, message.id
        assert {n for form in forms(message.string) for n in PLACEHOLDER.findall(form)} == wanted, message.id


def test_sentences_blame_nobody_and_beg_for_nothing(german: Catalog) -> None:
    unwanted = re.compile(r"ungültig|leider|\bbitte\b|Fehler 0x|fehlgeschlagen|\binvalid\b|\bplease\b", re.I)
    for message in entries(german):
        for form in (*forms(message.id), *forms(message.string)):
            assert not unwanted.search(form), form


def test_nothing_that_is_put_together_is_handed_to_the_translation() -> None:
    fstring = re.compile(r"(?<!\w)(?:_|mark|translate|translate_count|translate_in)\(\s*f[\"']")
    for file in (ROOT / "virtualcio").rglob("*.py"):
        assert not fstring.search(file.read_text()), file


def test_each_message_has_one_home() -> None:
    assert [folder.name for folder in TRANSLATIONS.iterdir() if folder.is_dir()] == ["de"]
