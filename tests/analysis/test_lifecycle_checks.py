"""Checks about things that run out: each with a case that it finds and one that it does not."""

from datetime import date

from tests.analysis.small_company import TODAY, Rules, carries, euro, serves
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.inventory.backlog import Area
from virtualcio.analysis.inventory.due_dates import DueReason
from virtualcio.model import Application, Asset, Process, Record
from virtualcio.model.inventory import AssetCategory, Criticality, Hosting, RemedyKind

PAST, SOON, FAR = date(2025, 10, 14), date(2027, 3, 31), date(2029, 1, 1)


def server(name: str = "S", **fields: object) -> Asset:
    return Asset(name=name, category=AssetCategory.SERVER, **fields)


def critical_process() -> Process:
    return Process(name="Auftrag", criticality=Criticality.CRITICAL, max_outage_hours=4)


def under_process(criticality: Criticality, support_end: date) -> tuple[Record, ...]:
    asset, application = server(cost=euro("100"), support_end=support_end), Application(name="ERP")
    process = Process(name="Auftrag", criticality=criticality, max_outage_hours=4)
    return asset, application, process, carries(asset, application), serves(application, process)


def test_unsupported_under_a_critical_process() -> None:
    records = under_process(Criticality.CRITICAL, PAST)
    [finding] = Rules(records).found("unsupported_under_critical")
    assert finding.severity is Severity.ACT
    assert finding.objects == ((Asset, records[0].id), (Process, records[2].id))
    assert (finding.params["support_end"], finding.params["bearable_hours"]) == (PAST, 4)
    assert (finding.money, finding.act_by) == (euro("100"), TODAY)


def test_supported_or_less_critical_things_are_no_such_finding() -> None:
    assert Rules(under_process(Criticality.CRITICAL, SOON)).found("unsupported_under_critical") == []
    assert Rules(under_process(Criticality.HIGH, PAST)).found("unsupported_under_critical") == []


def test_things_of_one_product_are_one_finding() -> None:
    process = critical_process()
    assets = [server(f"S{n}", product=text) for n, text in enumerate(["Oldie OS 1", "oldie os 1.4"])]
    other = server("X", product="Etwas", support_end=PAST)
    links = [serves(asset, process) for asset in [*assets, other]]
    found = Rules(process, assets, other, links).found("unsupported_under_critical")
    assert sorted((one.params["count"], one.params["product"]) for one in found) == [
        (1, "Etwas"),
        (2, "Oldie OS 1"),
    ]


def test_support_that_ends_within_a_year_under_a_critical_process_is_watched() -> None:
    [finding] = Rules(under_process(Criticality.CRITICAL, SOON)).found("support_ends_under_critical")
    assert (finding.severity, finding.act_by) == (Severity.WATCH, SOON)
    for end in (PAST, FAR):
        assert Rules(under_process(Criticality.CRITICAL, end)).found("support_ends_under_critical") == []


def test_overdue_without_plan_is_told_by_reason_and_area() -> None:
    old = [server(f"S{n}", cost=euro("100"), purchase_date=date(2015, 1, 1)) for n in range(3)]
    unsupported = Asset(name="N", category=AssetCategory.NOTEBOOK, support_end=PAST)
    found = Rules(old, unsupported).found("overdue_without_plan")
    told = {(one.params["reason"], one.params["area"]): one for one in found}
    age = told[DueReason.AGE, Area.INFRASTRUCTURE]
    support = told[DueReason.SUPPORT, Area.WORKPLACES]
    assert (age.params["count"], age.severity) == (3, Severity.WATCH)
    assert age.money == euro("373.02")  # 100 × 1.02^11 = 124.337…, three times 124.34
    assert (support.params["without_value"], support.severity) == (1, Severity.ACT)


def test_a_decided_remedy_is_a_plan_and_so_is_an_acceptance_with_a_day() -> None:
    decided = server(support_end=PAST, remedy=RemedyKind.REPLACE)
    accepted = server(support_end=PAST, remedy=RemedyKind.ACCEPT, accepted_until=date(2026, 12, 1))
    assert Rules(decided, accepted).found("overdue_without_plan") == []


def test_what_is_unsupported_under_a_critical_process_is_not_told_twice() -> None:
    assert Rules(under_process(Criticality.CRITICAL, PAST)).found("overdue_without_plan") == []
    assert len(Rules(under_process(Criticality.HIGH, PAST)).found("overdue_without_plan")) == 1


def test_an_acceptance_without_a_day_is_no_plan() -> None:
    accepted = server(support_end=PAST, remedy=RemedyKind.ACCEPT)
    assert len(Rules(accepted).found("overdue_without_plan")) == 1


def test_an_acceptance_runs_out_on_its_day() -> None:
    def found(until: date) -> int:
        asset = server(support_end=PAST, remedy=RemedyKind.ACCEPT, accepted_until=until)
        return len(Rules(asset).found("acceptance_ran_out"))

    assert (found(TODAY), found(date(2026, 11, 23))) == (1, 0)


def test_an_acceptance_of_something_that_is_not_due_does_not_run_out() -> None:
    asset = server(support_end=SOON, remedy=RemedyKind.ACCEPT, accepted_until=PAST)
    assert Rules(asset).found("acceptance_ran_out") == []


def test_a_wave_peak_says_year_money_and_day() -> None:
    cheap, dear = (
        server(cost=euro("100"), support_end=date(2026, 12, 1)),
        server(cost=euro("900"), support_end=date(2027, 12, 1)),
    )
    [finding] = Rules(cheap, dear).found("wave_peak")
    assert (finding.params["year"], finding.money, finding.act_by) == (2027, euro("900"), date(2027, 9, 1))
    assert finding.objects == ((Asset, dear.id),)


def test_an_even_wave_has_no_peak() -> None:
    ends = [date(2026 + n, 12, 1) for n in range(6)]
    assert Rules([server(cost=euro("100"), support_end=end) for end in ends]).found("wave_peak") == []


def test_things_without_date_are_one_finding() -> None:
    unknown = [server("A"), Application(name="B")]
    known = [server("C", purchase_date=date(2024, 1, 1)), Application(name="D", hosting=Hosting.CLOUD)]
    [finding] = Rules(unknown, known).found("without_date")
    assert finding.objects == ((Asset, unknown[0].id), (Application, unknown[1].id))
    assert Rules(known).found("without_date") == []
