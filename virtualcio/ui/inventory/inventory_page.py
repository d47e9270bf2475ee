"""Step 1, what is there: a tab for each kind of thing, each with its table and its details."""

from virtualcio.actions.tables import INVENTORY_KEYS
from virtualcio.ui.common.tabbed_page import TabbedPage, table_tab


class InventoryPage(TabbedPage):
    """Every tab is a table."""

    TABS = tuple(table_tab(key) for key in INVENTORY_KEYS)
