"""What new rows of budget and review start with that need more than a name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.analysis.calendar_days import add_months, period_end
from virtualcio.analysis.review.due import quarter_start_of
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Account,
    ActualCost,
    AdoptionCount,
    CouncilMeeting,
    Initiative,
    Kpi,
    OutcomeKpi,
    OutcomeReview,
    Record,
    Review,
    ReviewNote,
    Visit,
)
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.review import ReviewStation
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Values = dict[str, Any]  # by column key


def _actual_cost(company: "OpenCompany", values: Values) -> None:
    """The month before this one, on the first account."""
    if not values.get("account"):
        accounts = sorted(company.data.all(Account), key=lambda one: one.number)
        if not accounts:
            raise RefusedValue(mark("An actual cost stands on an account. Add the account first."))
        values["account"] = accounts[0].id
    if values.get("first_on") is None:
        values["first_on"] = add_months(company.today.replace(day=1), -1)
    if values.get("last_on") is None:
        values["last_on"] = period_end(values["first_on"], 1)
    if values.get("amount") is None:
        values["amount"] = 0


def _review(company: "OpenCompany", values: Values) -> None:
    """This quarter, or the first one after the last that has a review already."""
    if values.get("quarter_start") is None:
        taken = {review.quarter_start for review in company.data.all(Review)}
        start = quarter_start_of(company.today)
        while start in taken:
            start = add_months(start, 3)
        values["quarter_start"] = start
    if not values.get("name"):
        values["name"] = formats.quarter(values["quarter_start"])


def _day_held(company: "OpenCompany", values: Values) -> None:
    values.setdefault("held_on", company.today)


def _visit(company: "OpenCompany", values: Values) -> None:
    values.setdefault("held_on", company.today)
    values.setdefault("days", 1)


def _outcome(company: "OpenCompany", values: Values) -> None:
    """The first finished initiative that has none yet; else the first of all."""
    if values.get("initiative"):
        return
    initiatives = company.data.all(Initiative)
    taken = {row.initiative_id for row in company.data.all(OutcomeReview)}
    free = [one for one in initiatives if one.id not in taken]
    done = [one for one in free if one.state is InitiativeState.DONE]
    values["initiative"] = _first(done or free or list(initiatives))


def _adoption(company: "OpenCompany", values: Values) -> None:
    values.setdefault("counted_on", company.today)
    if not values.get("initiative"):
        values["initiative"] = _first(list(company.data.all(Initiative)))


def _first(initiatives: list[Initiative]) -> str:
    if not initiatives:
        raise RefusedValue(mark("This is about an initiative. Add the initiative first."))
    return initiatives[0].id


def _review_note(_company: "OpenCompany", values: Values) -> None:
    values.setdefault("station", ReviewStation.KPIS)


def _outcome_kpi(company: "OpenCompany", values: Values) -> None:
    """The first KPI that is not there yet."""
    if values.get("kpi"):
        return
    taken = {row.kpi_id for row in company.data.where(OutcomeKpi, "outcome_id", values["outcome"])}
    free = [kpi.id for kpi in company.data.all(Kpi) if kpi.id not in taken]
    if not free:
        raise RefusedValue(mark("There is no other KPI that could be added. Add the KPI first."))
    values["kpi"] = free[0]


STEERING_DEFAULTS: "dict[type[Record], Callable[[OpenCompany, Values], None]]" = {
    ActualCost: _actual_cost,
    Review: _review,
    CouncilMeeting: _day_held,
    Visit: _visit,
    OutcomeReview: _outcome,
    AdoptionCount: _adoption,
    ReviewNote: _review_note,
    OutcomeKpi: _outcome_kpi,
}
