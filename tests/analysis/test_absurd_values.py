"""Absurd values in a file (a slip of the pen, an odd import) never bring the rules down."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.analysis.small_company import TODAY, Rules, carries, covers, serves
from virtualcio.analysis.checks.all_checks import run_checks
from virtualcio.analysis.inventory.backlog import things_of
from virtualcio.analysis.inventory.backlog_curves import backlog_row, curve_days
from virtualcio.analysis.inventory.due_events import events_with_successors
from virtualcio.analysis.inventory.waiting_cost import waiting_costs
from virtualcio.analysis.inventory.wear import wear
from virtualcio.model import Application, Asset, Contract, Process
from virtualcio.model.contracts import Anchor, NoticeUnit, PaymentPeriod, RenewalKind
from virtualcio.model.inventory import AssetCategory, Criticality, RemedyKind

DAYS = some.none() | some.dates() | some.sampled_from([date.min, date.max, TODAY, date(2024, 2, 29)])
COUNTS = some.none() | some.integers(-(10**9), 10**9) | some.sampled_from([0, 1, 12])
MONEY = (
    some.none()
    | some.decimals(Decimal("-999999999999.99"), Decimal("999999999999.99"), places=2)
    | some.sampled_from([Decimal("0.00"), Decimal("0.01"), Decimal("999999999999.99")])
)

ASSETS = some.fixed_dictionaries(
    {
        "category": some.sampled_from(AssetCategory),
        "quantity": some.integers(-(10**9), 10**9) | some.just(0),
        "product": some.sampled_from(["", "Oldie OS 1", "Oldie OS 2", "Oldie OS", "\x00", "😀 1"]),
        "purchase_date": DAYS,
        "support_end": DAYS,
        "extended_support_end": DAYS,
        "retired_on": DAYS,
        "accepted_until": DAYS,
        "cost": MONEY,
        "remedy_cost": MONEY,
        "remedy_cost_on": DAYS,
        "remedy": some.none() | some.sampled_from(RemedyKind),
        "service_life_years": COUNTS,
    }
)
CONTRACTS = some.fixed_dictionaries(
    {
        "start": DAYS,
        "term_months": COUNTS,
        "renewal": some.sampled_from(RenewalKind),
        "renewal_months": COUNTS,
        "notice_count": COUNTS,
        "notice_unit": some.sampled_from(NoticeUnit),
        "anchor": some.sampled_from(Anchor),
        "notice_given_on": DAYS,
        "agreed_end": DAYS,
        "cost": MONEY,
        "cost_period": some.sampled_from(PaymentPeriod),
        "price_increase_percent": MONEY,
        "switch_days": COUNTS,
        "public_telecom": some.booleans(),
        "response_hours": COUNTS,
        "seats_bought": COUNTS,
        "seats_used": COUNTS,
        "leasing_end": DAYS,
    }
)


@settings(max_examples=300, deadline=None)
@given(ASSETS, CONTRACTS, COUNTS, some.sampled_from([0, 1, 7, 12, 13, -5]))
def test_every_rule_answers_whatever_a_file_holds(
    fields: dict[str, Any], terms: dict[str, Any], hours: int | None, fiscal_year_start: int
) -> None:
    asset, application = Asset(name="S", **fields), Application(name="A", users=hours)
    contract = Contract(name="V", **terms)
    process = Process(name="P", criticality=Criticality.CRITICAL, max_outage_hours=hours)
    rules = Rules(
        asset, application, contract, process,
        carries(asset, application), serves(application, process), covers(contract, asset),
        fiscal_year_start=fiscal_year_start,
    )  # fmt: skip
    rules = rules.with_assumptions(price_increase_percent=Decimal(30))
    dues, days = rules.dues, curve_days(TODAY)
    run_checks(rules.facts)
    wear(rules.data, dues, TODAY)
    waiting_costs(rules.data, dues, TODAY, rules.values(TODAY), rules.assumptions)
    for record in things_of(rules.data):
        due, remedy = dues[record.id], rules.remedy(record)
        backlog_row(record, due, remedy, days, Decimal(30), date(2027, 12, 31))
        events_with_successors(record, due, remedy, TODAY, date(2029, 11, 22), Decimal(30))
