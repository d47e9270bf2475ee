"""The columns of budget lines typed by hand."""

from virtualcio.actions.budget.budget_words import CATEGORY_TITLES, KIND_TITLES, PURPOSE_TITLES
from virtualcio.actions.budget.line_status import line_standing, paid_next_year, paid_this_year
from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.inventory import choice_titles
from virtualcio.model import (
    Application,
    Asset,
    Contract,
    Goal,
    Initiative,
    Obligation,
    Person,
    Process,
    Supplier,
)
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.inventory import AmountOrigin
from virtualcio.texts import mark

_BASICS = mark("Basics")
_WHEN = mark("When it is paid")
_FOR = mark("What it is for")
_BOOKS = mark("In the books")
_END = mark("Cancelled")

FIRST = ("amount", "period", "first_on", "category", "kind", "purpose", "goal", "owner")

COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Budget line"), Kind.TEXT, field="name", required=True, group=_BASICS, width=210,
           import_names=("name", "bezeichnung", "position", "budgetzeile", "posten", "beschreibung", "item")),
    Column("category", mark("Category"), Kind.CHOICE, field="category", choices=BudgetCategory,
           choice_titles=CATEGORY_TITLES, group=_BASICS, width=140,
           import_names=("kategorie", "kostenart", "category")),
    Column("this_year", mark("This fiscal year"), Kind.MONEY, compute=paid_this_year, group=_WHEN,
           width=115, help=mark("What is paid for it in this fiscal year, net.")),
    Column("next_year", mark("Next fiscal year"), Kind.MONEY, compute=paid_next_year, group=_WHEN,
           shown=False, width=115, help=mark("What is paid for it in the next fiscal year, net.")),
    Column("kind", mark("How it is booked"), Kind.CHOICE, field="kind", choices=CostKind,
           choice_titles=KIND_TITLES, group=_BOOKS, shown=False, width=140,
           help=mark("A capital investment is entered as property and written off over its years of use; "
                     "everything else is an expense at once."),
           import_names=("investition", "buchungsart", "capex/opex", "aktivieren")),
    Column("amount", mark("Amount (net)"), Kind.MONEY, field="amount", least=0, group=_BASICS, width=110,
           spare=True,
           help=mark("Without VAT, of one payment. A credit belongs to the actual costs."),
           import_names=("betrag", "kosten", "summe", "netto", "betrag (netto)", "preis", "amount")),
    Column("amount_origin", mark("Amount comes from"), Kind.CHOICE, field="amount_origin",
           choices=AmountOrigin, choice_titles=choice_titles.AMOUNT_ORIGINS, group=_BASICS, shown=False,
           width=140, help=mark("Shows how sure the amount is: an invoice is surer than an estimate.")),
    Column("period", mark("Paid"), Kind.CHOICE, field="period", choices=PaymentPeriod,
           choice_titles=choice_titles.PERIODS, group=_WHEN, width=110, spare=True,
           import_names=("zahlung", "zahlweise", "turnus", "intervall", "rhythmus", "zahlungsweise")),
    Column("first_on", mark("First payment"), Kind.DATE, field="first_on", group=_WHEN, width=115,
           help=mark("The day of the first payment; the next ones follow on the same day of the month."),
           import_names=("erste zahlung", "ab", "von", "beginn", "datum", "fällig", "fällig am", "monat")),
    Column("last_on", mark("Paid until"), Kind.DATE, field="last_on", group=_WHEN, shown=False, width=110,
           help=mark("Nothing is paid after this day. Empty: it goes on."),
           import_names=("bis", "ende", "letzte zahlung", "endet am")),
    Column("price_increase_percent", mark("Price increase a year"), Kind.PERCENT,
           field="price_increase_percent", least=0, most=100, group=_WHEN, shown=False, width=130,
           help=mark("From the start of each fiscal year after that of the first payment."),
           import_names=("preissteigerung", "preiserhöhung", "indexierung")),
    Column("useful_life_years", mark("Written off over (years)"), Kind.INTEGER, field="useful_life_years",
           least=1, most=50, group=_BOOKS, shown=False, width=150,
           help=mark("Over how many years a capital investment is spread in the books."),
           import_names=("nutzungsdauer", "nutzungsdauer (jahre)", "afa-jahre")),
    Column("purpose", mark("Purpose"), Kind.CHOICE, field="purpose", choices=Purpose,
           choice_titles=PURPOSE_TITLES, group=_FOR, width=130, spare=True,
           help=mark("What the money is for: it moves a goal, meets a duty or keeps business running."),
           import_names=("zweck", "wofür")),
    Column("standing", mark("Golden thread"), Kind.STATUS, compute=line_standing, group=_FOR, width=165,
           help=mark("Whether the money leads to a process and to a goal or duty. Empty: a small expense.")),
    Column("goal", mark("Goal"), Kind.REFERENCE, field="goal_id", target=Goal, group=_FOR, width=150,
           spare=True, import_names=("ziel", "goal")),
    Column("obligation", mark("Obligation"), Kind.REFERENCE, field="obligation_id", target=Obligation,
           group=_FOR, shown=False, width=150, import_names=("pflicht",)),
    Column("process", mark("Process"), Kind.REFERENCE, field="process_id", target=Process, group=_FOR,
           shown=False, width=140, import_names=("prozess",)),
    Column("application", mark("Application"), Kind.REFERENCE, field="application_id", target=Application,
           group=_FOR, shown=False, width=140, import_names=("anwendung", "software")),
    Column("asset", mark("Asset"), Kind.REFERENCE, field="asset_id", target=Asset, group=_FOR, shown=False,
           width=140, import_names=("system", "gerät")),
    Column("contract", mark("Contract"), Kind.REFERENCE, field="contract_id", target=Contract, group=_FOR,
           shown=False, width=140,
           help=mark("Comes on top of what the contract costs anyway; do not enter that again."),
           import_names=("vertrag",)),
    Column("initiative", mark("Initiative"), Kind.REFERENCE, field="initiative_id", target=Initiative,
           group=_FOR, shown=False, width=150,
           help=mark("Comes on top of what the initiative costs anyway; do not enter that again."),
           import_names=("vorhaben", "projekt", "initiative")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person, group=_BASICS,
           width=130, spare=True, import_names=("verantwortlich", "zuständig", "owner")),
    Column("supplier", mark("Supplier"), Kind.REFERENCE, field="supplier_id", target=Supplier,
           group=_BASICS, shown=False, width=140,
           import_names=("lieferant", "anbieter", "dienstleister", "firma")),
    Column("cost_centre", mark("Cost centre"), Kind.TEXT, field="cost_centre", group=_BOOKS, shown=False,
           width=110, help=mark("The part of the company that bears the cost, as in bookkeeping."),
           import_names=("kostenstelle", "kst", "kst.")),
    Column("account", mark("Account number"), Kind.TEXT, field="account", group=_BOOKS, shown=False,
           width=110, help=mark("The number of the account under which bookkeeping enters it."),
           import_names=("konto", "sachkonto", "kontonummer")),
    Column("cancelled_on", mark("Cancelled on"), Kind.DATE, field="cancelled_on", group=_END, shown=False,
           width=110, help=mark("From this day on nothing more is planned for it."),
           import_names=("gestrichen am", "gestrichen")),
    Column("cancelled_reason", mark("Why cancelled"), Kind.TEXT, field="cancelled_reason", group=_END,
           shown=False, width=170, import_names=("grund der streichung",)),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung")),
)  # fmt: skip
