"""Checks about who answers for what, and what only one person or device can do."""

from datetime import date

from tests.analysis.small_company import Rules, carries, serves
from virtualcio.analysis.checks.finding import Severity
from virtualcio.model import Application, Asset, Person, Process
from virtualcio.model.inventory import AssetCategory, Criticality

PERSON, OTHER = Person(name="Zeller", external=True), Person(name="Keller")


def process(criticality: Criticality = Criticality.CRITICAL, **fields: object) -> Process:
    return Process(name="Auftrag", criticality=criticality, **fields)


def test_things_without_owner_are_one_finding_the_most_critical_first() -> None:
    plain, owned = Asset(name="A"), Asset(name="B", owner_id=PERSON.id)
    retired, erp, order = Asset(name="C", retired_on=date(2020, 1, 1)), Application(name="Z"), process()
    [finding] = Rules(PERSON, plain, owned, retired, erp, order, serves(erp, order)).found("without_owner")
    assert finding.objects == ((Application, erp.id), (Asset, plain.id))
    assert finding.params == {"count": 2, "assets": 1, "applications": 1}
    assert Rules(PERSON, owned).found("without_owner") == []


def test_infrastructure_and_applications_without_process_are_one_finding() -> None:
    server = Asset(name="S", category=AssetCategory.SERVER)
    notebook = Asset(name="N", category=AssetCategory.NOTEBOOK)
    erp, order = Application(name="ERP"), process()
    [finding] = Rules(server, notebook, erp).found("without_process")
    assert {key for _kind, key in finding.objects} == {server.id, erp.id}
    linked = Rules(server, notebook, erp, order, carries(server, erp), serves(erp, order))
    assert linked.found("without_process") == []


def test_a_single_point_of_failure_is_to_act_on_if_it_is_overdue() -> None:
    server, order = Asset(name="S", category=AssetCategory.SERVER), process(max_outage_hours=4)
    rules = Rules(server, order, serves(server, order))
    [finding] = rules.found("single_point_of_failure")
    assert (finding.severity, finding.params["bearable_hours"]) == (Severity.WATCH, 4)
    server.support_end = date(2020, 1, 1)
    [finding] = rules.found("single_point_of_failure")
    assert (finding.severity, finding.params["overdue"]) == (Severity.ACT, True)


def test_many_single_points_are_told_in_one_finding() -> None:
    order = process()
    servers = [Asset(name=f"S{n}", category=category) for n, category in enumerate(list(AssetCategory)[:7])]
    [finding] = Rules(order, servers, [serves(one, order) for one in servers]).found(
        "single_point_of_failure"
    )
    assert (finding.params, len(finding.objects)) == ({"count": 7}, 7)


def test_a_single_point_under_a_less_critical_process_is_none() -> None:
    server, order = Asset(name="S"), process(Criticality.HIGH)
    assert Rules(server, order, serves(server, order)).found("single_point_of_failure") == []


def one_person(deputy: str | None, criticality: Criticality) -> list[object]:
    erp = Application(name="ERP", operator_id=PERSON.id, deputy_id=deputy)
    order = process(criticality)
    found = Rules(PERSON, OTHER, erp, order, serves(erp, order)).found("one_person")
    return [one.severity for one in found]


def test_things_that_only_one_person_can_run() -> None:
    assert one_person(None, Criticality.CRITICAL) == [Severity.ACT]
    assert one_person(None, Criticality.HIGH) == [Severity.WATCH]
    assert one_person(PERSON.id, Criticality.HIGH) == [Severity.WATCH]  # one's own deputy is none
    assert one_person(OTHER.id, Criticality.CRITICAL) == []
    assert one_person(None, Criticality.LOW) == []


def test_one_finding_per_person_begins_with_the_person() -> None:
    things = [Application(name=name, operator_id=PERSON.id) for name in ("A", "B")]
    order = process()
    [finding] = Rules(PERSON, things, order, [serves(one, order) for one in things]).found("one_person")
    assert finding.key == ("one_person", PERSON.id)
    assert (finding.params["count"], finding.params["processes"], finding.params["external"]) == (2, 1, True)


def test_a_critical_process_needs_owner_and_deputy() -> None:
    def found(owner: Person | None, deputy: Person | None, criticality: Criticality) -> list[object]:
        keys = {"owner_id": owner and owner.id, "deputy_id": deputy and deputy.id}
        rules = Rules(PERSON, OTHER, process(criticality, **keys))
        return [
            (one.severity, one.params["missing"]) for one in rules.found("critical_process_without_owner")
        ]

    critical = Criticality.CRITICAL
    assert found(None, None, critical) == [(Severity.ACT, ("owner", "deputy"))]
    assert found(PERSON, None, critical) == [(Severity.WATCH, ("deputy",))]
    assert found(PERSON, PERSON, critical) == [(Severity.WATCH, ("deputy",))]
    assert found(PERSON, OTHER, critical) == []
    assert found(None, None, Criticality.HIGH) == []
