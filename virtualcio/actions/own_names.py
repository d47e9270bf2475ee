"""What records are called that have no plain name: accounts of the books, meetings, visits."""

from collections.abc import Callable

from virtualcio import formats
from virtualcio.model import Account, CouncilMeeting, Record, Visit


def own_name(record: Record) -> str:
    """'4806 Wartung', '08.10.2026 Telefonie'; "" for all that are called by one field."""
    if isinstance(record, Account):
        return f"{record.number} {record.name}".strip()
    if isinstance(record, (CouncilMeeting, Visit)):
        return f"{formats.day(record.held_on)} {record.topic}".strip()
    return ""


def called(record: Record | None) -> str:
    """The name by which a field that leads to a record shows it; "" for none."""
    if record is None:
        return ""
    return own_name(record) or str(getattr(record, "name", ""))


def is_called(record: Record, folded: str, fold: Callable[[str], str]) -> bool:
    """Whether a typed name, already folded, means this record; an account is known by its number too."""
    names = [called(record)]
    if isinstance(record, Account):
        names += [record.number, record.name]
    return folded in [fold(name) for name in names if name]
