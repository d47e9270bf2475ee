"""Weights, computed KPIs and where a goal stands, each by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.analysis.small_company import TODAY, Rules, serves
from virtualcio.analysis.goals.capability_state import capability_state
from virtualcio.analysis.goals.computed_kpis import (
    contracts_tracked,
    growth_share,
    overdue_share,
    unsupported_under_critical,
)
from virtualcio.analysis.goals.goal_state import GoalState, goal_state, worst_of
from virtualcio.analysis.goals.goal_weights import normalised_weights, open_goals, sum_of_weights
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.analysis.inventory.contract_dates import contract_dates
from virtualcio.model import (
    Asset,
    Capability,
    Contract,
    Goal,
    GoalCapability,
    Initiative,
    InitiativeGoal,
    Kpi,
    Process,
    Record,
)
from virtualcio.model.contracts import RenewalKind
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import AssetCategory, Criticality


def goal(weight: str, **fields: object) -> Goal:
    return Goal(name="Ziel", weight=Decimal(weight), **fields)


def test_weights_are_shares_of_their_sum_and_the_sum_stays_as_typed() -> None:
    first, second = goal("60"), goal("30")
    assert sum_of_weights([first, second]) == 90
    assert normalised_weights([first, second]) == {first.id: Fraction(2, 3), second.id: Fraction(1, 3)}


def test_without_weights_all_goals_count_the_same_and_without_goals_none() -> None:
    three = [goal("0"), goal("0"), goal("0")]
    assert set(normalised_weights(three).values()) == {Fraction(1, 3)}
    assert normalised_weights([]) == {}
    assert sum_of_weights([]) == 0
    negative, positive = goal("-5"), goal("20")
    assert normalised_weights([negative, positive])[negative.id] == 0


def test_a_closed_goal_counts_no_more_from_its_day_on() -> None:
    kept, closed, later = goal("50"), goal("50", closed_on=TODAY), goal("50", closed_on=date(2026, 11, 23))
    rules = Rules(kept, closed, later)
    assert open_goals(rules.data, TODAY) == [kept, later]


def test_overdue_things_are_a_share_of_all_in_use() -> None:
    old = Asset(name="alt", category=AssetCategory.SERVER, purchase_date=date(2015, 1, 1))
    new = Asset(name="neu", category=AssetCategory.SERVER, purchase_date=date(2026, 1, 1))
    undated = Asset(name="?", category=AssetCategory.SERVER)
    gone = Asset(name="weg", purchase_date=date(2010, 1, 1), retired_on=date(2020, 1, 1))
    assert overdue_share(Rules(old, new, undated, gone).backlog()) == Decimal("33.33")
    assert overdue_share(Rules().backlog()) is None


def test_things_without_updates_count_once_each_under_critical_processes() -> None:
    critical = Process(name="Fertigung", criticality=Criticality.CRITICAL)
    high = Process(name="Lager", criticality=Criticality.HIGH)
    ended = Asset(name="Server", product="Oldie OS 1")
    other = Asset(name="Server 2", product="Oldie OS 1")
    safe = Asset(name="Server 3", product="Oldie OS 2")
    retired = Asset(name="Server 4", product="Oldie OS 1", retired_on=date(2025, 1, 1))
    links = [serves(one, critical) for one in (ended, safe, retired)]
    rules = Rules(critical, high, ended, other, safe, retired, links, serves(other, high))
    assert unsupported_under_critical(rules.data, rules.dues, TODAY) == 1


def test_the_growth_share_counts_open_initiatives_only() -> None:
    growth, order = goal("50", growth=True), goal("50")
    closed = goal("50", growth=True, closed_on=date(2026, 1, 1))
    serving, ordinary, late, done = (Initiative(name=name) for name in "abcd")
    done.state = InitiativeState.DONE
    rules = Rules(
        growth,
        order,
        closed,
        serving,
        ordinary,
        late,
        done,
        InitiativeGoal(initiative_id=serving.id, goal_id=growth.id, strength=1),
        InitiativeGoal(initiative_id=ordinary.id, goal_id=order.id),
        InitiativeGoal(initiative_id=ordinary.id, goal_id=growth.id, strength=0),
        InitiativeGoal(initiative_id=late.id, goal_id=closed.id),
        InitiativeGoal(initiative_id=done.id, goal_id=growth.id),
    )
    assert growth_share(rules.data, TODAY) == Decimal("33.33")
    assert growth_share(Rules(growth).data, TODAY) is None


def test_contracts_are_tracked_when_their_last_day_of_notice_is_known_or_not_needed() -> None:
    known = Contract(
        name="a", start=date(2024, 1, 1), term_months=12, renewal=RenewalKind.MONTHS, renewal_months=12
    )
    known.notice_count = 3
    unknown = Contract(
        name="b", start=date(2024, 1, 1), term_months=12, renewal=RenewalKind.MONTHS, renewal_months=12
    )
    ends = Contract(name="c", start=date(2026, 1, 1), term_months=24, renewal=RenewalKind.NONE)
    over = Contract(name="d", start=date(2020, 1, 1), term_months=12, renewal=RenewalKind.NONE)
    without = Contract(name="e")
    dates = [contract_dates(one, TODAY) for one in (known, unknown, ends, over, without)]
    assert contracts_tracked(dates) == 50  # known and ends, of four that run
    assert contracts_tracked([]) is None


def stands(one: Goal, *records: Record) -> GoalState:
    rules = Rules(one, *records)
    kpis = {
        kpi.id: KpiState(kpi.id, KpiStatus.BEHIND if kpi.name == "schlecht" else KpiStatus.ON_PLAN)
        for kpi in rules.data.all(Kpi)
    }
    return goal_state(rules.data, one, normalised_weights([one]), kpis, {})


def test_a_goal_knows_its_money_and_until_when_somebody_works_on_it() -> None:
    own = goal("35")
    portal = Initiative(name="Portal", one_off_cost=Decimal("46000.00"), start=date(2027, 10, 1), months=3)
    crm = Initiative(name="CRM", start=date(2027, 11, 1), months=3)  # to the end of January 2028
    idea = Initiative(name="Idee", one_off_cost=Decimal("40000.00"))
    none = Initiative(name="Nichts", one_off_cost=Decimal("1.00"))
    done = Initiative(name="Fertig", one_off_cost=Decimal("5.00"), state=InitiativeState.DONE)
    links = [InitiativeGoal(initiative_id=one.id, goal_id=own.id) for one in (portal, crm, idea, done)]
    found = stands(
        own, portal, crm, idea, none, done, *links, InitiativeGoal(
            initiative_id=none.id, goal_id=own.id, strength=0
        )
    )  # fmt: skip
    assert found.initiative_ids == (portal.id, crm.id, idea.id)
    assert (found.money, found.money_unknown, found.until) == (Decimal("86000.00"), 1, 2028)
    assert stands(own).until is None


def test_an_initiative_that_ends_in_december_ends_in_that_year() -> None:
    own = goal("35")
    portal = Initiative(name="Portal", start=date(2027, 10, 1), months=3)
    assert stands(own, portal, InitiativeGoal(initiative_id=portal.id, goal_id=own.id)).until == 2027


def test_a_goal_is_as_its_worst_kpi_and_of_a_closed_one_nothing_is_expected() -> None:
    own = goal("35")
    good, bad = Kpi(name="gut", goal_id=own.id), Kpi(name="schlecht", goal_id=own.id)
    assert stands(own, good, bad).worst is KpiStatus.BEHIND
    assert stands(own).worst is None
    assert worst_of([KpiStatus.ON_PLAN, KpiStatus.NOT_MEASURED]) is KpiStatus.NOT_MEASURED
    assert worst_of([KpiStatus.CLOSE, KpiStatus.INCOMPLETE]) is KpiStatus.CLOSE
    rules = Rules(own)
    assert goal_state(rules.data, own, {}, {}, {}).weight == 0


def test_a_goal_names_each_capability_it_needs_once() -> None:
    own = goal("35")
    crm = Capability(name="CRM")
    link = [GoalCapability(goal_id=own.id, capability_id=crm.id) for _ in range(2)]
    rules = Rules(own, crm, link)
    states = {crm.id: capability_state(rules.data, crm, TODAY, lambda _one: None)}
    assert goal_state(rules.data, own, {}, {}, states).capabilities == (states[crm.id],)
