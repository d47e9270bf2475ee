"""When things are due, why, and how they stand on a day."""

from datetime import date

import pytest

from tests.analysis.small_company import TABLES, TODAY
from virtualcio.analysis.inventory.due_dates import Due, DueReason, DueState, SupportOrigin, due_of, state_on
from virtualcio.analysis.inventory.product_facts import MatchKind
from virtualcio.exchange.facts_tables import program_tables
from virtualcio.model import Application, Asset
from virtualcio.model.inventory import AssetCategory, Hosting


def server(**fields: object) -> Asset:
    return Asset(name="Server", category=AssetCategory.SERVER, **fields)


def due(record: Asset | Application) -> Due:
    return due_of(record, TABLES)


def test_age_is_purchase_date_plus_service_life_of_the_category() -> None:
    found = due(server(purchase_date=date(2020, 3, 12)))
    assert (found.due, found.reason) == (date(2025, 3, 12), DueReason.AGE)
    assert (found.service_life_years, found.service_life_source) == (5, "test")


def test_29_february_plus_years_is_28_february_in_a_common_year() -> None:
    assert due(server(purchase_date=date(2020, 2, 29))).due == date(2025, 2, 28)
    assert due(server(purchase_date=date(2020, 2, 29), service_life_years=4)).due == date(2024, 2, 29)


def test_a_typed_service_life_goes_before_the_table() -> None:
    found = due(server(purchase_date=date(2020, 3, 12), service_life_years=8))
    assert (found.due, found.service_life_typed) == (date(2028, 3, 12), True)


@pytest.mark.parametrize("years", [0, -3, 1000])
def test_a_senseless_service_life_is_passed_over(years: int) -> None:
    assert due(server(purchase_date=date(2020, 3, 12), service_life_years=years)).due == date(2025, 3, 12)


def test_the_earlier_of_support_and_age_counts_with_its_reason() -> None:
    support_first = due(server(purchase_date=date(2022, 5, 1), support_end=date(2026, 1, 31)))
    age_first = due(server(purchase_date=date(2020, 5, 1), support_end=date(2026, 1, 31)))
    assert (support_first.due, support_first.reason) == (date(2026, 1, 31), DueReason.SUPPORT)
    assert (age_first.due, age_first.reason) == (date(2025, 5, 1), DueReason.AGE)


def test_a_tie_is_support() -> None:
    found = due(server(purchase_date=date(2020, 5, 1), support_end=date(2025, 5, 1)))
    assert (found.due, found.reason) == (date(2025, 5, 1), DueReason.SUPPORT)


def test_support_comes_from_the_tables_with_its_source() -> None:
    found = due(server(product="Oldie OS 1"))
    assert (found.due, found.support_origin) == (date(2020, 1, 14), SupportOrigin.TABLE)
    assert found.support_source == "test"


def test_a_typed_end_of_support_goes_before_the_tables() -> None:
    found = due(server(product="Oldie OS 1", support_end=date(2024, 12, 31)))
    assert (found.due, found.support_origin) == (date(2024, 12, 31), SupportOrigin.TYPED)


def test_bought_extended_support_puts_the_end_off() -> None:
    found = due(server(product="Oldie OS 1", extended_support_end=date(2027, 1, 14)))
    assert (found.support_end, found.regular_support_end) == (date(2027, 1, 14), date(2020, 1, 14))
    assert found.extended and found.support_origin is SupportOrigin.EXTENDED


def test_extended_support_that_ends_earlier_changes_nothing() -> None:
    found = due(server(support_end=date(2027, 1, 1), extended_support_end=date(2025, 1, 1)))
    assert (found.support_end, found.extended) == (date(2027, 1, 1), False)


def test_no_announced_end_counts_as_no_date() -> None:
    found = due(server(product="Oldie OS 3", purchase_date=date(2024, 1, 1)))
    assert (found.due, found.reason) == (date(2029, 1, 1), DueReason.AGE)
    assert found.support_origin is SupportOrigin.NOT_ANNOUNCED


def test_nothing_known_is_unknown() -> None:
    found = due(server(product="Something else 9"))
    assert (found.due, found.reason, found.support_origin) == (None, None, SupportOrigin.UNKNOWN)
    assert state_on(found, server(), TODAY) is DueState.UNKNOWN


def test_an_application_has_no_age() -> None:
    assert due(Application(name="ERP", purchase_date=date(2000, 1, 1))).due is None


def test_a_cloud_application_needs_no_date_and_another_one_does() -> None:
    assert due(Application(name="Mail", hosting=Hosting.CLOUD)).needs_no_date
    assert due(Application(name="ERP", product="Oldie OS 3")).needs_no_date
    assert not due(Application(name="ERP")).needs_no_date


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 5, 9), DueState.LATER),
        (date(2026, 5, 10), DueState.SOON),  # due 10.05.2027 is today + 12 months
        (date(2027, 5, 9), DueState.SOON),
        (date(2027, 5, 10), DueState.OVERDUE),  # due on the day itself
        (date(2031, 1, 1), DueState.RETIRED),
    ],
)
def test_states_change_on_their_day(day: date, state: DueState) -> None:
    asset = server(purchase_date=date(2022, 5, 10), retired_on=date(2031, 1, 1))
    assert state_on(due(asset), asset, day) is state


def test_what_is_not_yet_bought_is_not_due() -> None:
    asset = server(product="Oldie OS 1", purchase_date=date(2027, 1, 1))
    assert state_on(due(asset), asset, TODAY) is DueState.LATER


def test_an_open_edition_takes_the_earlier_end_and_says_so() -> None:
    found = due_of(Asset(name="PC", product="Windows 11 24H2"), program_tables())
    assert (found.support_end, found.edition_assumed) == (date(2026, 10, 13), True)
    exact = due_of(Asset(name="PC", product="Windows 11 Enterprise 24H2"), program_tables())
    assert (exact.support_end, exact.edition_assumed) == (date(2027, 10, 12), False)


def test_the_name_of_a_phone_tells_its_own_end() -> None:
    tables = program_tables()
    phone = Asset(name="Google Pixel 6 Lager", category=AssetCategory.SMARTPHONE)
    assert due_of(phone, tables).support_end == date(2026, 10, 1)
    # Its system is supported longer than the device, or has no announced end: the device decides.
    phone.product = "Android 15"
    assert due_of(phone, tables).support_end == date(2026, 10, 1)
    phone.product = "Android 11"
    assert due_of(phone, tables).support_end == date(2024, 2, 5)


def test_a_name_alone_is_no_product_for_anything_but_devices() -> None:
    found = due_of(Asset(name="Windows Server 2012 R2", category=AssetCategory.SERVER), program_tables())
    assert (found.support_end, found.match) == (None, None)


def test_an_ambiguous_product_gives_no_date() -> None:
    found = due_of(Asset(name="Firewall", product="FortiOS 7"), program_tables())
    assert (found.support_end, found.support_origin) == (None, SupportOrigin.AMBIGUOUS)
    assert found.match is not None and found.match.how is MatchKind.AMBIGUOUS
