"""What is proposed for a thing that runs out, and what that costs on a day."""

from datetime import date
from decimal import Decimal

import pytest

from tests.analysis.small_company import TABLES
from virtualcio.analysis.inventory.due_dates import due_of
from virtualcio.analysis.inventory.remedies import proposed_remedy, remedy_of, remedy_value
from virtualcio.exchange.facts_tables import program_tables
from virtualcio.model import Application, Asset
from virtualcio.model.inventory import AmountOrigin, AssetCategory, Hosting, Ownership, RemedyKind

TWO = Decimal(2)
DAY = date(2026, 11, 22)


def proposal(record: Asset | Application, day: date | None = None) -> RemedyKind:
    return proposed_remedy(record, TABLES, due_of(record, TABLES), day)


def notebook(**fields: object) -> Asset:
    return Asset(name="Notebook", category=AssetCategory.NOTEBOOK, **fields)


def test_what_is_merely_old_is_replaced() -> None:
    assert proposal(notebook(purchase_date=date(2021, 1, 1), product="Oldie OS 3")) is RemedyKind.REPLACE


def test_when_support_ends_the_tables_know_the_successor_on_the_same_device() -> None:
    young = notebook(product="Oldie OS 2", purchase_date=date(2025, 1, 1))
    old = notebook(product="Oldie OS 1", purchase_date=date(2018, 1, 1), service_life_years=20)
    undated = notebook(product="Oldie OS 1")
    assert proposal(young) is RemedyKind.UPDATE
    assert proposal(old) is RemedyKind.REPLACE
    assert proposal(undated) is RemedyKind.REPLACE


def test_an_update_is_no_remedy_once_the_service_life_is_over_too() -> None:
    # Support ends 31.03.2027, service life 01.06.2027
    asset = notebook(product="Oldie OS 2", purchase_date=date(2023, 6, 1))
    assert proposal(asset, date(2027, 5, 31)) is RemedyKind.UPDATE
    assert proposal(asset, date(2027, 6, 1)) is RemedyKind.REPLACE


def test_without_tables_assets_are_replaced_and_applications_upgraded() -> None:
    assert proposal(notebook(support_end=DAY)) is RemedyKind.REPLACE
    assert proposal(Application(name="ERP", support_end=DAY)) is RemedyKind.UPGRADE
    assert proposal(Application(name="CRM", hosting=Hosting.CLOUD)) is RemedyKind.UPDATE


@pytest.mark.parametrize(
    ("product", "bought", "kind"),
    [
        ("Windows 11 Pro 24H2", date(2024, 5, 1), RemedyKind.UPDATE),
        ("Windows 10 Pro 22H2", date(2022, 5, 1), RemedyKind.UPDATE),
        ("Windows 10 Pro 22H2", date(2018, 5, 1), RemedyKind.REPLACE),
        ("Windows Server 2012 R2", date(2024, 5, 1), RemedyKind.UPGRADE),
        ("Windows 7 Professional", date(2024, 5, 1), RemedyKind.REPLACE),
    ],
)
def test_the_programs_tables_propose_what_fits_the_device(
    product: str, bought: date, kind: RemedyKind
) -> None:
    asset = Asset(name="PC", product=product, purchase_date=bought)
    tables = program_tables()
    assert proposed_remedy(asset, tables, due_of(asset, tables)) is kind


def test_a_decided_remedy_goes_before_the_proposal() -> None:
    asset = notebook(purchase_date=date(2021, 1, 1), remedy=RemedyKind.RETIRE)
    assert remedy_of(asset, TABLES, due_of(asset, TABLES)) == (RemedyKind.RETIRE, False)
    asset.remedy = None
    assert remedy_of(asset, TABLES, due_of(asset, TABLES)) == (RemedyKind.REPLACE, True)


def test_replacing_costs_the_base_grown_by_whole_years() -> None:
    # 1,000 on 23.11.2020: on 22.11.2026 five years, 1000 × 1.02^5 = 1,104.0808032
    asset = notebook(cost=Decimal(1000), purchase_date=date(2020, 11, 23))
    value = remedy_value(asset, RemedyKind.REPLACE, DAY, TWO)
    assert (value.amount, value.years) == (Decimal("1104.08"), 5)
    # one day later six: 1000 × 1.02^6 = 1,126.162419…
    assert remedy_value(asset, RemedyKind.REPLACE, date(2026, 11, 23), TWO).amount == Decimal("1126.16")


def test_it_is_rounded_per_piece() -> None:
    # 1,000 for 3 pieces, one year: 333.333… × 1.02 = 340 each
    asset = notebook(cost=Decimal(1000), quantity=3, purchase_date=date(2025, 1, 1))
    value = remedy_value(asset, RemedyKind.REPLACE, DAY, TWO)
    assert (value.per_piece, value.amount) == (Decimal("340.00"), Decimal("1020.00"))
    # 100 for 3 pieces, no growth: 33.33 each
    asset = notebook(cost=Decimal(100), quantity=3)
    assert remedy_value(asset, RemedyKind.REPLACE, DAY, TWO).amount == Decimal("99.99")


def test_half_a_cent_is_rounded_away_from_zero() -> None:
    # 0.25 × 1.02 = 0.255
    asset = notebook(cost=Decimal("0.25"), purchase_date=date(2025, 11, 22))
    assert remedy_value(asset, RemedyKind.REPLACE, DAY, TWO).amount == Decimal("0.26")


def test_an_entered_cost_and_its_day_go_before_the_purchase() -> None:
    asset = notebook(
        cost=Decimal(1000),
        purchase_date=date(2020, 1, 1),
        remedy_cost=Decimal(1500),
        remedy_cost_on=date(2025, 11, 22),
        remedy_cost_origin=AmountOrigin.OFFER,
    )
    value = remedy_value(asset, RemedyKind.REPLACE, DAY, TWO)
    assert (value.amount, value.base, value.base_on) == (
        Decimal("1530.00"), Decimal(1500), date(2025, 11, 22),
    )  # fmt: skip
    assert (value.origin, value.estimated) == (AmountOrigin.OFFER, False)


def test_a_base_without_a_day_does_not_grow() -> None:
    value = remedy_value(notebook(cost=Decimal(1000)), RemedyKind.REPLACE, DAY, TWO)
    assert (value.amount, value.years, value.base_on) == (Decimal(1000), 0, None)


def test_before_the_day_of_the_base_nothing_grows() -> None:
    asset = notebook(cost=Decimal(1000), purchase_date=date(2025, 1, 1))
    assert remedy_value(asset, RemedyKind.REPLACE, date(2020, 1, 1), TWO).amount == Decimal(1000)


def test_unknown_cost_has_no_value_and_is_never_0() -> None:
    for kind in (RemedyKind.REPLACE, RemedyKind.ACCEPT, RemedyKind.UPDATE, RemedyKind.UPGRADE):
        assert remedy_value(notebook(), kind, DAY, TWO).amount is None


def test_leased_and_borrowed_things_have_a_value_only_if_one_is_entered() -> None:
    for ownership in (Ownership.LEASED, Ownership.BORROWED):
        asset = notebook(cost=Decimal(1000), ownership=ownership)
        assert remedy_value(asset, RemedyKind.REPLACE, DAY, TWO).amount is None
        asset.remedy_cost = Decimal(700)
        assert remedy_value(asset, RemedyKind.REPLACE, DAY, TWO).amount == Decimal(700)


def test_updates_and_upgrades_have_their_own_cost_that_does_not_grow() -> None:
    asset = notebook(
        cost=Decimal(9000), remedy_cost=Decimal(400), remedy_cost_on=date(2020, 1, 1), quantity=3
    )
    assert remedy_value(asset, RemedyKind.UPGRADE, DAY, TWO).amount == Decimal(400)
    assert remedy_value(asset, RemedyKind.UPDATE, DAY, TWO).amount == Decimal(400)


def test_retiring_costs_nothing_unless_a_cost_is_entered() -> None:
    assert remedy_value(notebook(cost=Decimal(900)), RemedyKind.RETIRE, DAY, TWO).amount == 0
    asset = notebook(remedy_cost=Decimal(80))
    assert remedy_value(asset, RemedyKind.RETIRE, DAY, TWO).amount == Decimal(80)


def test_accepting_leaves_the_value_as_it_is() -> None:
    asset = notebook(cost=Decimal(1000), purchase_date=date(2025, 1, 1))
    assert remedy_value(asset, RemedyKind.ACCEPT, DAY, TWO).amount == Decimal("1020.00")


def test_huge_amounts_stay_exact() -> None:
    # 999,999,999,999.99 × 1.02^2 = 1,040,399,999,999.989596
    asset = notebook(cost=Decimal("999999999999.99"), purchase_date=date(2024, 1, 1))
    assert remedy_value(asset, RemedyKind.REPLACE, DAY, TWO).amount == Decimal("1040399999999.99")
