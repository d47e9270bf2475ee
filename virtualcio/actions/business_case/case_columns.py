"""The columns of the inputs of a business case."""

from enum import StrEnum

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.inventory import choice_titles
from virtualcio.model import Initiative
from virtualcio.model.business_case import CaseInputKind
from virtualcio.model.inventory import AmountOrigin
from virtualcio.texts import mark

_BASICS = mark("Basics")
_AMOUNTS = mark("Amounts")

INPUT_KINDS: dict[StrEnum, str] = {
    CaseInputKind.ONE_OFF: mark("One-off cost"),
    CaseInputKind.RUNNING: mark("Running cost"),
    CaseInputKind.INTERNAL: mark("Own person-days"),
    CaseInputKind.SAVING: mark("Saving"),
    CaseInputKind.REVENUE: mark("Additional margin"),
    CaseInputKind.NOT_MONEY: mark("Benefit without a price"),
}

CASE_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("What it is"), Kind.TEXT, field="name", required=True, group=_BASICS, width=190,
           import_names=("name", "bezeichnung", "eingabe")),
    Column("kind", mark("Kind"), Kind.CHOICE, field="kind", choices=CaseInputKind,
           choice_titles=INPUT_KINDS, group=_BASICS, width=120,
           help=mark("Own person-days are shown apart, a benefit without a price is only described.")),
    Column("worst", mark("At worst"), Kind.MONEY, field="worst", least=0, group=_AMOUNTS, width=95,
           help=mark("A year, net. Of a cost the highest amount, of a benefit the lowest. Empty: as "
                     "expected.")),
    Column("expected", mark("Expected"), Kind.MONEY, field="expected", least=0, group=_AMOUNTS, width=95,
           help=mark("A year, net, above 0 for costs too. An input without it does not count yet."),
           import_names=("betrag", "erwartet")),
    Column("best", mark("At best"), Kind.MONEY, field="best", least=0, group=_AMOUNTS, width=95,
           help=mark("A year, net. Of a cost the lowest amount, of a benefit the highest. Empty: as "
                     "expected.")),
    Column("first_year", mark("From year"), Kind.INTEGER, field="first_year", least=0, most=5,
           group=_AMOUNTS, width=70, help=mark("0 is the start; year 1 are the twelve months after it.")),
    Column("last_year", mark("To year"), Kind.INTEGER, field="last_year", least=0, most=5, group=_AMOUNTS,
           width=70, help=mark("The last year in which the amount counts, up to 5.")),
    Column("origin", mark("Amount comes from"), Kind.CHOICE, field="amount_origin", choices=AmountOrigin,
           choice_titles=choice_titles.AMOUNT_ORIGINS, group=_AMOUNTS, width=110, shown=False,
           help=mark("Shows how sure the amount is: an invoice is surer than an estimate.")),
    Column("basis", mark("How it was found"), Kind.LONG_TEXT, field="basis", group=_BASICS, width=170,
           shown=False,
           help=mark("The calculation in words, such as 3 hours a week × 46 weeks × €48.")),
    Column("initiative", mark("Initiative"), Kind.REFERENCE, field="initiative_id", target=Initiative,
           required=True, group=_BASICS, width=180, import_names=("vorhaben", "initiative")),
)  # fmt: skip
