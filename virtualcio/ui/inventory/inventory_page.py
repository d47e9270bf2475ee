"""Step 1, what is there: a tab for each kind of thing, each with its table and its details."""

from collections.abc import Sequence

from virtualcio.actions.inventory.security_words import count_words
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import INVENTORY_KEYS
from virtualcio.texts import _
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage, TabbedPage, TabSpec, table_tab

SECURITY = "security"
_BEHIND = "data_domains"  # the table after which the security check stands; incidents come next


def _security_tab(shell: Shell, company: OpenCompany) -> PartOfPage:
    # imported here: only who turns to it pays for its pictures
    from virtualcio.ui.inventory.security_tab import SecurityTab

    return SecurityTab(shell, company)


def _tabs() -> Sequence[TabSpec]:
    tables = [table_tab(key) for key in INVENTORY_KEYS]
    at = INVENTORY_KEYS.index(_BEHIND) + 1
    return (
        *tables[:at],
        TabSpec(SECURITY, lambda: _("Security check"), _security_tab, count_words),
        *tables[at:],
    )


class InventoryPage(TabbedPage):
    """Every tab is a table, but for the security check."""

    TABS = tuple(_tabs())
