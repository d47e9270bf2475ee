"""Another first day of a 90-day plan: what is still to be done in it moves along."""

from datetime import date
from typing import TYPE_CHECKING

from virtualcio.model import NinetyDayPlan, Task

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

STARTS_ON = "starts_on"


def move_tasks_along(company: "OpenCompany", plan: NinetyDayPlan, before: date | None) -> None:
    """Within an open change, after the first day was set: open tasks keep their day of the plan.

    What is done stays on its day. A plan that had no first day leaves its tasks where they are.
    """
    if before is None or plan.starts_on is None:
        return
    moved = plan.starts_on - before
    for task in company.data.where(Task, "plan_id", plan.id):
        if task.done_on is None and task.due_on is not None:
            task.due_on += moved
