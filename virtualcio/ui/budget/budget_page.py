"""Step 5, what IT costs: the plan of several years, its lines, actual costs and the accounts of the books."""

from collections.abc import Sequence
from dataclasses import replace

from virtualcio.actions.open_company import OpenCompany
from virtualcio.formats import number
from virtualcio.texts import _
from virtualcio.ui.budget.actuals_part import ActualsPart
from virtualcio.ui.budget.lines_tab import LinesTab
from virtualcio.ui.budget.plan_part import PlanPart
from virtualcio.ui.budget.responsibility_part import ResponsibilityPart
from virtualcio.ui.business_case.case_part import CasePart
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.tabbed_page import TabbedPage, TabSpec, table_tab
from virtualcio.ui.depreciation.depreciation_part import DepreciationPart
from virtualcio.ui.depreciation.write_workbooks import ask_and_write_tax

_FOR_TAX_ADVISOR = ("plan", "depreciation")


def _in_register(company: OpenCompany) -> str:
    return number(company.results.depreciation_count)


class BudgetPage(TabbedPage):
    """The plan, then what feeds it."""

    TABS = (
        TabSpec("plan", lambda: _("Plan"), PlanPart),
        replace(table_tab("budget_lines"), build=LinesTab),
        TabSpec("actual_costs", lambda: _("Actual costs"), ActualsPart),
        table_tab("accounts"),
        TabSpec("depreciation", lambda: _("Depreciation"), DepreciationPart, _in_register),
        TabSpec("business_case", lambda: _("Business case"), CasePart),
        TabSpec("responsibilities", lambda: _("Responsibilities"), ResponsibilityPart),
    )

    def header_actions(self) -> Sequence[HeaderAction]:
        """Beside the figures that the tax advisor gets."""
        own = super().header_actions()
        if self.current_tab() not in _FOR_TAX_ADVISOR:
            return own
        return [HeaderAction(_("Export for the tax advisor"), self.export_for_tax, icon="download"), *own]

    def export_for_tax(self) -> None:
        ask_and_write_tax(self.shell, self.company, self)
