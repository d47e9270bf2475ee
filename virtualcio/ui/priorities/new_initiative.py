"""A new initiative, opened with its name ready to be typed."""

from virtualcio.actions.edit import add_record
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.texts import translate
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.shell import Shell


def new_initiative(shell: Shell, company: OpenCompany) -> None:
    """Add one and go to its name."""
    record = add_record(company, table("initiatives"))
    shell.go("priorities", "initiatives", record.id, column="name")


def new_initiative_action(shell: Shell, company: OpenCompany) -> HeaderAction:
    """The button of the header."""
    words = translate(table("initiatives").singular)
    return HeaderAction(words, lambda: new_initiative(shell, company), primary=True, icon="plus")
