"""Lines that remedies, initiatives and earlier purchases produce by themselves."""

from datetime import date
from decimal import Decimal

from tests.analysis.budget_records import by_year, euros, line, months, paid, results
from virtualcio.actions.results import Results
from virtualcio.analysis.budget.lines import Basis
from virtualcio.analysis.budget.views import GroupBy
from virtualcio.model import Application, Asset, BudgetLine, Goal, Initiative, InitiativeAsset, InitiativeGoal
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import CostKind, Purpose
from virtualcio.model.initiatives import ChangeKind, InitiativeState
from virtualcio.model.inventory import AssetCategory, Ownership, RemedyKind


def project(**fields: object) -> Initiative:
    fields.setdefault("state", InitiativeState.PLANNED)
    return Initiative(name="Neues CRM", start=date(2027, 2, 1), months=3, **fields)


def server(bought: date, **fields: object) -> Asset:
    """Five years of service life."""
    return Asset(
        name="Server", category=AssetCategory.SERVER, purchase_date=bought, cost=Decimal(5000), **fields
    )


def origins(of: Results) -> set[str]:
    return {one.origin.value for one in of.budget_lines}


def test_the_money_of_an_initiative_is_paid_at_the_end_of_each_of_its_months() -> None:
    one = project(one_off_cost=Decimal(10000), one_off_kind=CostKind.OPEX)
    of = results(one)

    assert paid(line(of, one, "initiative")) == [
        (date(2027, 2, 28), Decimal("3333.33")),
        (date(2027, 3, 31), Decimal("3333.34")),
        (date(2027, 4, 30), Decimal("3333.33")),
    ]


def test_what_an_initiative_capitalises_is_borne_from_its_last_month_on() -> None:
    one = project(one_off_cost=Decimal(10000))
    of = results(one)

    assert by_year(of, line(of, one, "initiative"), Basis.COST) == {
        2027: Decimal("2500.00"), 2028: Decimal("3333.33"), 2029: Decimal("3333.34"), 2030: Decimal("833.33"),
    }  # fmt: skip


def test_what_an_initiative_leaves_behind_is_paid_monthly_and_is_operation() -> None:
    one = project(running_cost=Decimal(1000), change_kind=ChangeKind.TRANSFORM)
    of = results(one)
    left = line(of, one, "running")

    assert paid(left)[:3] == [
        (date(2027, 5, 31), Decimal("83.33")),
        (date(2027, 6, 30), Decimal("83.34")),
        (date(2027, 7, 31), Decimal("83.33")),
    ]
    assert by_year(of, left)[2027] == Decimal("666.67")
    assert by_year(of, left)[2028] == Decimal("1000.00")
    assert (left.purpose, left.change) == (Purpose.OPERATION, ChangeKind.RUN)
    assert line(of, one, "initiative").change is ChangeKind.TRANSFORM


def test_done_initiatives_keep_their_money_and_dropped_or_unplanned_ones_have_none() -> None:
    done = project(one_off_cost=Decimal(900), state=InitiativeState.DONE, finished_on=date(2026, 3, 10))
    done.start = date(2026, 1, 1)
    dropped = project(one_off_cost=Decimal(900), state=InitiativeState.DROPPED)
    idea = project(one_off_cost=Decimal(900))
    idea.start = None
    of = results(done, dropped, idea)

    assert [one.record_id for one in of.budget_lines] == [done.id]
    assert by_year(of, line(of, done, "initiative")) == {2026: Decimal("900.00")}


def test_an_initiative_is_split_among_its_goals_by_strength() -> None:
    one = project(one_off_cost=Decimal("100.00"), one_off_kind=CostKind.OPEX)
    goals = [Goal(name=name) for name in ("A", "B", "C")]
    links = [
        InitiativeGoal(initiative_id=one.id, goal_id=goal.id, strength=strength)
        for goal, strength in zip(goals, (3, 3, 0), strict=True)
    ]
    third = InitiativeGoal(initiative_id=one.id, goal_id=goals[2].id, strength=1)

    two = results(one, goals, links).budget_table(group_by=GroupBy.GOAL)
    assert {row.key: row.total for row in two.rows} == {
        goals[0].id: Decimal("50.00"), goals[1].id: Decimal("50.00"),
    }  # fmt: skip
    # 3/7 of 100 is 42.857, 6/7 is 85.714: the parts are 42.86, 42.85 and 14.29
    three = results(one, goals, links, third).budget_table(group_by=GroupBy.GOAL)
    assert {row.key: row.total for row in three.rows} == {
        goals[0].id: Decimal("42.86"), goals[1].id: Decimal("42.85"), goals[2].id: Decimal("14.29"),
    }  # fmt: skip


def test_a_decided_remedy_is_paid_when_it_is_due_and_today_if_it_is_overdue() -> None:
    late = server(date(2020, 5, 10), remedy=RemedyKind.REPLACE)  # due in May 2025
    soon = server(date(2023, 3, 1), remedy=RemedyKind.REPLACE)
    of = results(late, soon)

    # 2 % a year: 5,000 × 1.02^6 after six years, × 1.02^5 after five
    assert paid(line(of, late, "remedy")) == [(date(2026, 11, 22), Decimal("5630.81"))]
    assert paid(line(of, soon, "remedy")) == [(date(2028, 3, 1), Decimal("5520.40"))]


def test_what_nobody_has_decided_is_counted_beside_the_budget() -> None:
    late, unknown = server(date(2020, 5, 10)), server(date(2020, 5, 10))
    unknown.cost = None
    accepted = server(date(2020, 5, 10), remedy=RemedyKind.ACCEPT)
    retiring = server(date(2020, 5, 10), remedy=RemedyKind.RETIRE)
    of = results(late, unknown, accepted, retiring)

    assert "remedy" not in origins(of)
    beside = of.undecided_remedies
    assert (beside.count, beside.total, beside.without_value) == (2, Decimal("5630.81"), 1)


def test_what_an_initiative_remedies_gives_no_line_of_its_own() -> None:
    late, undecided = server(date(2020, 5, 10), remedy=RemedyKind.REPLACE), server(date(2020, 5, 10))
    one = project(one_off_cost=Decimal(8000))
    links = [InitiativeAsset(initiative_id=one.id, asset_id=thing.id) for thing in (late, undecided)]
    of = results(late, undecided, one, links)

    assert "remedy" not in origins(of)
    assert of.undecided_remedies.count == 0
    # it stands beside the wave: overdue now, money in 2027
    now, following = of.wave_beside_money[:2]
    assert (now.year, now.need, now.planned, now.missing) == (2026, *euros("11261.62", "0", "11261.62"))
    assert (following.year, following.planned, following.missing) == (2027, *euros("8000.00", "0"))


def test_a_leased_thing_and_an_update_are_expensed_and_a_purchase_is_borne_over_its_life() -> None:
    leased = server(date(2023, 1, 1), remedy=RemedyKind.REPLACE, ownership=Ownership.LEASED)
    leased.remedy_cost = Decimal(600)
    owned = server(date(2022, 1, 1), remedy=RemedyKind.REPLACE, service_life_years=5)
    owned.remedy_cost, owned.remedy_cost_on = Decimal(6000), date(2026, 12, 31)
    update = Application(
        name="ERP", support_end=date(2027, 5, 1), remedy=RemedyKind.UPDATE, remedy_cost=Decimal(90)
    )
    free = Application(name="DMS", support_end=date(2027, 5, 1), remedy=RemedyKind.UPDATE)
    of = results(leased, owned, update, free)

    assert line(of, leased, "remedy").kind is CostKind.OPEX
    assert line(of, update, "remedy").kind is CostKind.OPEX
    assert f"remedy:{free.id}" not in {one.key for one in of.budget_lines}
    found = line(of, owned, "remedy")  # due 01.01.2027
    assert by_year(of, found) == {2027: Decimal("6000.00")}
    assert by_year(of, found, Basis.COST) == {year: Decimal("1200.00") for year in range(2027, 2031)}


def test_what_was_bought_earlier_is_borne_without_being_paid() -> None:
    one = Asset(
        name="Maschine", category=AssetCategory.SERVER, purchase_date=date(2024, 5, 15),
        cost=Decimal(12600), service_life_years=5,
    )  # fmt: skip
    sold = Asset(
        name="Verkauft", category=AssetCategory.SERVER, purchase_date=date(2024, 5, 15),
        cost=Decimal(12600), retired_on=date(2026, 8, 20), service_life_years=5,
    )  # fmt: skip
    of = results(one, sold)

    assert paid(line(of, one, "depreciation")) == []
    assert by_year(of, line(of, one, "depreciation"), Basis.COST) == {
        2024: Decimal("1680.00"), 2025: Decimal("2520.00"), 2026: Decimal("2520.00"),
        2027: Decimal("2520.00"), 2028: Decimal("2520.00"), 2029: Decimal("840.00"),
    }  # fmt: skip
    # the case of rules.md section 5: a disposal depreciates through its month
    assert by_year(of, line(of, sold, "depreciation"), Basis.COST) == {
        2024: Decimal("1680.00"), 2025: Decimal("2520.00"), 2026: Decimal("1680.00"),
    }  # fmt: skip
    assert months(line(of, one, "depreciation"), 2029) == euros(*["210.00"] * 4)


def test_what_is_leased_unpaid_or_not_yet_bought_is_not_depreciated() -> None:
    of = results(
        server(date(2025, 1, 1), ownership=Ownership.LEASED),
        server(date(2027, 1, 1)),
        Asset(name="Geschenk", category=AssetCategory.SERVER, purchase_date=date(2025, 1, 1)),
    )

    assert "depreciation" not in origins(of)


def test_what_stands_in_the_inventory_is_borne_there_and_not_again_by_the_line_that_bought_it() -> None:
    bought = server(date(2026, 1, 10), service_life_years=5)
    planned = server(date(2027, 3, 1), service_life_years=5)
    lines = [
        BudgetLine(
            name="Kauf", amount=Decimal(5000), first_on=thing.purchase_date, kind=CostKind.CAPEX,
            period=PaymentPeriod.ONCE, asset_id=thing.id, useful_life_years=5,
        )
        for thing in (bought, planned)
    ]  # fmt: skip
    of = results(bought, planned, lines)

    paid_and_there, still_to_come = (line(of, one, "typed") for one in lines)
    assert by_year(of, paid_and_there) == {2026: Decimal("5000.00")}
    assert by_year(of, paid_and_there, Basis.COST) == {}
    assert by_year(of, line(of, bought, "depreciation"), Basis.COST) == {
        year: Decimal("1000.00") for year in range(2026, 2031)
    }
    # ten months of 2027: as long as it is not there, the line bears it
    assert by_year(of, still_to_come, Basis.COST)[2027] == Decimal("833.33")


def test_cheap_things_and_bought_software_are_borne_as_the_commercial_book_does() -> None:
    cheap = Asset(
        name="Tablet", category=AssetCategory.TABLET, purchase_date=date(2026, 3, 1), cost=Decimal(799)
    )
    software = Application(name="DMS", purchase_date=date(2025, 7, 1), cost=Decimal(3600))
    of = results(cheap, software)

    assert months(line(of, cheap, "depreciation"), 2026) == euros("799.00")  # at once, in March
    # three years, not the one of tax law: 1,200 a year from July on
    assert by_year(of, line(of, software, "depreciation"), Basis.COST) == {
        2025: Decimal("600.00"), 2026: Decimal("1200.00"), 2027: Decimal("1200.00"), 2028: Decimal("600.00"),
    }  # fmt: skip
