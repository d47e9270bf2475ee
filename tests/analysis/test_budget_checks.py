"""Checks of typed lines, books, forecast and assigned spending, each at its limit."""

from datetime import date
from decimal import Decimal

import pytest

from tests.analysis.budget_records import account, booked, contract, typed
from tests.analysis.small_company import Rules
from virtualcio.analysis.checks.finding import Severity
from virtualcio.model import BudgetLine, ConfirmedAssignment, Obligation, Process, Record
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.duties import Applies
from virtualcio.model.expense import BudgetCategory, Purpose


def names(rules: Rules, check_id: str) -> list[str]:
    """Of all that one finding of the check is about."""
    (finding,) = rules.found(check_id)
    return [getattr(rules.data.find(kind, key), "name", "") for kind, key in finding.objects]


def once(name: str, amount: str, day: date, **fields: object) -> BudgetLine:
    return typed(name, amount, day, period=PaymentPeriod.ONCE, **fields)


def test_open_lines_without_purpose_or_amount_are_one_finding_each_the_dearest_first() -> None:
    rules = Rules(
        typed("Klein", "10", date(2026, 1, 1)),
        typed("Groß", "90", date(2026, 1, 1)),
        typed("Offen", None, date(2026, 1, 1), purpose=Purpose.OPERATION),
        typed("Abgesagt", None, date(2026, 1, 1), cancelled_on=date(2026, 5, 1)),
        typed("Vorbei", None, date(2025, 1, 1), last_on=date(2026, 11, 21)),
    )
    assert names(rules, "line_without_purpose") == ["Groß", "Klein"]
    assert rules.found("line_without_purpose")[0].money == Decimal(100)
    assert names(rules, "line_without_amount") == ["Offen"]


@pytest.mark.parametrize(
    ("day", "outside"),
    [
        (date(2030, 12, 31), False),  # the last day of the fourth year after this one
        (date(2031, 1, 1), True),
        (date(2016, 11, 22), False),  # ten years back to the day: history
        (date(2016, 11, 21), True),
    ],
)
def test_a_first_payment_after_the_planned_years_or_far_back_is_named(day: date, outside: bool) -> None:
    assert bool(Rules(once("Neue Halle", "900", day)).found("line_outside_plan")) is outside


TELECOM = BudgetCategory.TELECOM


def year_with(spent: str, planned: str = "50000", **other: str) -> Rules:
    """Planned once in January; booked up to September; other categories as they are given."""
    records: list[Record] = []
    for at, (category, amounts) in enumerate({"telecom": (planned, spent), **other}.items()):
        kind = BudgetCategory(category)
        books = account(f"49{at}", kind)
        records += [
            once(category, amounts[0], date(2026, 1, 5), category=kind),
            books,
            booked(books, amounts[1], date(2026, 1, 1), date(2026, 9, 30)),
        ]
    return Rules(*records)


@pytest.mark.parametrize(
    ("planned", "spent", "over"),
    [
        ("50000", "55000", False),  # exactly 10 % and 5,000 €
        ("50000", "55000.01", True),
        ("10000", "15000", False),  # half as much again, but only 5,000 €
        ("10000", "15000.01", True),
        ("80000", "88000", False),  # 8,000 €, but only 10 %
        ("0", "90000", False),  # nothing was planned that could be exceeded
    ],
)
def test_a_year_is_too_dear_above_ten_percent_and_5000_euros(planned: str, spent: str, over: bool) -> None:
    found = year_with(spent, planned).found("budget_overrun")
    assert bool(found) is over
    if over:
        assert found[0].severity is Severity.ACT and found[0].money == Decimal(spent) - Decimal(planned)


def test_a_category_that_is_too_dear_is_named_even_if_another_one_makes_up_for_it() -> None:
    (finding,) = year_with("62000", services=("40000", "25000")).found("budget_overrun")
    assert finding.params["worst"] is TELECOM and not finding.params["in_all"]
    # 62,000 instead of 50,000 €, while the year as a whole gets 3,000 € cheaper
    assert (finding.params["count"], finding.money) == (1, Decimal("12000.00"))


def quarter(books: Record, last: date) -> Record:
    return booked(books, "100", date(last.year, last.month - 2, 1), last)  # type: ignore[arg-type]  # an account


QUARTERS = [date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)]


@pytest.mark.parametrize(("last", "old"), [(date(2026, 7, 22), False), (date(2026, 7, 21), True)])
def test_books_are_old_after_four_months(last: date, old: bool) -> None:
    books = account("4806", TELECOM)
    assert bool(Rules(books, booked(books, "5", date(2026, 1, 1), last)).found("actuals_old")) is old
    assert Rules(books).found("actuals_old") == []  # never any: that is for the next step to say


def test_an_account_that_rests_is_named_only_if_it_was_booked_regularly() -> None:
    regular, rare, going = account("1", TELECOM), account("2", TELECOM), account("3", TELECOM)
    rules = Rules(
        regular, rare, going, *(quarter(regular, day) for day in QUARTERS[:-1]),
        *(quarter(rare, day) for day in QUARTERS[2:4]), *(quarter(going, day) for day in QUARTERS),
    )  # fmt: skip
    (finding,) = rules.found("actuals_old")
    assert [key for _kind, key in finding.objects] == [regular.id]
    assert finding.params == {"count": 1, "last_on": date(2026, 6, 30), "all_of_them": False}


def test_an_amount_that_another_list_covers_and_one_below_zero_are_named() -> None:
    books, other = account("4806", TELECOM), account("4900", TELECOM, counts=False)
    credit = booked(books, "-40", date(2026, 7, 1), date(2026, 7, 31))
    rules = Rules(
        books, other, booked(books, "900", date(2026, 1, 1), date(2026, 9, 30)), credit,
        booked(other, "-9", date(2026, 1, 1), date(2026, 1, 31)),
    )  # fmt: skip
    for check_id in ("actuals_overlap", "actual_negative"):
        (finding,) = rules.found(check_id)
        assert [key for _kind, key in finding.objects] == [credit.id] and finding.money == Decimal(40)


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        (date(2025, 12, 1), date(2026, 1, 31), True),
        (date(2026, 1, 1), date(2026, 12, 31), False),
        (date(2023, 12, 1), date(2024, 1, 31), True),  # its last month is of the first year of the budget
        (date(2022, 12, 1), date(2023, 1, 31), False),  # before it: history
    ],
)
def test_an_amount_that_belongs_to_two_fiscal_years_is_named(first: date, last: date, named: bool) -> None:
    books, other = account("4920", TELECOM), account("8400", TELECOM, counts=False)
    row = booked(books, "600", first, last)
    found = Rules(books, other, row, booked(other, "9", first, last)).found("actuals_across_years")
    assert [key for one in found for _kind, key in one.objects] == ([row.id] if named else [])


@pytest.mark.parametrize(
    ("years", "named"),
    [
        ((2019,), (2019,)),
        ((2023,), (2023,)),  # the budget begins with 2024, and nothing is booked in it
        ((2023, 2024), ()),  # leads into the budget: history
        ((2019, 2022, 2023, 2024), (2019,)),  # 2020 and 2021 are missing between
        ((2022, 2024), (2022,)),
        ((2030,), ()),  # its last year
        ((2026, 2031), (2031,)),
    ],
)
def test_books_of_years_that_the_budget_does_not_look_at_are_named(
    years: tuple[int, ...], named: tuple[int, ...]
) -> None:
    books, other = account("4806", TELECOM), account("8400", TELECOM, counts=False)
    rows = [booked(books, str(year), date(year, 1, 1), date(year, 12, 31)) for year in years]
    found = Rules(books, other, rows, booked(other, "9", date(2018, 1, 1), date(2018, 12, 31))).found(
        "actuals_outside_plan"
    )
    by_key = {row.id: row.first_on.year for row in rows}
    assert tuple(by_key[key] for one in found for _kind, key in one.objects) == named
    assert [one.money for one in found] == ([Decimal(named[0])] if named else [])


def test_books_of_other_years_only_are_said_once() -> None:
    books = account("4806", TELECOM)
    rules = Rules(books, booked(books, "5", date(2019, 3, 1), date(2019, 3, 31)))
    [finding] = rules.found("actuals_outside_plan")
    assert (finding.params["first_on"], finding.params["last_on"]) == (date(2019, 3, 1), date(2019, 3, 31))
    assert rules.found("actuals_old") == []


def duty_of(amount: str, confirmed_on: date | None) -> list[Record]:
    """A larger expense that leads to an obligation that applies and to a process."""
    duty, process = Obligation(name="AVV", applies=Applies.YES), Process(name="Auftrag")
    line = once(
        "Prüfung", amount, date(2027, 1, 5), purpose=Purpose.DUTY, obligation_id=duty.id,
        process_id=process.id,
    )  # fmt: skip
    confirmed = [] if confirmed_on is None else [
        ConfirmedAssignment(subject=line.id, confirmed_on=confirmed_on)
    ]  # fmt: skip
    return [duty, process, line, *confirmed]


@pytest.mark.parametrize(
    ("assigned", "lost", "severity"),
    [
        ("90000", "10000", Severity.WATCH),  # 10,000 € are 10 % of all: both limits are not passed
        ("90000", "10000.01", Severity.ACT),
        ("18000", "2000.01", Severity.ACT),  # little money, but more than 10 %
        ("18000", "2000", Severity.WATCH),
    ],
)
def test_money_without_purpose_is_to_act_on_above_ten_percent_or_10000_euros(
    assigned: str, lost: str, severity: Severity
) -> None:
    rules = Rules(duty_of(assigned, date(2026, 11, 1)), once("Werbung", lost, date(2027, 2, 1)))
    (finding,) = rules.found("expense_without_purpose")
    assert finding.severity is severity and finding.money == Decimal(lost)
    assert names(rules, "expense_without_purpose") == ["Werbung"]


@pytest.mark.parametrize(("confirmed_on", "stale"), [(date(2026, 8, 14), False), (date(2026, 8, 13), True)])
def test_an_assignment_is_stale_after_100_days(confirmed_on: date, stale: bool) -> None:
    rules = Rules(duty_of("5000", confirmed_on))
    assert bool(rules.found("assignment_stale")) is stale
    assert rules.found("expense_without_purpose") == []


def test_a_contract_below_the_limit_is_not_asked_about() -> None:
    assert Rules(contract("Klein", "80", date(2026, 1, 1))).found("expense_without_purpose") == []


@pytest.mark.parametrize(
    ("listed", "named"),
    [
        ("", False),
        ("PRÜF GmbH", False),  # the company of the file
        ("Pruef", False),
        ("Prüf GmbH & Co. KG", False),
        ("Schreinerei Holz GmbH", True),
    ],
)
def test_books_of_another_company_are_named_as_long_as_they_count(listed: str, named: bool) -> None:
    books, other = account("4806", TELECOM), account("8400", TELECOM, counts=False)
    first, last = date(2026, 1, 1), date(2026, 1, 31)
    row = booked(books, "120", first, last, listed_company=listed)
    credit = booked(books, "-30", date(2026, 2, 1), date(2026, 2, 28), listed_company=listed)
    rules = Rules(books, other, row, credit, booked(other, "900", first, last, listed_company=listed))
    found = rules.found("actuals_of_another_company")
    assert [[key for _kind, key in one.objects] for one in found] == ([[row.id, credit.id]] if named else [])
    assert [(one.money, one.params["company"]) for one in found] == (
        [(Decimal(150), listed)] if named else []
    )
