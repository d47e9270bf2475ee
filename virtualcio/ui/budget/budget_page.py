"""Step 5, what IT costs: the plan of several years, its lines, actual costs and the accounts of the books."""

from dataclasses import replace

from virtualcio.actions.open_company import OpenCompany
from virtualcio.formats import number
from virtualcio.texts import _
from virtualcio.ui.budget.actuals_part import ActualsPart
from virtualcio.ui.budget.lines_tab import LinesTab
from virtualcio.ui.budget.plan_part import PlanPart
from virtualcio.ui.business_case.case_part import CasePart
from virtualcio.ui.common.tabbed_page import TabbedPage, TabSpec, table_tab
from virtualcio.ui.depreciation.depreciation_part import DepreciationPart


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
    )
