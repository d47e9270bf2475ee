"""What the time plan says while there are no initiatives."""

from virtualcio.texts import _
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.shell import Shell


def no_plan(shell: Shell) -> EmptyState:
    """What belongs here, an example, and the way to the initiatives."""
    to_table = HeaderAction(
        _("Enter initiatives"), lambda: shell.go("priorities", tab="initiatives"), primary=True
    )
    return EmptyState(
        _("No initiatives yet"),
        _("Here you see what happens when, and whether it fits your people and your money. "
          "For that the program needs the initiatives of step 3."),
        _("For example: move the ERP to the cloud · 6 months · 40 person-days of our IT"),
        [to_table],
    )  # fmt: skip
