"""Contracts in the budget: dearer at anniversaries, up to a given end, and never lost."""

from datetime import date
from decimal import Decimal

from tests.analysis.budget_records import by_year, contract, euros, line, months, paid, results
from virtualcio.analysis.budget.lines import Basis
from virtualcio.model import ContractProcess, Goal, GoalProcess, Process
from virtualcio.model.contracts import ContractKind, PaymentPeriod, RenewalKind
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.initiatives import ChangeKind


def test_a_contract_gets_dearer_at_each_anniversary_from_today_on() -> None:
    one = contract("ERP-Pflege", "100", date(2025, 3, 15), price_increase_percent=Decimal(4))
    of = results(one)

    # today's price until 14.03.2027; then 104.00, 108.16, 112.49, 116.99 (116.985856)
    assert by_year(of, line(of, one, "contract")) == {
        2025: Decimal("1000.00"),
        2026: Decimal("1200.00"),
        2027: Decimal("1240.00"),
        2028: Decimal("1289.60"),
        2029: Decimal("1341.22"),
        2030: 2 * Decimal("112.49") + 10 * Decimal("116.99"),
    }


def test_a_contract_that_has_not_begun_starts_at_the_price_of_today() -> None:
    one = contract("Neu", "1000", date(2027, 2, 1), price_increase_percent=Decimal(5),
                   cost_period=PaymentPeriod.YEAR)  # fmt: skip
    of = results(one)

    assert paid(line(of, one, "contract")) == [
        (date(2027, 2, 1), Decimal("1000.00")), (date(2028, 2, 1), Decimal("1050.00")),
        (date(2029, 2, 1), Decimal("1102.50")), (date(2030, 2, 1), Decimal("1157.63")),
    ]  # fmt: skip


def test_a_contract_that_renews_itself_goes_on_and_one_that_ends_by_itself_does_not() -> None:
    terms = {"term_months": 24, "renewal_months": 12, "notice_count": 3, "cost_period": PaymentPeriod.QUARTER}
    goes_on = contract("Telefon", "300", date(2026, 2, 1), renewal=RenewalKind.MONTHS, **terms)
    ends = contract("Leasing", "300", date(2026, 2, 1), renewal=RenewalKind.NONE, **terms)
    of = results(goes_on, ends)

    assert by_year(of, line(of, goes_on, "contract")) == {
        2026: Decimal("1200.00"), 2027: Decimal("1200.00"), 2028: Decimal("1200.00"),
        2029: Decimal("1200.00"), 2030: Decimal("1200.00"),
    }  # fmt: skip
    assert by_year(of, line(of, ends, "contract")) == {2026: Decimal("1200.00"), 2027: Decimal("1200.00")}


def test_after_notice_it_is_paid_until_the_end_that_the_notice_reaches() -> None:
    one = contract(
        "Alarm", "10", date(2024, 1, 1), term_months=12, renewal=RenewalKind.MONTHS, renewal_months=12,
        notice_count=3, notice_given_on=date(2026, 9, 30),
    )  # fmt: skip
    of = results(one)

    assert line(of, one, "contract").payments[-1].day == date(2026, 12, 1)


def test_the_last_payment_is_borne_by_the_months_until_the_end() -> None:
    one = contract("Domain", "1200", date(2025, 1, 1), cost_period=PaymentPeriod.YEAR,
                   agreed_end=date(2027, 6, 30))  # fmt: skip
    of = results(one)
    found = line(of, one, "contract")

    assert by_year(of, found) == {year: Decimal("1200.00") for year in (2025, 2026, 2027)}
    assert months(found, 2027) == euros(*["200.00"] * 6)
    assert months(found, 2026) == euros(*["100.00"] * 12)


def test_without_a_start_a_year_is_paid_in_the_first_month_of_each_fiscal_year() -> None:
    one = contract("Irgendwann", "50", None)
    of = results(one, fiscal_year_start=7)
    found = line(of, one, "contract")

    assert found.assumed
    assert paid(found)[2] == (date(2026, 7, 1), Decimal("600.00"))
    assert by_year(of, found) == {year: Decimal("600.00") for year in range(2024, 2031)}
    assert by_year(of, found, Basis.COST) == {year: Decimal("600.00") for year in range(2024, 2031)}


def test_a_single_payment_without_a_start_is_taken_in_this_fiscal_year() -> None:
    one = contract("Einrichtung", "700", None, cost_period=PaymentPeriod.ONCE)
    of = results(one)

    assert by_year(of, line(of, one, "contract")) == {2026: Decimal("700.00")}


def test_leasing_is_expensed_as_devices_and_other_kinds_have_their_category() -> None:
    leasing = contract("Drucker", "90", date(2026, 1, 1), kind=ContractKind.LEASING)
    cloud = contract("Mail", "90", date(2026, 1, 1), kind=ContractKind.CLOUD)
    own = contract("SOC", "90", date(2026, 1, 1), kind=ContractKind.CLOUD, category=BudgetCategory.SECURITY)
    of = results(leasing, cloud, own)

    found = [line(of, one, "contract") for one in (leasing, cloud, own)]
    assert [one.kind for one in found] == [CostKind.OPEX] * 3
    assert [one.category for one in found] == [
        BudgetCategory.HARDWARE, BudgetCategory.SOFTWARE, BudgetCategory.SECURITY,
    ]  # fmt: skip


def test_a_contract_without_cost_is_named_and_counts_nothing() -> None:
    one = contract("Unklar", None, date(2026, 1, 1))
    of = results(one)

    assert line(of, one, "contract").unknown
    assert of.year_figures(2026).unknown_lines == 1
    assert of.year_figures(2026).plan == 0


def test_a_contract_serves_the_open_goals_of_its_processes_unless_it_has_its_own() -> None:
    sale = Process(name="Verkauf")
    faster, done = Goal(name="Schneller"), Goal(name="Erledigt", closed_on=date(2026, 1, 1))
    plain, own = contract("CRM", "10", date(2026, 1, 1)), contract("Neu", "10", date(2026, 1, 1))
    own.goal_id = done.id
    of = results(
        sale, faster, done, plain, own,
        ContractProcess(contract_id=plain.id, process_id=sale.id),
        GoalProcess(goal_id=faster.id, process_id=sale.id), GoalProcess(goal_id=done.id, process_id=sale.id),
    )  # fmt: skip

    through = line(of, plain, "contract")
    assert (through.goal_ids, through.goals_by_process, through.purpose) == (
        (faster.id,), True, Purpose.OPERATION,
    )  # fmt: skip
    direct = line(of, own, "contract")
    assert (direct.goal_ids, direct.goals_by_process, direct.purpose) == ((done.id,), False, Purpose.GOAL)
    assert (through.change, direct.change) == (ChangeKind.RUN, ChangeKind.GROW)
