"""Promised against arrived, and how far people have come with something new."""

from datetime import date
from decimal import Decimal

import pytest

from virtualcio.analysis.review.adoption import adoption, adoption_of
from virtualcio.analysis.review.outcomes import Outcome, outcome_of
from virtualcio.model import (
    AdoptionCount,
    Company,
    Department,
    Initiative,
    InitiativeKpi,
    Kpi,
    OutcomeKpi,
    OutcomeReview,
    Record,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.goals import Better, TargetKind
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.review import AdoptionStage

TODAY = date(2026, 11, 22)


def portal(**fields: object) -> Initiative:
    return Initiative(name="Kundenportal", state=InitiativeState.DONE, **fields)


def company(*records: Record) -> CompanyData:
    return CompanyData([Company(name="Test"), *records])


def looked_at(data: CompanyData, initiative: Initiative, value: str | None = None) -> Outcome:
    last = None if value is None else Decimal(value)
    return outcome_of(data, initiative, 7, lambda _kpi, _day: last, TODAY)


def test_before_anybody_looked_it_is_what_is_known_today() -> None:
    one = portal(
        one_off_cost=Decimal("38000.00"),
        start=date(2026, 5, 1),
        months=3,
        finished_on=date(2026, 8, 20),
        promised_users=12,
    )
    kpi = Kpi(name="Lieferzeit", baseline=Decimal(9), target=Decimal(4))
    link = InitiativeKpi(initiative_id=one.id, kpi_id=kpi.id)
    found = looked_at(company(one, kpi, link), one, "5.3")
    assert found.review is None
    (row,) = found.kpis
    assert (row.promised, row.arrived, row.reached) == (Decimal(4), Decimal("5.3"), False)
    assert (found.planned_cost, found.actual_cost, found.cost_difference) == (Decimal("38000.00"), None, None)
    assert (found.planned_end, found.actual_end, found.days_late) == (
        date(2026, 7, 31),
        date(2026, 8, 20),
        20,
    )
    assert (found.planned_users, found.actual_users, found.use_percent) == (12, 7, Decimal("58.33"))


def test_what_was_written_down_stays_whatever_the_initiative_says_later() -> None:
    one = portal(one_off_cost=Decimal("99.00"), promised_users=99)
    kpi = Kpi(name="Lieferzeit", baseline=Decimal(9), target=Decimal(4))
    review = OutcomeReview(
        initiative_id=one.id,
        held_on=date(2026, 11, 1),
        planned_cost=Decimal("38000.00"),
        actual_cost=Decimal("40000.00"),
        planned_end=date(2026, 7, 31),
        actual_end=date(2026, 7, 24),
    )
    row = OutcomeKpi(outcome_id=review.id, kpi_id=kpi.id, promised=Decimal(6), arrived=Decimal("5.3"))
    found = looked_at(company(one, kpi, review, row), one, "8")
    assert (found.cost_difference, found.days_late) == (Decimal("2000.00"), -7)
    assert [(one.promised, one.arrived, one.reached) for one in found.kpis] == [
        (Decimal(6), Decimal("5.3"), True)
    ]
    assert found.use_percent is None  # nobody wrote down how many use it
    assert found.kpis_reached == 1


@pytest.mark.parametrize(
    ("fields", "arrived", "promised", "reached"),
    [
        ({"baseline": Decimal(9), "target": Decimal(4)}, "4", Decimal(4), True),
        ({"baseline": Decimal(20), "target": Decimal(30)}, "29.9", Decimal(30), False),
        ({"baseline": Decimal(20), "target": Decimal(30)}, None, Decimal(30), None),
        ({"target": Decimal(30)}, "31", Decimal(30), None),  # without a start nothing says what is better
        (
            {"target_kind": TargetKind.HOLD, "baseline": Decimal(95), "better": Better.HIGHER},
            "94",
            Decimal(95),
            False,
        ),
        (
            {
                "target_kind": TargetKind.BAND,
                "baseline": Decimal(50),
                "band_from": Decimal(20),
                "band_to": Decimal(40),
            },
            "25",
            None,
            True,
        ),
    ],
)
def test_reached_goes_by_the_direction_of_the_kpi(
    fields: dict[str, object], arrived: str | None, promised: Decimal | None, reached: bool | None
) -> None:
    one, kpi = portal(), Kpi(name="K", **fields)
    link = InitiativeKpi(initiative_id=one.id, kpi_id=kpi.id)
    (row,) = looked_at(company(one, kpi, link), one, arrived).kpis
    assert (row.promised, row.reached) == (promised, reached)


def count(one: Initiative, department: Department | None, day: date, *numbers: int) -> AdoptionCount:
    people, knowing, wanting, able, users, keeping = numbers
    return AdoptionCount(
        initiative_id=one.id,
        department_id=None if department is None else department.id,
        counted_on=day,
        people=people,
        knowing=knowing,
        wanting=wanting,
        able=able,
        users=users,
        keeping=keeping,
    )


def test_the_newest_count_of_each_department_adds_up() -> None:
    one, sales, works = portal(promised_users=20), Department(name="Vertrieb"), Department(name="Werk")
    data = company(
        one, sales, works,
        count(one, sales, date(2026, 8, 1), 12, 12, 9, 5, 2, 0),
        count(one, sales, date(2026, 11, 1), 12, 12, 11, 9, 7, 4),
        count(one, works, date(2026, 9, 1), 8, 6, 3, 3, 1, 1),
        count(one, works, date(2026, 12, 1), 8, 8, 8, 8, 8, 8),  # to come
    )  # fmt: skip
    (state,) = adoption(data, TODAY)
    assert (state.people, state.users, state.counted_on) == (20, 8, date(2026, 11, 1))
    assert [state.reached[stage] for stage in AdoptionStage] == [18, 14, 12, 8, 5]
    assert [state.shares[stage] for stage in AdoptionStage] == [
        Decimal("90.00"), Decimal("70.00"), Decimal("60.00"), Decimal("40.00"), Decimal("25.00"),
    ]  # fmt: skip
    assert state.reached_percent == Decimal("40.00")  # 8 of 20 promised
    # 4 are lost from knowing to wanting, 2, 4 from able to using, 3: the earliest of the two counts
    assert state.lost_after is AdoptionStage.KNOWING


def test_without_a_count_or_a_promise_nothing_is_claimed() -> None:
    one = portal()
    assert adoption_of(company(one), one, TODAY) is None
    state = adoption_of(company(one, count(one, None, TODAY, 0, 0, 0, 0, 0, 0)), one, TODAY)
    assert state is not None
    assert (state.reached_percent, state.shares[AdoptionStage.USING], state.lost_after) == (None, None, None)
