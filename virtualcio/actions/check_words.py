"""What belongs to a check besides its rule: its words, and the one action of its findings. Each step lists
its own; `finding_words.py` joins them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.tables import place_of
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Record

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class CheckWords:
    """What the check looks at (message ids), and what makes the title and detail of one finding."""

    title: str
    detail: str
    sentence: Callable[["OpenCompany", Finding], tuple[str, str]]


@dataclass(frozen=True)
class FindingAction:
    """Page, tab, record, chip and column as the shell takes them; "" where it does not matter. `column` can
    also be the key of a table whose rows belong to the record.
    """

    page: str
    tab: str = ""
    record: str = ""
    chip: str = ""
    column: str = ""


Target = Callable[["OpenCompany", Finding], FindingAction]


@dataclass(frozen=True)
class ActionKind:
    """`title` is a message id; `sign` a letter (§, €, !) or the name of an icon: what kind of thing it is."""

    title: str
    target: Target
    sign: str


def to_first(column: str, chip_for_many: str = "", kind: type[Record] | None = None) -> Target:
    """To the first object (of `kind`) in its table; of several the table is filtered by `chip_for_many`."""

    def target(company: "OpenCompany", finding: Finding) -> FindingAction:
        objects = [one for one in finding.objects if kind is None or one[0] is kind]
        if not objects:
            return FindingAction("checks")
        first_kind, key = objects[0]
        count = finding.params.get("count")
        chip = chip_for_many if isinstance(count, int) and count > 1 else ""
        return FindingAction(*place_of(company, first_kind, key), chip, column)

    return target


def to_tab(page: str, tab: str, column: str = "", kind: type[Record] | None = None) -> Target:
    """To the first object (of `kind`) on a tab that is no table."""

    def target(_company: "OpenCompany", finding: Finding) -> FindingAction:
        keys = [key for of_kind, key in finding.objects if kind is None or of_kind is kind]
        return FindingAction(page, tab, keys[0] if keys else "", "", column)

    return target
