"""The replacement wave: which money in which fiscal year, and its peaks."""

from datetime import date
from decimal import Decimal

from tests.analysis.small_company import Rules, euro
from virtualcio.analysis.inventory.backlog import Area
from virtualcio.model import Application, Asset
from virtualcio.model.inventory import AssetCategory, RemedyKind


def server(cost: str, due: date, **fields: object) -> Asset:
    return Asset(name=f"S{due}", category=AssetCategory.SERVER, cost=euro(cost), support_end=due, **fields)


def test_money_stands_in_the_fiscal_year_of_its_due_date() -> None:
    rules = Rules(
        server("1000", date(2026, 11, 22)),  # today: overdue
        server("200", date(2026, 11, 23)),
        server("30", date(2027, 1, 1)),
        server("4", date(2028, 12, 31)),
    )
    found = rules.wave()
    assert [column.label_year for column in found.columns] == [None, 2026, 2027, 2028, 2029, 2030, 2031]
    assert [column.total for column in found.columns] == [1000, 200, 30, 4, 0, 0, 0]


def test_the_overdue_column_is_the_backlog() -> None:
    rules = Rules(server("1000", date(2024, 1, 1)), Asset(name="?", support_end=date(2024, 1, 1)))
    first = rules.wave().columns[0]
    assert (first.total, first.without_value) == (rules.backlog().total, 1)
    assert sorted(first.item_keys) == sorted(item.record.id for item in rules.backlog().items)


def test_a_fiscal_year_may_start_in_any_month() -> None:
    rules = Rules(
        server("1", date(2027, 6, 30)), server("20", date(2027, 7, 1)), server("300", date(2028, 6, 30)),
        fiscal_year_start=7,
    )  # fmt: skip
    years = {column.label_year: column.total for column in rules.wave(years=3).years}
    assert years == {2026: 1, 2027: 320, 2028: 0}
    assert rules.wave().columns[1].first_day == date(2026, 7, 1)


def test_the_value_is_that_of_the_due_date() -> None:
    # 1,000 bought 01.03.2023, due 01.03.2028: five years, 1,104.08
    asset = Asset(name="S", category=AssetCategory.SERVER, cost=euro("1000"), purchase_date=date(2023, 3, 1))
    assert Rules(asset).wave().columns[3].total == euro("1104.08")


def test_columns_are_split_by_area() -> None:
    due = date(2027, 5, 1)
    rules = Rules(
        server("100", due),
        Asset(name="N", category=AssetCategory.NOTEBOOK, cost=euro("20"), support_end=due),
        Application(name="A", cost=euro("3"), support_end=due, remedy=RemedyKind.REPLACE),
    )
    assert rules.wave().columns[2].by_area == {
        Area.INFRASTRUCTURE: 100, Area.WORKPLACES: 20, Area.APPLICATIONS: 3,
    }  # fmt: skip


def test_an_updated_notebook_still_comes_up_for_replacement() -> None:
    # Support ends 31.03.2027 (update, no price), service life 01.06.2029: 1,000 × 1.02^4 = 1,082.43
    asset = Asset(
        name="N", category=AssetCategory.NOTEBOOK, product="Oldie OS 2",
        cost=euro("1000"), purchase_date=date(2025, 6, 1),
    )  # fmt: skip
    years = {column.label_year: column for column in Rules(asset).wave().years}
    assert (years[2027].total, years[2027].without_value) == (0, 1)
    assert (years[2029].total, years[2029].events[0].after_update) == (euro("1082.43"), True)


def test_things_retired_before_they_are_due_are_left_out() -> None:
    gone = server("100", date(2028, 5, 1), retired_on=date(2028, 5, 1))
    assert sum(column.total for column in Rules(gone).wave().columns) == 0


def test_what_lies_beyond_the_last_year_is_not_lost() -> None:
    assert Rules(server("100", date(2040, 1, 1))).wave().later_total == 100


def test_a_year_above_one_and_a_half_of_the_mean_of_the_others_is_a_peak() -> None:
    def peaks(amount: str) -> list[tuple[int, Decimal, date]]:
        rules = Rules(
            server("100", date(2026, 12, 1)), server("200", date(2027, 12, 1)),
            server(amount, date(2028, 5, 31)),
        )  # fmt: skip
        return [(peak.year, peak.mean_of_others, peak.release_by) for peak in rules.wave(years=3).peaks]

    # The mean of 2026 and 2027 is 150; 1.5 × 150 = 225
    assert peaks("225.00") == []
    # Three months before the first of them falls due: 31.05. − 3 months = 29.02.2028
    assert peaks("225.01") == [(2028, Decimal("150.00"), date(2028, 2, 29))]


def test_money_for_a_peak_that_is_near_must_be_released_today() -> None:
    rules = Rules(server("900", date(2026, 12, 1)), server("1", date(2027, 12, 1)))
    peak = rules.wave(years=2).peaks[0]
    assert (peak.year, peak.release_by, peak.first_due) == (2026, date(2026, 11, 22), date(2026, 12, 1))


def test_where_only_one_year_has_anything_there_is_no_peak() -> None:
    assert Rules(server("900", date(2028, 12, 1))).wave().peaks == ()


def test_the_overdue_column_is_never_a_peak() -> None:
    rules = Rules(
        server("99999", date(2020, 1, 1)), server("1", date(2026, 12, 1)), server("1", date(2027, 1, 1))
    )
    assert rules.wave(years=2).peaks == ()
