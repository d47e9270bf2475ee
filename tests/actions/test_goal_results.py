"""Figures of goals are kept while nothing they read changes, and equal fresh ones after any edit."""

import random
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.any_edits import stay_as_computed_anew
from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions import edit
from virtualcio.actions.dependency_picture import business_sentence
from virtualcio.actions.goals.goal_sentences import goal_sentence
from virtualcio.actions.goals.goal_status import goal_status
from virtualcio.actions.goals.measuring import record_value
from virtualcio.actions.inventory.progress import Progress
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.results import Results
from virtualcio.actions.tables import table
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.model import (
    Application,
    Asset,
    Capability,
    Company,
    DataDomain,
    Department,
    Goal,
    Initiative,
    Kpi,
    KpiMilestone,
    Measurement,
    Record,
)
from virtualcio.model.goals import CapabilityKind, KpiSource
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

SHOWN = ("goals", "kpis", "measurements", "milestones", "capabilities", "initiatives", "contributions",
         "data_domains", "assets", "applications", "maturity")  # fmt: skip


def some_kpi(name: str, **fields: object) -> Kpi:
    begin, end = date(2026, 1, 1), date(2027, 1, 1)
    return Kpi(
        name=name, baseline=Decimal(0), baseline_on=begin, target=Decimal(100), target_on=end, **fields
    )


def figures(results: Results) -> dict[str, object]:
    """Everything about goals."""
    return {
        "weights": dict(results.goal_weights),
        "sum": results.weights_total,
        "kpis": dict(results.kpi_states),
        "series": {kpi.id: results.kpi_series(kpi) for kpi in results.data.all(Kpi)},
        "capabilities": dict(results.capability_states),
        "maturity": results.maturity,
        "goals": dict(results.goal_states),
    }


def small_company() -> OpenCompany:
    goals = [Goal(name=f"Ziel {n}", weight=Decimal(n * 20)) for n in range(3)]
    kpis = [some_kpi(f"Kennzahl {n}", goal_id=goals[n % 3].id) for n in range(4)]
    kpis[3].source = KpiSource.OVERDUE_SHARE
    records: list[Record] = [
        *goals,
        *kpis,
        *(
            Measurement(kpi_id=kpis[n % 4].id, day=date(2026, 1 + n // 2, 3), value=Decimal(n))
            for n in range(20)
        ),
        KpiMilestone(kpi_id=kpis[0].id, day=date(2026, 6, 1), value=Decimal(10)),
        Capability(name="Daten", kind=CapabilityKind.DATA),
        DataDomain(name="Kunden"),
        Department(name="Vertrieb"),
        Asset(name="Server", purchase_date=date(2015, 1, 1)),
        Application(name="CRM"),
        Initiative(name="Portal"),
    ]
    return OpenCompany(Workspace.create(None, Company(name="Test"), records=records), TODAY)


def measure(company: OpenCompany, chance: random.Random) -> None:
    kpis = list(company.data.all(Kpi))
    if kpis:
        day = date(2026, chance.randrange(1, 13), 3)
        record_value(company, chance.choice(kpis), day, Decimal(chance.randrange(99)))


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_kept_figures_of_goals_equal_fresh_ones_after_any_edits(seed: int) -> None:
    stay_as_computed_anew(small_company(), figures, seed, 14, SHOWN, own=(measure,))


def test_after_a_new_value_only_its_kpi_is_looked_at_again(make_company: MakeCompany) -> None:
    first, second, third = some_kpi("a"), some_kpi("b"), some_kpi("c")
    company = make_company(first, second, third)
    results = company.results
    assert len(results.kpi_states) == 3
    results.kept.made.clear()
    made = record_value(company, second, date(2026, 7, 2), Decimal(50))
    assert results.kpi_state(second).status is KpiStatus.ON_PLAN
    assert results.kept.made["measured_kpis"] == 1
    results.kept.made.clear()
    with company.workspace.change(Message("x")):  # the value belonged to another KPI
        made.kpi_id = third.id
    assert results.kpi_state(second).status is KpiStatus.NOT_MEASURED
    assert results.kpi_state(third).status is KpiStatus.ON_PLAN
    assert results.kept.made["measured_kpis"] == 2
    results.kept.made.clear()
    with company.workspace.change(Message("x")) as change:
        change.delete(made)
    assert results.kpi_state(third).status is KpiStatus.NOT_MEASURED
    assert results.kept.made["measured_kpis"] == 1
    results.kept.made.clear()
    with company.workspace.change(Message("x")) as change:
        change.add(KpiMilestone(kpi_id=first.id, day=date(2026, 6, 1), value=Decimal(10)))
    assert len(results.kpi_states) == 3
    assert results.kept.made["measured_kpis"] == 1


def test_a_deleted_kpi_has_no_state_any_more(make_company: MakeCompany) -> None:
    first, second = some_kpi("a"), some_kpi("b")
    company = make_company(first, second)
    assert set(company.results.kpi_states) == {first.id, second.id}
    edit.delete_records(company, [first])
    assert set(company.results.kpi_states) == {second.id}
    company.workspace.undo()
    assert set(company.results.kpi_states) == {first.id, second.id}


def test_edits_of_devices_look_at_no_measured_kpi_again(make_company: MakeCompany) -> None:
    asset = Asset(name="Server")
    company = make_company(asset, some_kpi("a"))
    assert company.results.kpi_states
    company.results.kept.made.clear()
    edit.set_value(company, table("assets"), table("assets").column("cost"), asset, Decimal(7))
    assert company.results.kpi_states
    assert company.results.kept.made["measured_kpis"] == 0


def test_weights_of_open_goals_are_shares_and_their_sum_is_as_typed(make_company: MakeCompany) -> None:
    first = Goal(name="a", weight=Decimal(60))
    second = Goal(name="b", weight=Decimal(30))
    closed = Goal(name="c", weight=Decimal(50), closed_on=date(2026, 1, 1))
    results = make_company(first, second, closed).results
    assert results.weights_total == 90
    assert results.goal_weights == {first.id: Fraction(2, 3), second.id: Fraction(1, 3)}
    assert results.goal_states[closed.id].weight == 0


def test_a_goal_that_is_closed_later_is_open_everywhere_until_then(make_company: MakeCompany) -> None:
    goals = table("goals")
    for day, still_open in ((date(2026, 11, 22), False), (date(2026, 11, 23), True)):
        goal = Goal(name="a", weight=Decimal(60), closed_on=day)
        company = make_company(goal)
        assert (goal.id in company.results.goal_weights) is still_open
        words = goal_status(company, goal).text, goal_sentence(company, goal).text
        assert ["schlossen am" in said for said in words] == [not still_open] * 2
        kept = [chip.key for chip in goals.chips if chip.keeps(company, goal)]
        assert kept == (["without_kpi", "without_initiative", "without_owner"] if still_open else ["closed"])
        assert (company.results.step_state("goals").progress is Progress.BEGUN) is still_open


def test_without_a_system_nothing_is_computed_so_that_nothing_looks_fine(make_company: MakeCompany) -> None:
    backlog = Kpi(name="Investitionsstau", source=KpiSource.BACKLOG)
    critical = Kpi(name="Kritische Systeme ohne Support", source=KpiSource.UNSUPPORTED_CRITICAL)
    company = make_company(backlog, critical)
    assert [company.results.computed_value(kpi) for kpi in (backlog, critical)] == [None, None]
    edit.add_record(company, table("assets"), {"name": "NAS"})
    assert [company.results.computed_value(kpi) for kpi in (backlog, critical)] == [0, 0]


def test_a_finding_about_the_weights_says_what_its_first_goal_means(make_company: MakeCompany) -> None:
    """It is about the company first, which stands in no table."""
    company = make_company(*(Goal(id=f"g{n}", name=f"Ziel {n}", weight=Decimal(70)) for n in range(2)))
    finding = next(one for one in company.results.findings if one.check_id == "goal_incomplete")
    assert finding.objects[0][0] is Company
    said = business_sentence(company, finding.objects)
    assert said is not None
    assert said[0] == "Ziel 0"
    assert business_sentence(company, finding.objects[:1]) is None
