"""What the tests of bad input share: a company to begin with, and what a refusal has to look like."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from tests.journeys.walk import NOW, Walk
from tests.store.example_company import in_file as content_of
from virtualcio.actions.open_company import create_company
from virtualcio.model import Asset, Contract
from virtualcio.texts import Message
from virtualcio.ui.common.value_note import ValueNote

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples"


def company_file(folder: Path, name: str = "brandt") -> Path:
    """A file with one device and one contract, closed."""
    path = folder / f"{name}.vcio"
    company = create_company(path, "Schlosserei Brandt", today=NOW.date())
    with company.workspace.change(Message("Begun")) as edit:
        edit.add(
            Asset(name="NAS", quantity=2, cost=Decimal("799.00"), purchase_date=date(2020, 5, 1), note="alt")
        )
        edit.add(Contract(name="Wartung", start=date(2024, 3, 15), term_months=24))
    company.close()
    return path


def one_sentence(text: str, words: str, name: str = "") -> None:
    """One line in German that says what is wrong and ends like a sentence."""
    assert words in text and name in text, text
    assert "\n" not in text.strip() and text.strip().endswith("."), text
    for unwanted in ("Traceback", "Error", "errno", "No such", "Is a directory"):
        assert unwanted not in text, text


def type_and_save(walk: Walk, name: str) -> None:
    """The window lives: a cell can still be changed."""
    walk.page("inventory")
    walk.tab("assets")
    walk.cell("NAS", "note")
    walk.type(name)
    walk.press(Qt.Key.Key_Return)
    assert [getattr(one, "note", "") for one in walk.place.company.data.all(Asset)] == [name]


def note_of(walk: Walk) -> str:
    """The line beside the editor, "" if there is none."""
    shown = [note.text for note in walk.window.findChildren(ValueNote) if note.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else ""


def content_of_copy(path: Path, folder: Path) -> object:
    """What stands in a file that is open in the window."""
    copy = folder / "copy-to-look-at.vcio"
    copy.write_bytes(path.read_bytes())
    try:
        return content_of(copy)
    finally:
        copy.unlink()
