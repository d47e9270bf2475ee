"""Which content each station of the review has."""

from collections.abc import Callable, Mapping

from virtualcio.actions.open_company import OpenCompany
from virtualcio.model.review import ReviewStation
from virtualcio.ui.review.station_content import Content
from virtualcio.ui.review.station_goals import adoption_station, kpi_station
from virtualcio.ui.review.station_plan import initiatives_station
from virtualcio.ui.review.station_renewals import renewals_station
from virtualcio.ui.review.station_running import budget_station, security_station

_CONTENTS: Mapping[ReviewStation, Callable[[OpenCompany], Content]] = {
    ReviewStation.KPIS: kpi_station,
    ReviewStation.ADOPTION: adoption_station,
    ReviewStation.INITIATIVES: initiatives_station,
    ReviewStation.RENEWALS: renewals_station,
    ReviewStation.SECURITY: security_station,
    ReviewStation.BUDGET: budget_station,
}


def content_of(company: OpenCompany, station: ReviewStation) -> Content:
    """What is looked at there; the last station, of decisions, has no content but a panel of its own."""
    return _CONTENTS[station](company)
