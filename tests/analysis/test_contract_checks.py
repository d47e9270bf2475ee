"""Checks about contracts: each with a case that it finds and one that it does not."""

from datetime import date
from typing import Any

import pytest

from tests.analysis.small_company import TODAY, Rules, carries, covers, euro, serves
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.inventory.contract_dates import ContractState
from virtualcio.model import Application, Asset, Contract, Process
from virtualcio.model.contracts import PaymentPeriod, RenewalKind
from virtualcio.model.inventory import Criticality

ACT, WATCH = Severity.ACT, Severity.WATCH


def contract(name: str = "V", **fields: Any) -> Contract:
    """Three months' notice to the end of each calendar year, 100 a month."""
    terms: dict[str, Any] = {
        "start": date(2024, 1, 1),
        "term_months": 12,
        "renewal": RenewalKind.MONTHS,
        "renewal_months": 12,
        "notice_count": 3,
        "cost": euro("100"),
        "cost_period": PaymentPeriod.MONTH,
    }
    return Contract(name=name, **(terms | fields))


def fixed(end: date, **fields: Any) -> Contract:
    return contract(agreed_end=end, **fields)


def decide(today: date, **fields: Any) -> list[tuple[object, object]]:
    found = Rules(contract(**fields), today=today).found("contract_decide")
    return [(one.severity, one.act_by) for one in found]


def test_a_contract_is_to_be_decided_before_its_notice_runs_out() -> None:
    # Last day 30.09.2026 (Wednesday), decide by 23.09.
    assert decide(date(2026, 9, 22)) == [(WATCH, date(2026, 9, 23))]
    assert decide(date(2026, 9, 23)) == [(ACT, date(2026, 9, 23))]
    assert decide(date(2026, 9, 24)) == [(ACT, date(2026, 9, 30))]
    assert decide(date(2026, 10, 1)) == []  # missed
    assert decide(date(2026, 6, 1)) == []  # far


def test_the_lead_time_to_switch_brings_the_decision_forward() -> None:
    assert decide(date(2026, 6, 1), switch_days=180) == [(ACT, date(2026, 9, 30))]


def test_a_small_contract_is_only_watched() -> None:
    assert decide(date(2026, 9, 24), cost=euro("10")) == [(WATCH, date(2026, 9, 30))]


def test_the_money_is_what_missing_the_day_costs() -> None:
    [finding] = Rules(contract(), today=date(2026, 9, 24)).found("contract_decide")
    assert (finding.money, finding.params["following_end"]) == (euro("1200.00"), date(2027, 12, 31))


def test_a_contract_that_ends_before_what_it_covers_is_found() -> None:
    erp = Application(name="ERP")

    def found(*contracts: Contract) -> list[tuple[object, object]]:
        rules = Rules(erp, contracts, [covers(one, erp) for one in contracts])
        return [(one.severity, one.act_by) for one in rules.found("contract_ends_before_use")]

    assert found(fixed(date(2026, 12, 31))) == [(ACT, date(2026, 12, 31))]
    assert found(fixed(date(2027, 9, 30))) == [(WATCH, date(2027, 9, 30))]
    assert found(fixed(date(2025, 9, 30))) == [(ACT, TODAY)]  # has ended, still in use
    assert found(fixed(date(2028, 9, 30))) == []  # far
    assert found(contract()) == []  # goes on
    assert found(fixed(date(2026, 12, 31)), contract("Nachfolger", start=date(2027, 1, 1))) == []
    assert len(found(fixed(date(2026, 12, 31)), contract("zu spät", start=date(2027, 2, 1)))) == 1


def test_a_contract_that_ends_with_what_it_covers_is_fine() -> None:
    erp = Application(name="ERP", retired_on=date(2027, 1, 1))
    ending = fixed(date(2026, 12, 31))
    assert Rules(erp, ending, covers(ending, erp)).found("contract_ends_before_use") == []


def test_a_contract_for_retired_things_only_is_found() -> None:
    gone, there = Asset(name="alt", retired_on=date(2026, 1, 1)), Asset(name="neu")
    running = contract()
    [finding] = Rules(gone, running, covers(running, gone)).found("contract_for_retired")
    assert finding.money == euro("1200")
    both = Rules(gone, there, running, covers(running, gone), covers(running, there))
    assert both.found("contract_for_retired") == []
    ending = fixed(date(2026, 12, 31))
    assert Rules(gone, ending, covers(ending, gone)).found("contract_for_retired") == []
    assert Rules(running).found("contract_for_retired") == []  # covers nothing


@pytest.mark.parametrize(
    ("bought", "used", "money"),
    [(48, 36, "300.00"), (10, 8, "240.00"), (10, 9, None), (10, 10, None), (10, 0, "1200.00"),
     (None, 3, None), (10, None, None), (0, 0, None), (10, -5, None)],
)  # fmt: skip
def test_unused_seats_beyond_a_reserve_of_a_tenth(
    bought: int | None, used: int | None, money: str | None
) -> None:
    found = Rules(contract(seats_bought=bought, seats_used=used)).found("unused_seats")
    assert [one.money for one in found] == ([] if money is None else [euro(money)])


def test_more_seats_used_than_bought_is_to_act_on() -> None:
    [finding] = Rules(contract(seats_bought=10, seats_used=12)).found("too_few_seats")
    assert (finding.severity, finding.params["missing"], finding.money) == (ACT, 2, euro("240.00"))
    assert Rules(contract(seats_bought=10, seats_used=10)).found("too_few_seats") == []


def support(criticality: Criticality, bearable: int | None, *responses: int | None) -> list[object]:
    server, erp = Asset(name="S"), Application(name="ERP")
    process = Process(name="P", criticality=criticality, max_outage_hours=bearable)
    contracts = [contract(f"V{n}", response_hours=hours) for n, hours in enumerate(responses)]
    rules = Rules(
        server, erp, process, carries(server, erp), serves(erp, process), contracts,
        [covers(one, server) for one in contracts],
    )  # fmt: skip
    return [(one.severity, one.params["response_hours"]) for one in rules.found("support_too_slow")]


def test_support_that_answers_later_than_the_bearable_outage() -> None:
    assert support(Criticality.CRITICAL, 4, 8) == [(ACT, 8)]
    assert support(Criticality.MEDIUM, 4, 8) == [(WATCH, 8)]
    assert support(Criticality.CRITICAL, 8, 8) == []
    assert support(Criticality.CRITICAL, None, 8) == []
    assert support(Criticality.CRITICAL, 4, None) == []
    assert support(Criticality.CRITICAL, 4, 24, 2) == []  # the faster one helps
    assert support(Criticality.CRITICAL, 1, 24, 2) == [(ACT, 2)]


def test_contracts_with_unknown_or_contradicting_terms_are_unclear() -> None:
    def found(**fields: Any) -> list[object]:
        return [one.params["state"] for one in Rules(contract(**fields)).found("contract_unclear")]

    assert found(notice_count=None) == [ContractState.NOTICE_UNKNOWN]
    assert found(start=None) == [ContractState.START_UNKNOWN]
    assert found(notice_count=14) == [ContractState.RUNNING]  # longer than the term
    assert found() == []
    assert found(notice_count=None, agreed_end=date(2025, 1, 1)) == []  # has ended


def test_many_unclear_contracts_are_one_finding() -> None:
    rules = Rules([contract(f"V{n}", start=None) for n in range(4)])
    [finding] = rules.found("contract_unclear")
    assert (finding.params, finding.money) == ({"count": 4}, euro("4800"))


def test_leased_things_are_to_be_given_back() -> None:
    def found(end: date) -> list[object]:
        return [one.severity for one in Rules(contract(leasing_end=end)).found("leasing_return")]

    assert found(TODAY) == [ACT]
    assert found(date(2027, 1, 31)) == [WATCH]
    assert found(date(2027, 5, 31)) == []
