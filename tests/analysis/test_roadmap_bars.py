"""The bars of the time plan: where they lie, whose colour they have, what waits."""

from datetime import date
from decimal import Decimal

from tests.analysis.roadmap_records import job, month, results, takes, team
from virtualcio.analysis.roadmap.bars import Bar
from virtualcio.model import Goal, InitiativeGoal, InitiativeObligation, Obligation, Setting
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import InitiativeState


def helps(initiative: object, goal: Goal, strength: int) -> InitiativeGoal:
    return InitiativeGoal(initiative_id=getattr(initiative, "id", ""), goal_id=goal.id, strength=strength)


def test_a_bar_goes_from_its_first_month_to_the_first_day_after() -> None:
    erp = job("ERP", 2, 11, percent_done=30)
    assert results(erp).roadmap.bars == (
        Bar(erp.id, date(2027, 3, 1), 11, date(2028, 2, 1), 30, None, False),
    )


def test_a_start_within_a_month_means_that_month() -> None:
    erp = job("ERP")
    erp.start = date(2027, 2, 17)
    assert results(erp).roadmap.bars[0].start == date(2027, 2, 1)


def test_bars_stand_by_start_and_what_has_no_month_waits_most_useful_first() -> None:
    b, a, early = job("B", 3), job("A", 3), job("Z", 1)
    goal = Goal(name="Umsatz", weight=Decimal(100))
    weak, strong = job("Schwach", None), job("Stark", None)
    must = job("Muss", None, state=InitiativeState.IDEA)
    duty = Obligation(name="NIS-2", applies=Applies.YES)
    links = [
        helps(weak, goal, 1),
        helps(strong, goal, 3),
        InitiativeObligation(initiative_id=must.id, obligation_id=duty.id),
    ]
    plan = results(b, a, early, goal, weak, strong, must, duty, links).roadmap
    assert [bar.initiative_id for bar in plan.bars] == [early.id, a.id, b.id]
    assert plan.unplanned == (must.id, strong.id, weak.id)


def test_what_must_be_done_is_marked() -> None:
    must, duty = job("Muss"), Obligation(name="NIS-2", applies=Applies.YES)
    link = InitiativeObligation(initiative_id=must.id, obligation_id=duty.id)
    assert results(must, duty, link).roadmap.bars[0].is_must


def test_done_ones_stay_until_the_month_they_were_finished_dropped_ones_go() -> None:
    early = job("Früh", -4, 6, state=InitiativeState.DONE, finished_on=date(2026, 11, 3))
    untold = job("Ohne Tag", -2, 9, state=InitiativeState.DONE)
    no_start = job("Ohne Beginn", None, 3, state=InitiativeState.DONE, finished_on=date(2026, 12, 31))
    nothing = job("Ohne alles", None, 3, state=InitiativeState.DONE)
    dropped = job("Verworfen", 0, 3, state=InitiativeState.DROPPED)
    plan = results(early, untold, no_start, nothing, dropped).roadmap
    assert {bar.initiative_id: (bar.start, bar.end, bar.done) for bar in plan.bars} == {
        early.id: (month(-4), month(-1), True),
        untold.id: (month(-2), month(1), True),  # by the end of this month
        no_start.id: (month(-3), month(0), True),
    }
    assert plan.unplanned == ()


def test_the_colour_is_that_of_the_goal_it_does_most_for() -> None:
    sales, order = Goal(name="Umsatz", weight=Decimal(70)), Goal(name="Ordnung", weight=Decimal(30))
    closed = Goal(name="Alt", weight=Decimal(90), closed_on=date(2026, 1, 1))
    both, none, past, tie = job("Beide"), job("Nichts"), job("Vorbei"), job("Gleich")
    third = Goal(name="Aufbau", weight=Decimal(30))
    links = [
        helps(both, sales, 1), helps(both, order, 3), helps(both, closed, 3),  # 70 against 90
        helps(none, sales, 0), helps(past, closed, 2), helps(tie, order, 2), helps(tie, third, 2),
    ]  # fmt: skip
    bars = results(both, none, past, tie, sales, order, closed, third, links).roadmap.bars
    assert {bar.initiative_id: bar.goal_id for bar in bars} == {
        both.id: order.id, none.id: None, past.id: closed.id, tie.id: third.id,
    }  # fmt: skip


def test_the_horizon_is_a_setting() -> None:
    assert results(Setting(key="roadmap_months", value="24")).roadmap.months == 24


def test_bars_that_nobody_gave_days_to_are_named() -> None:
    pool, known, unknown, open_pool = team(10), job("A"), job("B"), job("C")
    plan = results(pool, known, unknown, open_pool, takes(known, 3, pool), takes(open_pool, 3, None)).roadmap
    assert plan.without_days == (unknown.id,)
