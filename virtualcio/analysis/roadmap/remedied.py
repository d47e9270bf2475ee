"""What the plan puts right, and when: the remedies that come with initiatives."""

from collections.abc import Iterable, Mapping
from datetime import date

from virtualcio.analysis.calendar_days import ONE_DAY, month_end
from virtualcio.analysis.roadmap.month_numbers import last_day
from virtualcio.analysis.roadmap.plan import Plan
from virtualcio.model import InitiativeApplication, InitiativeAsset
from virtualcio.model.company_data import CompanyData


def remedied_on(data: CompanyData, plan: Plan, today: date) -> Mapping[str, date]:
    """Assets and applications by key, with the last day of the last month of the initiative that remedies
    them; of several the earliest. Source: rules.md section 1.

    What should be over by now and is not done puts nothing right before the end of the month: it is late,
    and what is done stands in the inventory already.
    """
    soonest = month_end(today + ONE_DAY)
    found: dict[str, date] = {}
    for task in plan.on_plan:
        day = max(last_day(task.end() - 1), soonest)
        for key in _things(data, task.id):
            found[key] = min(day, found.get(key, day))
    return found


def _things(data: CompanyData, initiative_id: str) -> Iterable[str]:
    for asset in data.where(InitiativeAsset, "initiative_id", initiative_id):
        yield asset.asset_id
    for application in data.where(InitiativeApplication, "initiative_id", initiative_id):
        yield application.application_id
