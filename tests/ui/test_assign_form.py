"""The box in which an expense is assigned says what it leads to already."""

from tests.ui.budget_window import BudgetWindow, window
from virtualcio.actions.budget.assigning import assign
from virtualcio.model import Goal
from virtualcio.ui.checks.assign_form import AssignForm

__all__ = ["window"]


def test_a_goal_that_an_expense_serves_already_is_named(window: BudgetWindow) -> None:
    company = window.company

    def said() -> str:
        [cloud] = [one for one in company.results.spending.expenses if one.record_id == "m365"]
        return AssignForm(window.page, company, cloud, lambda: None).goal.itemText(0)

    assert said() == "—"
    [cloud] = [one for one in company.results.spending.expenses if one.record_id == "m365"]
    assign(company, cloud, [company.data.find(Goal, "sicher")])
    assert said() == "Sicher bleiben (schon verknüpft)"
