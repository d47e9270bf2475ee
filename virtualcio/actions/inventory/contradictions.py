"""Values that cannot be true together, refused while typing. Doubtful but possible ones are findings."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from virtualcio.model import Application, Asset, Contract, Interface, Record
from virtualcio.texts import mark


@dataclass(frozen=True)
class Contradiction:
    """`holds(record)` is true if the record's `fields` contradict each other; `text` is the sentence."""

    kinds: tuple[type[Record], ...]
    fields: frozenset[str]
    holds: Callable[[Any], bool]
    text: str


def _before(record: Any, early: str, late: str) -> bool:
    """Whether the day that has to be the later one lies before the other."""
    first, second = getattr(record, early), getattr(record, late)
    return first is not None and second is not None and second < first


CONTRADICTIONS: tuple[Contradiction, ...] = (
    Contradiction(
        (Asset, Application),
        frozenset({"purchase_date", "retired_on"}),
        lambda record: _before(record, "purchase_date", "retired_on"),
        mark("It would be out of use before it was bought. Check both dates."),
    ),
    Contradiction(
        (Asset, Application),
        frozenset({"support_end", "extended_support_end"}),
        lambda record: _before(record, "support_end", "extended_support_end"),
        mark("Bought support cannot end before the ordinary support. Check both dates."),
    ),
    Contradiction(
        (Contract,),
        frozenset({"start", "agreed_end"}),
        lambda record: _before(record, "start", "agreed_end"),
        mark("The contract would end before it starts. Check its start and the agreed last day."),
    ),
    Contradiction(
        (Interface,),
        frozenset({"source_id", "target_id"}),
        lambda record: record.source_id == record.target_id,
        mark("An interface joins two different applications. Choose another one."),
    ),
)


def contradiction_in(record: Record, changed_field: str) -> str | None:
    """The sentence (message id) for the first contradiction that a change of `changed_field` made."""
    for rule in CONTRADICTIONS:
        if isinstance(record, rule.kinds) and changed_field in rule.fields and rule.holds(record):
            return rule.text
    return None
