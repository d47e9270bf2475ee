"""A proposed plan beside today's, by hand: what moves, what is added or left out, and why."""

from datetime import date
from fractions import Fraction

from tests.analysis.roadmap_records import job, money_a_year, month, results, takes, team
from virtualcio.analysis.planning.comparison import Comparison, Fate, compare, starts_today
from virtualcio.analysis.planning.left_out import LeftOut, LeftOutKind, left_out
from virtualcio.analysis.planning.problem import Activity, PlanProblem
from virtualcio.analysis.planning.problem_of import problem_of
from virtualcio.analysis.planning.things_due import things_due
from virtualcio.analysis.planning.why_not_earlier import why_not_earlier
from virtualcio.analysis.roadmap.holds_back import HoldsBackKind
from virtualcio.model import Asset, InitiativeAsset, Record, Risk, RiskAsset

FIRST = 2027 * 12


def compared(starts: dict[str, int | None], *records: Record | list[Record]) -> Comparison:
    of = results(*records)
    problem, _bad = problem_of(of.plan, of.ranking)
    return compare(problem, of.plan, starts, why_not_earlier(problem, starts))


def test_each_initiative_says_where_it_was_and_where_it_comes() -> None:
    it = team(10)
    erp, portal = job("ERP", 4, 2), job("Portal", 1, 1)
    wish, scanner = job("Wunsch", None, 1), job("Scanner", 3, 1, optional=True)
    works = [takes(erp, 10, it), takes(portal, 10, it), takes(wish, 10, it)]
    found = compared(
        {erp.id: 0, portal.id: 2, wish.id: 3, scanner.id: None}, it, erp, portal, wish, scanner, works
    )
    by_key = {one.key: one for one in found.shifts}
    assert (by_key[erp.id].fate, by_key[erp.id].by) == (Fate.EARLIER, 4)
    assert (by_key[erp.id].before, by_key[erp.id].after) == (month(4), month(0))
    assert (by_key[portal.id].fate, by_key[portal.id].by) == (Fate.LATER, -1)
    assert (by_key[wish.id].fate, by_key[wish.id].before) == (Fate.ADDED, None)
    assert (by_key[scanner.id].fate, by_key[scanner.id].after) == (Fate.LEFT_OUT, None)
    assert found.changes_anything
    assert found.mean_earlier == Fraction(4 - 1, 2)  # nothing has a value here: each counts alike


def test_todays_plan_proposed_again_changes_nothing() -> None:
    it = team(10)
    erp = job("ERP", 2, 2)
    found = compared({erp.id: 2}, it, erp, takes(erp, 10, it))
    assert not found.changes_anything
    assert found.worth_before == found.worth_after
    assert found.mean_earlier == 0


def test_what_should_have_begun_counts_from_this_month() -> None:
    late = job("Spät", -3, 2)
    found = compared({late.id: 0}, late)
    (shift,) = found.shifts
    assert (shift.fate, shift.by, shift.before, shift.after) == (Fate.SAME, 0, month(-3), month(0))
    assert found.changes_anything  # its start is still to be moved


def test_an_overloaded_plan_of_today_does_not_fit_and_its_fullest_month_says_so() -> None:
    it = team(10)
    one, two = job("Eins", 0, 1), job("Zwei", 0, 1)
    records = [it, one, two, takes(one, 10, it), takes(two, 5, it)]
    found = compared({one.id: 0, two.id: 1}, *records)
    assert not found.today_fits
    (pool,) = found.pools
    assert (pool.before, pool.after) == (Fraction(3, 2), 1)
    assert found.bottleneck is not None
    assert (found.bottleneck.kind, found.bottleneck.pool) == (HoldsBackKind.POOL, it.id)
    assert found.bottleneck.until == month(0)


def test_money_of_both_plans_stands_by_fiscal_year() -> None:
    one = job("Eins", 0, 12, one_off_cost=12_000, running_cost=600)
    found = compared({one.id: 12}, one, money_a_year(20_000))
    years = {year.year: (year.before, year.after, year.limit) for year in found.years}
    assert years[2027] == (1_200_000, 0, 2_000_000)
    assert years[2028] == (60_000, 1_200_000, 2_000_000)


def test_starts_of_today_leave_out_what_has_none() -> None:
    planned, idea = job("Geplant", 5, 1), job("Idee", None, 1)
    of = results(planned, idea)
    problem, _bad = problem_of(of.plan, of.ranking)
    assert starts_today(problem, of.plan) == {planned.id: 5, idea.id: None}


def small(*activities: Activity, **fields: object) -> PlanProblem:
    known = {"first": FIRST, "months": 3, "capacity": {"it": (1000, 1000, 1000)}, "parallel": 3}
    return PlanProblem(activities=activities, **{**known, **fields})  # type: ignore[arg-type]  # by name


def test_what_is_left_out_has_the_reason_that_blocks_it_most_often() -> None:
    big = Activity("big", "Groß", 3, days=(("it", 3000),))
    short = Activity("short", "Kurz", 1, days=(("it", 100),))
    assert left_out(small(big, short), {"big": 0, "short": None}) == (
        LeftOut("short", LeftOutKind.DAYS, "it"),
    )


def test_too_many_at_once_too_dear_and_too_late_are_reasons_of_their_own() -> None:
    first, second = Activity("a", "A", 3, one_off=100_000), Activity("b", "B", 3, one_off=100_000)
    starts = {"a": 0, "b": None}
    assert left_out(small(first, second, parallel=1), starts)[0].kind is LeftOutKind.PLACES
    poor = small(first, second, money={2027: 150_000}, years={2027: (0, 12)})
    assert left_out(poor, starts)[0].kind is LeftOutKind.MONEY
    late = Activity("b", "B", 2, earliest=1, hard_end=2)
    assert left_out(small(first, late), starts)[0].kind is LeftOutKind.NO_MONTHS
    waits = Activity("c", "C", 1, needs=(("b", 0),))
    assert left_out(small(first, second, waits), {**starts, "c": None})[1] == LeftOut(
        "c", LeftOutKind.PREREQUISITE, "b"
    )
    assert left_out(small(first, Activity("b", "B", 1)), starts)[0].kind is LeftOutKind.NOT_WORTH


def test_a_thing_that_falls_due_costs_from_its_month_until_its_remedy() -> None:
    """1,200 € expected loss a year are 100 € a month; due in May 2027 is month 4 from January."""
    server = Asset(id="server", name="Server", support_end=date(2027, 5, 20))
    gone = Asset(id="alt", name="Alter Server", support_end=date(2020, 1, 1))
    spare = Asset(id="ohne", name="Ohne Vorhaben", support_end=date(2027, 5, 20))
    risk = Risk(id="r", name="Ausfall", yearly_loss=1200)
    links = [RiskAsset(risk_id="r", asset_id=one.id) for one in (server, gone, spare)]
    replace_it = job("Ersetzen", None, 2)
    repaired = [InitiativeAsset(initiative_id=replace_it.id, asset_id=one.id) for one in (server, gone)]
    of = results(server, gone, spare, risk, links, replace_it, repaired)
    found = things_due(of.data, of.plan, of.dues, of.values, of.assumptions, 36)
    assert {(one.key, one.due, one.waiting, one.remedied_by) for one in found} == {
        ("server", 4, 10_000, (replace_it.id,)),
        ("alt", 0, 10_000, (replace_it.id,)),
    }
    assert [one.key for one in things_due(of.data, of.plan, of.dues, of.values, of.assumptions, 4)] == ["alt"]
