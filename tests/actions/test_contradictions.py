"""What cannot be true is refused where it is typed, with one sentence, and nothing has changed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions import cells, edit
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Department,
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeRisk,
    Kpi,
    KpiMilestone,
    MaturityRating,
    Measurement,
    PoolException,
    Record,
    ResourcePool,
    Risk,
)
from virtualcio.model.goals import MaturityDimension

D = Decimal


@pytest.mark.parametrize(
    ("key", "record", "column", "value", "words"),
    [
        ("kpis", Kpi(name="K", baseline_on=date(2026, 5, 1)), "target_on", date(2026, 4, 30),
         "Der Zieltermin läge vor dem Tag des Ausgangswerts. Prüfen Sie beide Tage."),
        ("kpis", Kpi(name="K", target_on=date(2026, 5, 1)), "effect_from", date(2026, 5, 2),
         "Die Wirkung würde nach dem Zieltermin beginnen. Prüfen Sie beide Tage."),
        ("kpis", Kpi(name="K", band_to=D(20)), "band_from", D(21),
         "Der Bereich würde unter seinem Anfang enden. Prüfen Sie beide Werte."),
        ("risks", Risk(name="R"), "likelihood", 6, "„Eintritt (1–5)“ geht von 1 bis 5."),
        ("risks", Risk(name="R"), "impact", 0, "„Schaden (1–5)“ geht von 1 bis 5."),
        ("risks", Risk(name="R", loss_low=D(500)), "loss_high", D(499),
         "Der höchste Schaden läge unter dem mindesten. Prüfen Sie beide Beträge."),
        ("initiatives", Initiative(name="I"), "months", 0, "„Dauer (Monate)“ kann nicht kleiner als 1 sein."),
        ("initiatives", Initiative(name="I", earliest_start=date(2027, 5, 1)), "hard_end", date(2027, 4, 1),
         "Es müsste fertig sein, bevor es beginnen darf. Prüfen Sie beide Tage."),
        ("goals", Goal(name="Z"), "weight", D(-1), "„Gewicht (%)“ kann nicht kleiner als 0 sein."),
    ],
)  # fmt: skip
def test_a_value_that_contradicts_another_one_is_refused(
    make_company: MakeCompany, key: str, record: Record, column: str, value: Any, words: str
) -> None:
    company, shown = make_company(record), table(key)
    before = cells.value_of(company, shown.column(column), record)
    with pytest.raises(RefusedValue) as refused:
        edit.set_value(company, shown, shown.column(column), record, value)
    assert str(refused.value.message).startswith(words)
    assert cells.value_of(company, shown.column(column), record) == before
    assert company.workspace.undo_label is None


def test_weights_that_do_not_add_up_are_no_contradiction(make_company: MakeCompany) -> None:
    goals = [Goal(name="A", weight=D(80)), Goal(name="B", weight=D(70))]
    company = make_company(*goals)
    assert edit.set_value(company, table("goals"), table("goals").column("weight"), goals[0], D("99.5"))
    assert company.results.weights_total == D("169.50")


def test_nothing_is_measured_in_the_future(make_company: MakeCompany) -> None:
    kpi = Kpi(name="K")
    company, values = make_company(kpi), table("measurements")
    with pytest.raises(RefusedValue, match=r"Der 23\.11\.2026 liegt in der Zukunft"):
        edit.add_record(company, values, {"kpi": kpi.id, "day": date(2026, 11, 23), "value": D(1)})
    edit.add_record(company, values, {"kpi": kpi.id, "day": date(2026, 11, 22), "value": D(1)})
    assert company.data.count(Measurement) == 1


def test_of_two_values_on_one_day_the_later_one_counts(make_company: MakeCompany) -> None:
    kpi = Kpi(name="K")
    company, values = make_company(kpi), table("measurements")
    for value in (D(5), D(7)):
        edit.add_record(company, values, {"kpi": kpi.id, "day": date(2026, 9, 30), "value": value})
    assert [(row.value, row.entry) for row in company.data.all(Measurement)] == [(D(5), 0), (D(7), 1)]
    assert company.results.kpi_state(kpi).current == D(7)


def test_a_circle_is_refused_with_the_chain_that_it_would_close(make_company: MakeCompany) -> None:
    first, second, third = (Initiative(name=name) for name in ("ERP", "Portal", "App"))
    needs = [
        InitiativeDependency(initiative_id=second.id, prerequisite_id=first.id),
        InitiativeDependency(initiative_id=third.id, prerequisite_id=second.id),
    ]
    company, links = make_company(first, second, third, *needs), table("dependencies")
    with pytest.raises(RefusedValue) as refused:
        edit.add_record(company, links, {"initiative": first.id, "prerequisite": third.id})
    assert str(refused.value.message) == (
        "Diese würden im Kreis aufeinander warten: „ERP“ braucht „App“, „App“ braucht „Portal“, "
        "„Portal“ braucht „ERP“. Wählen Sie ein anderes."
    )
    with pytest.raises(RefusedValue, match="nicht auf sich selbst warten"):
        edit.add_record(company, links, {"initiative": first.id, "prerequisite": first.id})
    with pytest.raises(RefusedValue, match="Es wartet schon auf dieses Vorhaben"):
        edit.add_record(company, links, {"initiative": second.id, "prerequisite": first.id})
    assert company.data.count(InitiativeDependency) == 2
    with pytest.raises(RefusedValue, match="im Kreis"):  # typing over a link that is there
        edit.set_value(company, links, links.column("prerequisite"), needs[0], third.id)
    assert needs[0].prerequisite_id == first.id


def test_one_goal_and_one_risk_are_named_once_in_an_initiative(make_company: MakeCompany) -> None:
    goal, risk, portal = Goal(name="G"), Risk(name="R"), Initiative(name="Portal")
    company = make_company(
        goal, risk, portal,
        InitiativeGoal(initiative_id=portal.id, goal_id=goal.id),
        InitiativeRisk(initiative_id=portal.id, risk_id=risk.id),
    )  # fmt: skip
    with pytest.raises(RefusedValue, match="Der Beitrag zu diesem Ziel ist schon da"):
        edit.add_record(company, table("contributions"), {"initiative": portal.id, "goal": goal.id})
    with pytest.raises(RefusedValue, match="Dieses Risiko ist schon da"):
        edit.add_record(company, table("risk_shares"), {"initiative": portal.id, "risk": risk.id})
    with pytest.raises(RefusedValue, match="Es trägt schon zu jedem Ziel bei"):
        edit.add_record(company, table("contributions"), {"initiative": portal.id})


def test_a_department_is_rated_once_in_each_dimension(make_company: MakeCompany) -> None:
    department = Department(name="Vertrieb")
    rating = MaturityRating(department_id=department.id, dimension=MaturityDimension.TEAM)
    company, ratings = make_company(department, rating), table("maturity")
    with pytest.raises(RefusedValue, match="ist dort schon bewertet"):
        edit.add_record(company, ratings, {"department": department.id, "dimension": MaturityDimension.TEAM})
    made = edit.add_record(company, ratings, {"department": department.id})
    assert isinstance(made, MaturityRating) and made.dimension is MaturityDimension.COMMUNICATION


def test_a_start_is_a_month_however_it_is_typed(make_company: MakeCompany) -> None:
    portal, pool = Initiative(name="Portal"), ResourcePool(name="IT")
    company, shown = make_company(portal, pool), table("initiatives")
    start = shown.column("start")
    for typed in ("15.03.2027", "03/2027", "März 2027", "2027-03-15"):
        edit.set_value(company, shown, start, portal, None)
        edit.set_value(company, shown, start, portal, cells.parse(company, start, typed))
        assert portal.start == date(2027, 3, 1), typed
    edit.set_value(company, shown, start, portal, date(2027, 4, 30))
    assert portal.start == date(2027, 4, 1)
    exceptions = table("pool_exceptions")
    with pytest.raises(RefusedValue, match="Der letzte Monat liegt vor dem ersten"):
        edit.add_record(
            company, exceptions,
            {"pool": pool.id, "first_month": date(2027, 8, 1), "last_month": date(2027, 7, 31)},
        )  # fmt: skip
    row = edit.add_record(company, exceptions, {"pool": pool.id})
    assert isinstance(row, PoolException)
    assert (row.first_month, row.last_month) == (date(2026, 11, 1), date(2026, 11, 1))


def test_person_days_have_two_places_and_values_six(make_company: MakeCompany) -> None:
    portal, pool, kpi = Initiative(name="P"), ResourcePool(name="IT"), Kpi(name="K")
    effort = InitiativeEffort(initiative_id=portal.id, pool_id=pool.id)
    company, efforts = make_company(portal, pool, kpi, effort), table("efforts")
    days, target = efforts.column("days"), table("kpis").column("target")
    with pytest.raises(RefusedValue, match="mehr als 2 Nachkommastellen"):
        cells.parse(company, days, "2,125")
    with pytest.raises(RefusedValue, match="mehr als 2 Nachkommastellen"):
        edit.set_value(company, efforts, days, effort, D("2.125"))
    edit.set_value(company, efforts, days, effort, cells.parse(company, days, "2,5 PT"))
    assert effort.days == D("2.50")
    assert cells.parse(company, target, "0,1234567") == D("0.123457")


def test_a_copy_of_an_initiative_has_its_parts_and_one_of_a_kpi_not_its_values(
    make_company: MakeCompany,
) -> None:
    goal, pool, kpi = Goal(name="G"), ResourcePool(name="IT"), Kpi(name="K")
    erp, portal, app = Initiative(name="ERP"), Initiative(name="Portal"), Initiative(name="App")
    company = make_company(
        goal, pool, kpi, erp, portal, app,
        InitiativeGoal(initiative_id=portal.id, goal_id=goal.id, strength=3),
        InitiativeEffort(initiative_id=portal.id, pool_id=pool.id, days=D(12)),
        InitiativeDependency(initiative_id=portal.id, prerequisite_id=erp.id),
        InitiativeDependency(initiative_id=app.id, prerequisite_id=portal.id),
        Measurement(kpi_id=kpi.id, day=date(2026, 9, 30), value=D(1)),
        KpiMilestone(kpi_id=kpi.id, day=date(2027, 1, 1), value=D(2)),
    )  # fmt: skip
    (copy,) = edit.duplicate_records(company, table("initiatives"), [portal])
    data = company.data
    assert [row.strength for row in data.where(InitiativeGoal, "initiative_id", copy.id)] == [3]
    assert [row.days for row in data.where(InitiativeEffort, "initiative_id", copy.id)] == [D(12)]
    assert [row.prerequisite_id for row in data.where(InitiativeDependency, "initiative_id", copy.id)] == [
        erp.id
    ]
    assert not data.where(InitiativeDependency, "prerequisite_id", copy.id)
    (second,) = edit.duplicate_records(company, table("kpis"), [kpi])
    assert not data.where(Measurement, "kpi_id", second.id)
    assert len(data.where(KpiMilestone, "kpi_id", second.id)) == 1
    company.workspace.undo()
    company.workspace.undo()
    assert (data.count(Initiative), data.count(InitiativeEffort), data.count(KpiMilestone)) == (3, 1, 1)


def test_a_deleted_initiative_takes_its_parts_along_and_leaves_the_others_free(
    make_company: MakeCompany,
) -> None:
    erp, portal = Initiative(name="ERP"), Initiative(name="Portal")
    pool = ResourcePool(name="IT")
    company = make_company(
        erp, portal, pool,
        InitiativeDependency(initiative_id=portal.id, prerequisite_id=erp.id),
        InitiativeEffort(initiative_id=portal.id, pool_id=pool.id, days=D(3)),
    )  # fmt: skip
    assert edit.delete_records(company, [erp]) == 1
    assert company.data.count(InitiativeDependency) == 0
    assert edit.delete_records(company, [pool]) == 0
    (effort,) = company.data.all(InitiativeEffort)
    assert effort.pool_id is None
    edit.delete_records(company, [portal])
    assert company.data.count(InitiativeEffort) == 0
