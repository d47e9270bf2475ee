"""The columns of accounts of the books and of actual costs."""

from virtualcio.actions.budget.budget_words import CATEGORY_TITLES, KIND_TITLES
from virtualcio.actions.budget.line_status import actual_this_year, category_of_actual
from virtualcio.actions.columns import Column, Kind
from virtualcio.model import Account
from virtualcio.model.expense import BudgetCategory, CostKind
from virtualcio.texts import mark

_BASICS = mark("Basics")

ACCOUNT_COLUMNS: tuple[Column, ...] = (
    Column("number", mark("Account number"), Kind.TEXT, field="number", required=True, group=_BASICS,
           width=110, help=mark("The number of the account under which bookkeeping enters it."),
           import_names=("konto", "kontonummer", "konto-nr.", "kontonr.", "sachkonto", "nummer", "account")),
    Column("name", mark("Name of the account"), Kind.TEXT, field="name", group=_BASICS, width=240,
           import_names=("name", "bezeichnung", "kontobezeichnung", "kontoname", "beschriftung")),
    Column("category", mark("Category"), Kind.CHOICE, field="category", choices=BudgetCategory,
           choice_titles=CATEGORY_TITLES, group=_BASICS, width=150,
           help=mark("Which part of the budget its costs are compared with."),
           import_names=("kategorie", "kostenart")),
    Column("kind", mark("How it is booked"), Kind.CHOICE, field="kind", choices=CostKind,
           choice_titles=KIND_TITLES, group=_BASICS, width=150, spare=True,
           help=mark("A capital investment is entered as property and written off over its years of use; "
                     "everything else is an expense at once."),
           import_names=("investition", "buchungsart")),
    Column("this_year", mark("This fiscal year"), Kind.MONEY, compute=actual_this_year, group=_BASICS,
           width=120, help=mark("What the books say was spent on it in this fiscal year, net.")),
    Column("counts", mark("Counts as IT"), Kind.YES_NO, field="counts", group=_BASICS, width=110,
           help=mark("No: nothing of IT is in it, so it is left out of all figures."),
           import_names=("zählt", "it-kosten", "it")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung")),
)  # fmt: skip

ACTUAL_COLUMNS: tuple[Column, ...] = (
    Column("account", mark("Account"), Kind.REFERENCE, field="account_id", target=Account, required=True,
           group=_BASICS, width=230, import_names=("konto", "sachkonto", "kontonummer", "account")),
    Column("first_on", mark("From"), Kind.DATE, field="first_on", required=True, group=_BASICS, width=100,
           import_names=("von", "ab", "zeitraum von", "monat")),
    Column("last_on", mark("Until"), Kind.DATE, field="last_on", required=True, group=_BASICS, width=100,
           import_names=("bis", "zeitraum bis")),
    Column("amount", mark("Amount (net)"), Kind.MONEY, field="amount", required=True, group=_BASICS,
           width=120, help=mark("Without VAT, what was booked in this time. Below 0: a credit."),
           import_names=("betrag", "saldo", "summe", "ist", "kosten", "amount")),
    Column("category", mark("Category"), Kind.CHOICE, compute=category_of_actual, choices=BudgetCategory,
           choice_titles=CATEGORY_TITLES, group=_BASICS, width=150, spare=True,
           help=mark("Which part of the budget it is compared with: that of its account.")),
    Column("source", mark("Source"), Kind.TEXT, field="source", group=_BASICS, width=170, spare=True,
           help=mark("The list it comes from, such as “totals and balances of October”."),
           import_names=("quelle", "liste")),
    Column("listed_company", mark("Company in the list"), Kind.TEXT, field="listed_company", group=_BASICS,
           width=170, shown=False, help=mark("Whose books the list is about, as its head says.")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung")),
)  # fmt: skip
