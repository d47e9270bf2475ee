"""What budget tables say: what makes two lines the same, and what they leave unsaid."""

from collections.abc import Hashable, Mapping
from datetime import date

from virtualcio.exchange.import_fields import RowDraft
from virtualcio.model.expense import Purpose
from virtualcio.texts import Message, mark

FILE_WORDS = ("budget", "planung", "haushalt", "kostenplan", "itkosten")


def purpose_from_links(draft: RowDraft, _today: date) -> None:
    """Who names a goal or an obligation has said what the money is for."""
    if draft.value("goal") is not None:
        draft.propose("purpose", Purpose.GOAL)
    elif draft.value("obligation") is not None:
        draft.propose("purpose", Purpose.DUTY)


def unsaid(draft: RowDraft, _today: date) -> None:
    """An amount without a day is in no year of the plan."""
    if draft.value("amount") is not None and draft.value("first_on") is None:
        said = mark("When it is paid is not said: the line counts in no year until it has a first payment.")
        draft.doubt("amount", Message(said))


RULES = (purpose_from_links, unsaid)


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The name with the first payment: the same line of two years are two lines."""
    name = str(values.get("name") or "").casefold()
    return (name, values.get("first_on")) if name else None
