"""The tables of the budget: lines typed by hand, actual costs, accounts of the books."""

from virtualcio.actions.budget import account_columns, budget_chips, budget_sentences, line_columns
from virtualcio.actions.columns import Table
from virtualcio.model import Account, ActualCost, BudgetLine
from virtualcio.texts import mark

BUDGET_TABLES: tuple[Table, ...] = (
    Table(
        "budget_lines", BudgetLine, mark("Budget line"), mark("Budget lines"), line_columns.COLUMNS,
        budget_chips.BUDGET_LINES, first=line_columns.FIRST, summary=budget_chips.lines_summary,
        sentence=budget_sentences.line_sentence, page="budget", importable=True,
        empty_text=mark("What IT costs besides contracts, remedies and initiatives belongs here; these bring "
                        "their own lines."),
        empty_example=mark("Training for the new ERP · €4,800 once in March 2027 · for a goal"),
    ),
    Table(
        "actual_costs", ActualCost, mark("Actual cost"), mark("Actual costs"),
        account_columns.ACTUAL_COLUMNS, budget_chips.ACTUAL_COSTS, name_field="account_id",
        summary=budget_chips.actuals_summary, sentence=budget_sentences.actual_sentence, page="budget",
        empty_text=mark("What bookkeeping says was spent belongs here; its list of accounts can be "
                        "imported."),
        empty_example=mark("4806 Maintenance · from 1 Jan 2026 to 31 Oct 2026 · €14,593.27"),
    ),
    Table(
        "accounts", Account, mark("Account"), mark("Accounts"), account_columns.ACCOUNT_COLUMNS,
        budget_chips.ACCOUNTS, name_field="number", sentence=budget_sentences.account_sentence, page="budget",
        importable=True,
        empty_text=mark("The accounts of your books in which IT costs stand belong here."),
        empty_example=mark("4806 · Maintenance of hardware and software · services"),
    ),
)  # fmt: skip

# As in tables.py: what a new row is called until the user names it.
BUDGET_NEW_NAMES: dict[str, str] = {
    "budget_lines": mark("New budget line"),
    "accounts": mark("New account"),
}
