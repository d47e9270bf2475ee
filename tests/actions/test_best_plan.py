"""A proposed plan is found, taken over as one step, and an impossible one is put right with a click."""

import threading
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.best_plan import (
    AS_IT_IS,
    PlanAsked,
    PlanWish,
    beside_today,
    problem_now,
    take_over,
)
from virtualcio.actions.roadmap.best_plan_search import BesideAll, Outcome, PlanSearch
from virtualcio.actions.roadmap.best_plan_words import better_words, title_of, words_of
from virtualcio.actions.roadmap.plan_demands import clash_words, give_up, ways_out
from virtualcio.actions.roadmap.plan_differences import beside_lines, differences
from virtualcio.actions.roadmap.plan_remarks import remark
from virtualcio.analysis.planning.problem import Aim
from virtualcio.analysis.planning.valuation import broken
from virtualcio.model import (
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    Record,
    ResourcePool,
    Setting,
)
from virtualcio.model.initiatives import InitiativeState
from virtualcio.solver.answer import PlanAnswer, Status
from virtualcio.texts import use_language

PLANNED = InitiativeState.PLANNED


def it(days: int = 10) -> ResourcePool:
    return ResourcePool(id="it", name="Eigene IT", days_per_month=Decimal(days))


def job(key: str, months: int = 1, days: int = 10, **fields: object) -> Sequence[Record]:
    one = Initiative(id=key, name=key.upper(), months=months, **fields)
    return one, InitiativeEffort(initiative_id=key, pool_id="it", days=Decimal(days))


def searched(company: OpenCompany, wish: PlanWish = AS_IT_IS) -> tuple[PlanAsked, Outcome]:
    asked = problem_now(company, wish)
    search = PlanSearch(asked.problem, seconds=2)
    search.begin()
    return asked, search.outcome()


def test_the_plan_is_taken_over_as_one_step_and_undone_as_one(make_company: MakeCompany) -> None:
    company = make_company(
        it(), *job("erp", start=date(2027, 6, 1), state=PLANNED), *job("idee"),
        *job("fest", start=date(2027, 1, 1), pinned=True, state=PLANNED),
    )  # fmt: skip
    asked, outcome = searched(company)
    assert outcome.answer.status is Status.PROVEN
    assert take_over(company, asked.problem, outcome.answer.starts) == 2
    starts = {one.id: one.start for one in company.data.all(Initiative)}
    assert sorted([starts["erp"], starts["idee"]]) == [date(2026, 11, 1), date(2026, 12, 1)]
    assert starts["fest"] == date(2027, 1, 1)
    assert company.data.find(Initiative, "idee").state is PLANNED
    assert str(company.workspace.undo_label) == "Planvorschlag übernommen"
    company.workspace.undo()
    assert {one.id: one.start for one in company.data.all(Initiative)} == {
        "erp": date(2027, 6, 1), "idee": None, "fest": date(2027, 1, 1),
    }  # fmt: skip
    assert company.data.find(Initiative, "idee").state is InitiativeState.IDEA
    assert company.workspace.undo_label is None


def test_taken_over_twice_nothing_happens_the_second_time(make_company: MakeCompany) -> None:
    company = make_company(it(), *job("erp"))
    asked, outcome = searched(company)
    take_over(company, asked.problem, outcome.answer.starts)
    steps = company.workspace.undo_label
    assert take_over(company, asked.problem, outcome.answer.starts) == 0
    assert company.workspace.undo_label == steps
    assert problem_now(company).problem == asked.problem  # a start that can be moved is no demand


def test_what_is_left_out_gets_no_start_and_says_why(make_company: MakeCompany) -> None:
    company = make_company(
        it(1), *job("muss", 12, 12),
        *job("kann", 12, 12, optional=True, start=date(2026, 12, 1), state=PLANNED),
        Setting(key="roadmap_months", value="12"),
    )  # fmt: skip
    asked, outcome = searched(company)
    assert outcome.answer.starts == {"muss": 0, "kann": None}
    compared = beside_today(company, asked.problem, outcome.answer.starts)
    rows = {row.key: row for row in differences(company, asked, outcome.answer.starts, compared)}
    assert rows["kann"].change == "bleibt weg"
    assert rows["kann"].why == "„KANN“ bleibt weg: „Eigene IT“ hat zu wenige freie Tage dafür."
    assert (rows["muss"].before, rows["muss"].after) == (formats.NO_VALUE, "11/2026")
    take_over(company, asked.problem, outcome.answer.starts)
    assert company.data.find(Initiative, "kann").start is None


def test_no_better_plan_is_said_only_of_what_is_proven(make_company: MakeCompany) -> None:
    company = make_company(it(), *job("erp"))
    asked, outcome = searched(company)
    compared = beside_today(company, asked.problem, outcome.answer.starts)
    title, text = words_of(company, asked, outcome.answer, compared)
    assert title == "Planvorschlag: Mit Ihren Angaben gibt es keinen besseren Zeitplan"
    assert text.startswith("1 von 1 Vorhaben passen in 10 PT im Monat.")
    found = PlanAnswer(
        Status.BEST_FOUND, {"erp": 0}, Fraction(1000), Fraction(1008), Fraction(8, 1000), 1.0, "x"
    )
    assert title_of(found, Aim.BENEFIT).replace("\xa0", " ") == (
        "Planvorschlag: höchstens 0,8 % besser wäre noch möglich"
    )


@pytest.mark.parametrize(
    ("value", "bound", "aim", "words"),
    [
        ("1000", "1008", Aim.BENEFIT, "höchstens 0,8 % besser wäre noch möglich"),
        (
            "1000",
            "1000.01",
            Aim.BENEFIT,
            "höchstens 0,1 % besser wäre noch möglich",
        ),  # rounded up, never to 0
        ("12", "11", Aim.EARLY, "höchstens 1 Monat früher wäre noch möglich"),
        ("0.92", "0.9", Aim.EVEN, "höchstens 2,0 % besser wäre noch möglich"),
    ],
)
def test_how_much_better_a_plan_could_be_is_never_said_too_small(
    value: str, bound: str, aim: Aim, words: str
) -> None:
    of, most = Fraction(value), Fraction(bound)
    assert better_words(of, most, abs(most - of) / of, aim).replace("\xa0", " ") == words


def test_an_impossible_plan_names_what_contradicts_and_one_click_mends_it(make_company: MakeCompany) -> None:
    """Two that take all days, both to be done this month: one of the two dates has to go."""
    end = date(2026, 11, 30)
    company = make_company(it(), *job("erp", hard_end=end), *job("crm", hard_end=end))
    asked, outcome = searched(company)
    assert outcome.answer.status is Status.IMPOSSIBLE
    said = clash_words(company, asked, outcome)
    assert "„ERP“ muss bis 30.11.2026 fertig sein." in said
    assert "„CRM“ muss bis 30.11.2026 fertig sein." in said
    (way,) = ways_out(company, asked, outcome)
    assert way.title is not None and way.title.endswith("bis 31.12.2026 erlauben")
    assert give_up(company, way)
    assert company.data.find(Initiative, way.demand.key).hard_end == date(2026, 12, 31)
    asked, outcome = searched(company)
    assert outcome.answer.status is Status.PROVEN
    assert not broken(asked.problem, outcome.answer.starts)
    company.workspace.undo()
    assert company.data.find(Initiative, way.demand.key).hard_end == end


def test_a_date_moves_only_as_far_as_needed(make_company: MakeCompany) -> None:
    """The ERP takes two months. The shop would bring more if it came before, but nobody asked for that."""
    company = make_company(
        it(), *job("erp", 2, 20, hard_end=date(2026, 11, 30)), *job("shop", 3, 30, optional=True),
        Goal(id="umsatz", name="Umsatz", weight=Decimal(1)),
        InitiativeGoal(initiative_id="shop", goal_id="umsatz", strength=3),
    )  # fmt: skip
    asked, outcome = searched(company)
    (way,) = ways_out(company, asked, outcome)
    assert way.title is not None and way.title.endswith("„ERP“: bis 31.12.2026 erlauben")


def test_pins_limits_and_capacity_are_given_up_as_far_as_needed(make_company: MakeCompany) -> None:
    """Twelve days wanted of ten, in the one month that both pins leave."""
    fixed = {"start": date(2026, 12, 1), "pinned": True, "state": PLANNED}
    company = make_company(it(), *job("erp", days=6, **fixed), *job("crm", days=6, **fixed))
    asked, outcome = searched(company)
    (way,) = ways_out(company, asked, outcome)
    assert way.title in ("„ERP“ lösen", "„CRM“ lösen")
    give_up(company, way)
    assert not company.data.find(Initiative, way.demand.key).pinned
    _asked, outcome = searched(company)
    assert outcome.answer.status is Status.PROVEN


def test_too_many_at_once_are_allowed_with_one_click(make_company: MakeCompany) -> None:
    end = date(2027, 10, 31)
    jobs = [record for key in "abc" for record in job(key, 12, 12, hard_end=end)]
    company = make_company(it(), *jobs, Setting(key="parallel_initiatives", value="1"))
    asked, outcome = searched(company)
    (way,) = ways_out(company, asked, outcome)
    assert way.title == "3 Vorhaben gleichzeitig erlauben"
    give_up(company, way)
    assert company.results.assumptions.parallel_initiatives == 3
    _asked, outcome = searched(company)
    assert outcome.answer.status is Status.PROVEN


def test_bad_input_is_named_and_the_rest_is_planned(make_company: MakeCompany) -> None:
    empty = ResourcePool(id="leer", name="Niemand", days_per_month=Decimal(0))
    company = make_company(
        it(), empty, *job("gut"), *job("spaet", hard_end=date(2026, 1, 31)), *job("lang", 60),
        Initiative(id="ohne", name="OHNE", months=1), InitiativeEffort(initiative_id="ohne", days=Decimal(3)),
        Initiative(id="null", name="NULL", months=1),
        InitiativeEffort(initiative_id="null", pool_id="leer", days=Decimal(3)),
        *job("folgt"), InitiativeDependency(initiative_id="folgt", prerequisite_id="lang"),
    )  # fmt: skip
    asked, outcome = searched(company)
    said = {found.key: remark(company, found) for found in asked.unplannable}
    assert said["ohne"].text == "„OHNE“ braucht Tage von niemand Bestimmtem; mit ihnen wird nicht geplant."
    assert said["null"].text.endswith("dort gibt es in keinem Monat Tage. Es wird nicht eingeplant.")
    assert (said["null"].page, said["null"].tab, said["null"].record) == ("roadmap", "pools", "leer")
    assert said["spaet"].column == "hard_end"
    assert said["lang"].text == "„LANG“ passt nicht in die Monate des Plans. Es wird nicht eingeplant."
    assert "„LANG“" in said["folgt"].text
    assert set(outcome.answer.starts) == {"gut", "spaet", "ohne"}
    compared = beside_today(company, asked.problem, outcome.answer.starts)
    said_at_once = words_of(company, asked, outcome.answer, compared).text.replace("\xa0", " ")
    assert said_at_once.startswith("3 von 6 Vorhaben passen in 10 PT im Monat.")
    left = "3 lassen sich so, wie sie eingetragen sind, nicht planen: „LANG“, „NULL“ und „FOLGT“."
    assert left in said_at_once
    assert outcome.answer.status is Status.PROVEN


def test_what_if_changes_the_problem_and_not_the_company(make_company: MakeCompany) -> None:
    company = make_company(it(), *job("erp"), Setting(key="initiative_money_per_year", value="10000"))
    wish = PlanWish(money=Decimal("0.8"), days=Decimal("0.5"), parallel=1, months=24)
    problem = problem_now(company, wish).problem
    assert problem.money is not None and set(problem.money.values()) == {800_000}
    assert problem.capacity["it"] == (500,) * 24
    assert problem.parallel == 1
    assert company.workspace.undo_label is None
    more = problem_now(company, PlanWish(more_money=1_000_000)).problem
    assert more.money is not None and set(more.money.values()) == {2_000_000}


def test_for_another_aim_what_is_planned_today_is_kept(make_company: MakeCompany) -> None:
    company = make_company(
        it(), *job("dabei", optional=True, start=date(2027, 3, 1), state=PLANNED),
        *job("nicht", optional=True),
    )  # fmt: skip
    problem = problem_now(company, PlanWish(aim=Aim.EARLY)).problem
    assert [one.key for one in problem.candidates] == ["dabei"]


def test_the_same_seed_gives_the_same_plan(demo: OpenCompany) -> None:
    found = [searched(demo)[1].answer.starts for _ in range(2)]
    assert found[0] == found[1]


def test_the_example_company_gets_a_plan_that_keeps_every_demand(demo: OpenCompany) -> None:
    asked, outcome = searched(demo)
    answer = outcome.answer
    assert not broken(asked.problem, answer.starts)
    compared = beside_today(demo, asked.problem, answer.starts)
    assert not compared.today_fits
    take_over(demo, asked.problem, answer.starts)
    left = {one.kind.value for one in demo.results.conflicts}
    assert not left & {"overload", "parallel", "money", "hard_end", "prerequisite"}
    for code in ("de", "en"):
        use_language(code)
        again = beside_today(demo, asked.problem, answer.starts)
        assert beside_lines(demo, again)
        assert all(row.why and row.sentence for row in differences(demo, asked, answer.starts, again))


def test_a_cancelled_search_keeps_the_best_so_far(demo: OpenCompany) -> None:
    asked = problem_now(demo)
    search = PlanSearch(asked.problem, seconds=60)
    search.begin()
    while search.progress is None and not search.wait(0.01):
        pass
    search.cancel()
    outcome = search.outcome()
    assert outcome.answer.starts
    assert not broken(asked.problem, outcome.answer.starts)


def test_a_fault_in_the_search_comes_out_where_its_outcome_is_asked_for() -> None:
    def fails(_cancelled: threading.Event) -> None:
        raise ZeroDivisionError("so")

    work = BesideAll(fails)
    work.begin()
    with pytest.raises(ZeroDivisionError):
        work.outcome()
