"""What the time plan proposes and draws follows the same rules as its conflicts."""

from datetime import date

from tests.actions.conftest import MakeCompany
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.plan_rows import first_possible_month, plan_of
from virtualcio.analysis.roadmap.conflict import ConflictKind
from virtualcio.model import Initiative, InitiativeDependency
from virtualcio.model.initiatives import InitiativeState


def initiative(name: str, start: date | None = None, **fields: object) -> Initiative:
    fields.setdefault("state", InitiativeState.PLANNED)
    return Initiative(name=name, start=start, **fields)


def needs(later: Initiative, earlier: Initiative, lag: int = 0) -> InitiativeDependency:
    return InitiativeDependency(initiative_id=later.id, prerequisite_id=earlier.id, lag_months=lag)


def contradicts(company: OpenCompany) -> bool:
    return any(one.kind is ConflictKind.PREREQUISITE for one in company.results.conflicts)


def test_the_month_that_is_proposed_is_the_next_one(make_company: MakeCompany) -> None:
    one = initiative("Portal")
    assert first_possible_month(make_company(one), one) == date(2026, 12, 1)


def test_a_first_day_within_a_month_allows_that_month_as_the_plan_does(make_company: MakeCompany) -> None:
    one = initiative("Portal", earliest_start=date(2027, 3, 15))
    assert first_possible_month(make_company(one), one) == date(2027, 3, 1)


def test_what_is_needed_first_is_waited_for_with_its_lag(make_company: MakeCompany) -> None:
    earlier, later = initiative("ERP", date(2027, 1, 1), months=4), initiative("Portal")
    company = make_company(earlier, later, needs(later, earlier, 2))
    assert first_possible_month(company, later) == date(2027, 7, 1)


def test_nothing_waits_for_what_was_finished_before_its_time(make_company: MakeCompany) -> None:
    done = initiative(
        "ERP", date(2026, 9, 1), months=12, state=InitiativeState.DONE, finished_on=date(2026, 11, 3)
    )
    later = initiative("Portal")
    assert first_possible_month(make_company(done, later, needs(later, done)), later) == date(2026, 12, 1)


def test_an_arrow_is_broken_where_the_plan_contradicts_itself_and_nowhere_else(
    make_company: MakeCompany,
) -> None:
    for start, broken in ((date(2027, 3, 1), True), (date(2027, 4, 1), False)):
        earlier, later = initiative("ERP", date(2027, 1, 1), months=3), initiative("Portal", start)
        company = make_company(earlier, later, needs(later, earlier))
        assert [arrow.broken for arrow in plan_of(company).arrows] == [broken]
        assert contradicts(company) is broken


def test_an_arrow_from_what_was_finished_in_the_same_month_is_whole(make_company: MakeCompany) -> None:
    done = initiative(
        "ERP", date(2026, 9, 1), months=3, state=InitiativeState.DONE, finished_on=date(2026, 11, 3)
    )
    later = initiative("Portal", date(2026, 11, 1), state=InitiativeState.RUNNING)
    company = make_company(done, later, needs(later, done))
    assert [arrow.broken for arrow in plan_of(company).arrows] == [False]
    assert not contradicts(company)
