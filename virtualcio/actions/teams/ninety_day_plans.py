"""Plans of 90 days: made from a template with one click, filled with tasks, deleted with their open tasks."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from virtualcio.actions.delete import delete_records
from virtualcio.actions.journal_words import ADDED
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table
from virtualcio.analysis.teams.ninety_days import Stage
from virtualcio.errors import RefusedValue
from virtualcio.exchange.kpi_catalogue import catalogue_kpi
from virtualcio.exchange.ninety_day_templates import PlanTemplate, TemplateTask
from virtualcio.model import Kpi, NinetyDayPlan, Person, Task
from virtualcio.texts import Message, _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def add_plan_task(company: "OpenCompany", plan: NinetyDayPlan, text: str, stage: Stage | None) -> Task:
    """A task in one line, due on the last day of the stage (None: without a day), as one undo step.

    RefusedValue: there are no words.
    """
    name = " ".join(text.split())
    if not name:
        raise RefusedValue(mark("Say in a few words what is to happen."))
    due_on: date | None = None if stage is None else stage.last
    with company.workspace.change(Message(mark("Task: {name}"), {"name": name})) as edit:
        values = {"name": name, "plan": plan.id, "owner": plan.owner_id, "due_on": due_on}
        made = put_record(company, edit, table("tasks"), values)
    assert isinstance(made, Task)
    return made


def delete_plan(company: "OpenCompany", plan: NinetyDayPlan) -> int:
    """Delete a plan with its tasks that are still to be done, as one undo step; how many tasks went along.

    What is done stays in the list of tasks.
    """
    tasks = [one for one in company.data.where(Task, "plan_id", plan.id) if one.done_on is None]
    delete_records(company, [plan, *tasks])
    return len(tasks)


def start_plan(
    company: "OpenCompany", template: PlanTemplate, starts_on: date, owner_id: str | None = None
) -> NinetyDayPlan:
    """Make the plan with all its tasks as one undo step; day 1 is `starts_on`.

    A task goes to somebody whose role says so, else to `owner_id`, who leads the plan; it is linked to the
    company's KPI of the catalogue if there is one, else its note names the KPI. Who it is meant for is noted.
    """
    with company.workspace.change(Message(ADDED, {"name": template.name})) as edit:
        plan = NinetyDayPlan(
            name=template.name, starts_on=starts_on, template=template.key, owner_id=owner_id
        )
        edit.add(plan)
        for one in template.tasks:
            kpi = next(iter(company.data.where(Kpi, "catalogue_key", one.kpi)), None) if one.kpi else None
            edit.add(
                Task(
                    name=one.name,
                    owner_id=_somebody_for(company, one, owner_id),
                    due_on=starts_on + timedelta(days=one.day - 1),
                    plan_id=plan.id,
                    kpi_id=None if kpi is None else kpi.id,
                    note=_note(one, known=kpi is not None),
                )
            )
    return plan


def _somebody_for(company: "OpenCompany", task: TemplateTask, leads: str | None) -> str | None:
    """The first person of the company whose role sounds like it; external people only lead."""
    for person in company.data.all(Person):
        role = person.role.casefold()
        if not person.external and any(word in role for word in task.role.words):
            return person.id
    return leads


def _note(task: TemplateTask, *, known: bool) -> str:
    lines = [task.note, _("Meant for: {role}").format(role=task.role.name)]
    if task.kpi and not known:
        lines.append(_("Shows in the KPI “{name}”").format(name=catalogue_kpi(task.kpi).name))
    return "\n".join(line for line in lines if line)
