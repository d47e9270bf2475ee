"""The initiatives as a table, with ways to their business cases and work orders, and one more way to begin:
from what is overdue.
"""

from collections.abc import Sequence

from virtualcio.actions.business_case.case_words import link_words
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.remedy_proposals import has_proposals
from virtualcio.actions.tables import table
from virtualcio.actions.teams.order_status import orders_of, orders_words
from virtualcio.actions.teams.work_orders import order_from
from virtualcio.errors import UserError
from virtualcio.model import Initiative
from virtualcio.texts import _
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.priorities.no_initiatives import overdue_action


class InitiativesTab(RecordTab):
    """A table tab."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.case_link = TextLink("", ink="accent")
        self.order_link = TextLink("", ink="accent")
        super().__init__(shell, company, table("initiatives"))
        self.inspector.parts.column.insertWidget(1, self.case_link)  # below what it means
        self.inspector.parts.column.insertWidget(2, self.order_link)
        self.case_link.clicked.connect(self._to_case)
        self.order_link.clicked.connect(self.on_order)

    def _show_selected(self) -> None:
        super()._show_selected()
        records = self._selected()
        only = records[0] if len(records) == 1 else None
        for link in (self.case_link, self.order_link):
            link.setVisible(isinstance(only, Initiative))
        if isinstance(only, Initiative):
            words = link_words(self._company.results.business_case(only))
            self.case_link.setText(words)
            self.case_link.setAccessibleName(words)
            words = orders_words(self._company, only)
            self.order_link.setText(words)
            self.order_link.setAccessibleName(words)

    def _to_case(self) -> None:
        self._shell.go("budget", "business_case", self._selected()[0].id)

    def on_order(self) -> None:
        """To the work order of the initiative; if there is none yet, one is made of what is known of it."""
        initiative = self._selected()[0]
        assert isinstance(initiative, Initiative)
        orders = orders_of(self._company, initiative)
        try:
            order = orders[0] if orders else order_from(self._company, initiative)
        except UserError as refused:
            self._shell.refuse(refused)
            return
        self._shell.go("roadmap", "work_orders", order.id)

    def header_actions(self) -> Sequence[HeaderAction]:
        """Overdue systems that nobody has planned yet are offered as long as there are some."""
        actions = list(super().header_actions())
        if self._company.data.count(Initiative) and has_proposals(self._company):
            tip = _("Propose from overdue systems")
            slot = overdue_action(self._shell, self._company).slot
            actions.insert(0, HeaderAction(_("Plan what is overdue"), slot, tip=tip))
        return actions

    def more_ways(self) -> Sequence[HeaderAction]:
        return [overdue_action(self._shell, self._company)]
