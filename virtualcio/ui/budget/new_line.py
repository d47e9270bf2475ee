"""A new typed line, and what stands where nothing is planned yet: type, import, or take contracts."""

from virtualcio.actions.edit import add_record
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.texts import _, translate
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.shell import Shell


def new_line(shell: Shell, company: OpenCompany) -> None:
    """Add a line and go to its name."""
    record = add_record(company, table("budget_lines"))
    shell.go("budget", "budget_lines", record.id, column="name")


def new_line_action(shell: Shell, company: OpenCompany) -> HeaderAction:
    """The button of the header."""
    words = translate(table("budget_lines").singular)
    return HeaderAction(words, lambda: new_line(shell, company), primary=True, icon="plus")


def no_lines(shell: Shell, company: OpenCompany) -> EmptyState:
    """Nothing produces a line: neither a typed one nor a contract, remedy or initiative."""
    ways = [
        HeaderAction(_("Type it in"), lambda: new_line(shell, company), primary=True, icon="pencil"),
        HeaderAction(_("Import from Excel"), lambda: shell.go("import"), icon="table-2"),
        HeaderAction(_("Enter contracts"), lambda: shell.go("inventory", tab="contracts"), icon="file-text"),
    ]
    return EmptyState(
        _("Nothing is planned yet"),
        _("Here you see what IT costs over several years, what it is for and whether it suffices. "
          "Contracts, planned remedies and initiatives bring their amounts with them; only what is "
          "missing is typed."),
        _("For example: Microsoft 365 · 62 × €12.90 a month · from January"),
        ways,
    )  # fmt: skip
