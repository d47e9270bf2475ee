"""What stands where no initiative is open yet: type one, import a list, take what is overdue."""

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.texts import _, translate
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.priorities.new_initiative import new_initiative
from virtualcio.ui.priorities.remedy_choice import propose_from_overdue


def no_initiatives(shell: Shell, company: OpenCompany, text: str) -> EmptyState:
    """The empty state of ranking and dependencies; `text` says what belongs there."""
    spec = table("initiatives")
    example = _("For example: {example}").format(example=translate(spec.empty_example))
    return EmptyState(
        _("No initiative is open"),
        text,
        example,
        [
            HeaderAction(
                _("Type it in"), lambda: new_initiative(shell, company), primary=True, icon="pencil"
            ),
            HeaderAction(_("Import from Excel"), lambda: shell.go("import", tab=spec.key), icon="table-2"),
            overdue_action(shell, company),
        ],
    )


def overdue_action(shell: Shell, company: OpenCompany) -> HeaderAction:
    """The way from what is overdue to initiatives."""
    words = _("Propose from overdue systems")
    return HeaderAction(words, lambda: propose_from_overdue(shell, company), icon="hourglass")
