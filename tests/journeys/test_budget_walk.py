"""What IT costs over the years, from an empty company to a forecast: typed lines, a contract, an initiative
and the accounts list of the books, in the real window; every cent is worked out by hand.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys import budget_hands as budget
from tests.journeys import plan_hands as hands
from tests.journeys.budget_hands import cents
from tests.journeys.walk import CTRL, SHIFT, Walk, a_walk, in_file
from virtualcio.analysis.budget.views import Basis, GroupBy
from virtualcio.model import Account, ActualCost, BudgetLine
from virtualcio.model.expense import BudgetCategory
from virtualcio.store.verify import verify
from virtualcio.ui.budget.actuals_part import Face

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
CLOUD, UPKEEP, PORTAL = "Cloud-Speicher", "Wartung ERP", "Kundenportal"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "brandt.vcio"


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        hands.begin_new_company(walking, path)
        yield walking


def first_line(walk: Walk, name: str, **typed: str) -> None:
    """From the empty page of the budget."""
    budget.the_plan(walk)
    walk.click("Eintippen")
    hands.write(walk, name)
    hands.fill_row(walk, name, **typed)


def a_plan_from_july(walk: Walk) -> None:
    """A typed line, a contract that brings its line, and an initiative that brings two."""
    budget.fiscal_year_from(walk, "Juli")
    first_line(
        walk, CLOUD, amount="199,99", period="Monatlich", first_on="01.08.2026", category="Software",
        price_increase_percent="3", purpose="Für den Betrieb",
    )  # fmt: skip
    hands.turn_to(walk, "inventory", "contracts")
    hands.add_row(walk, UPKEEP)
    hands.fill_row(
        walk, UPKEEP, start="15.03.2025", cost="1.000,50 €", cost_period="Vierteljährlich",
        price_increase_percent="2",
    )  # fmt: skip
    hands.turn_to(walk, "priorities", "initiatives")
    hands.add_row(walk, PORTAL)
    hands.fill_row(
        walk, PORTAL, one_off_cost="10000", running_cost="1200", start="05/2027", months="3",
        change_kind="Umbau",
    )  # fmt: skip


def by_origin(walk: Walk, basis: Basis) -> dict[str | None, list[object]]:
    table = walk.place.company.results.budget_table(basis, GroupBy.ORIGIN)
    assert [one.year for one in table.columns] == [2024, 2025, 2026, 2027, 2028, 2029, 2030]
    return {row.key: list(row.amounts) for row in table.rows}


# Fiscal years from July. 11 months of 199.99, then 12 of 199.99 × 1.03ⁿ, each rounded to 205.99, 212.17,
# 218.53 and 225.09.
CLOUD_PAID = cents("0", "0", "2199.89", "2471.88", "2546.04", "2622.36", "2701.08")
# On the 15th of March, June, September and December 1,000.50; from March 2027, the next anniversary,
# 1,020.51, then 1,040.92, 1,061.74, 1,082.97 and 1,104.63.
UPKEEP_PAID = cents("2001.00", "4002.00", "4042.02", "4122.86", "4205.32", "4289.42", "4375.20")
# Two thirds of June's payment belong to July and August, the next fiscal year: 333.50, 340.17, 346.97,
# 353.91, 360.99 and 368.21 stay in June.
UPKEEP_BORNE = cents("1334.00", "4002.00", "4028.68", "4109.25", "4191.44", "4275.27", "4360.76")


def test_generated_and_typed_lines_add_up_to_the_cent_in_every_view(walk: Walk, path: Path) -> None:
    a_plan_from_july(walk)
    # The portal is paid in May, June (6,666.67) and July 2027; then 1,200 a year, from August on 100 a month.
    # It is used, and so written off over 3 years, from July 2027 on.
    once, later = cents("0", "0", "6666.67", "3333.33", "0", "0", "0"), cents("0", "0", "0", "1100")
    borne = cents("0", "0", "0", "3333.33", "3333.34", "3333.33", "0")
    later += cents("1200", "1200", "1200")
    paid = by_origin(walk, Basis.CASH)
    assert paid == {"typed": CLOUD_PAID, "contract": UPKEEP_PAID, "initiative": once, "running": later}
    cost = by_origin(walk, Basis.COST)
    assert cost == {"typed": CLOUD_PAID, "contract": UPKEEP_BORNE, "initiative": borne, "running": later}

    # What is shown: 2,199.89 + 4,042.02 + 6,666.67 = 12,908.58 this year.
    rows = budget.shown(walk, "Zahlung", "Jahre")
    assert rows["Summe"] == ("12.909", "11.028", "7.951", "8.112", "8.276")
    assert rows["Software und Cloud"] == ("2.200", "2.472", "2.546", "2.622", "2.701")
    # July 0; August 199.99; September 199.99 + 1,000.50; … May and June with a third of the portal each.
    months = budget.shown(walk, "Monate")["Summe"]
    assert months == (
        "0", "200", "1.200", "200", "200", "1.200", "200", "200", "1.221", "200", "3.533", "4.554", "12.909",
    )  # fmt: skip
    assert budget.shown(walk, "Kosten", "Quartale")["Summe"] == ("1.400", "1.600", "1.607", "1.620", "6.229")
    for table in budget.every_view(walk):
        assert [sum(column) for column in zip(*(row.amounts for row in table.rows), strict=True)] == list(
            table.totals
        ), (table.basis, table.group_by)
        assert sum(table.totals) == table.total
    totals = {(table.basis, table.columns): table.totals for table in budget.every_view(walk)}
    assert len(totals) == 2 * 15  # the same for all groupings

    hands.turn_to(walk, "budget", "budget_lines")
    hands.fill_row(walk, CLOUD, cancelled_on="30.06.2028", cancelled_reason="Zu teuer")
    assert by_origin(walk, Basis.CASH)["typed"] == [*CLOUD_PAID[:4], *cents("0", "0", "0")]
    walk.press(Qt.Key.Key_Z, CTRL)
    walk.press(Qt.Key.Key_Z, CTRL)
    assert by_origin(walk, Basis.CASH)["typed"] == CLOUD_PAID
    assert hands.undo_all_and_redo(walk, path) > 15
    walk.end()
    [line] = in_file(path, BudgetLine)
    assert isinstance(line, BudgetLine) and (line.category, line.cancelled_on) == (
        BudgetCategory.SOFTWARE,
        None,
    )
    assert verify(path).ok
    with a_walk("en") as again:
        assert again.window.tasks.open_path(path)
        assert by_origin(again, Basis.CASH) == paid
        assert budget.shown(again, "Payment", "Years")["Total"][0] == "12,909"


def lines_of_a_calendar_year(walk: Walk) -> None:
    first_line(
        walk, "Microsoft 365", amount="1200", period="Monatlich", first_on="01.01.2026", category="Software"
    )
    hands.turn_to(walk, "budget", "budget_lines")
    for name, amount, day, category in (
        ("Kurs ERP", "3000", "01.12.2026", "Schulung"),
        ("Prüfung der Sicherheit", "2500", "15.03.2026", "Sicherheit"),
    ):
        hands.add_row(walk, name)
        hands.fill_row(walk, name, amount=amount, first_on=day, category=category)


def beside_the_plan(walk: Walk) -> dict[str, tuple[str, ...]]:
    """Plan, actual, forecast and difference by name of the category."""
    part = budget.the_actuals(walk)
    part.show_face(Face.BESIDE_PLAN)
    return {row.name: row.cells for row in part.table.plan.rows}


def account(walk: Walk, number: str) -> str:
    [found] = [one.id for one in walk.place.company.data.all(Account) if one.number == number]
    return found


def totals(walk: Walk) -> tuple[str, str, str]:
    one = walk.place.company.results.year_figures(2026)
    return str(one.plan), str(one.actual), str(one.forecast)


def test_the_list_of_the_books_stands_beside_the_plan_and_a_longer_one_takes_its_place(
    walk: Walk, path: Path, tmp_path: Path
) -> None:
    lines_of_a_calendar_year(walk)
    assert totals(walk) == ("19900.00", "None", "19900.00")  # 12 × 1,200 + 3,000 + 2,500
    sample = SAMPLES / "summen_salden.csv"
    budget.read_list(walk, sample)
    walk.click("10 Zeilen übernehmen")
    # Nothing says that IT stands in 4805, 4900 and 4945; somebody knows better about the training in 4945.
    hands.turn_to(walk, "budget", "accounts")
    assert hands.table_of_tab(walk).table.show_record(account(walk, "4945"), "counts")
    hands.table_of_tab(walk).table.setFocus()
    walk.press(Qt.Key.Key_Space)
    # Software: 11,406.94 + 17,326.12, to the end of October; with November and December as planned 31,133.06.
    # Devices: 8,316.77 + 2,739.26. Telephone: 5,371.18 + 1,060.64. Training: 1,530.52,
    # and the course in December. Security: nothing is booked, the plan stays.
    rows = beside_the_plan(walk)
    assert rows["Software und Cloud"] == ("14.400", "28.733", "31.133", "+16.733")
    assert rows["Geräte"] == ("0", "11.056", "11.056", "+11.056")
    assert rows["Schulung"] == ("3.000", "1.531", "4.531", "+1.531")
    assert rows["Sicherheit"] == ("2.500", "—", "2.500", "0")
    assert totals(walk) == ("19900.00", "62344.70", "70244.70")
    assert budget.the_actuals(walk).until.text() == "Ist-Kosten bis 31.10.2026"
    months = walk.place.company.results.months_figures(2026)
    assert sum(month.forecast for month in months) == Decimal("70244.70")
    assert [month.actual is None for month in months] == [False] * 10 + [True] * 2
    card = budget.the_plan(walk).plan.table
    assert card.plan.header[3:6] == ("Plan 2026", "Ist 2026", "Prognose 2026")
    assert card.plan.rows[-1].cells[:3] == ("19.900", "62.345", "70.245")

    budget.read_list(walk, sample)  # the same again is no news
    assert not [button for button in walk.buttons() if "übernehmen" in button.text()]
    longer = tmp_path / "november.csv"
    words = sample.read_text(encoding="cp1252").replace("Oktober", "November")
    longer.write_text(
        words.replace("17.376,12;50,00;17.326,12", "20.050,00;50,00;20.000,00"), encoding="cp1252"
    )
    budget.read_list(walk, longer)
    walk.click("10 Zeilen übernehmen")
    # 11,406.94 + 20,000 + 1,200 of December; nothing is counted twice.
    assert beside_the_plan(walk)["Software und Cloud"][1:3] == ("31.407", "32.607")
    assert totals(walk) == ("19900.00", "65018.58", "71718.58")
    walk.press(Qt.Key.Key_Z, CTRL)
    assert totals(walk) == ("19900.00", "62344.70", "70244.70")
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert hands.undo_all_and_redo(walk, path) > 10
    walk.end()
    booked = in_file(path, ActualCost)
    assert len(booked) == 10 and {str(one.last_on) for one in booked} == {"2026-11-30"}  # type: ignore[attr-defined]
    with a_walk() as again:
        assert again.window.tasks.open_path(path)
        assert totals(again) == ("19900.00", "65018.58", "71718.58")


def test_a_list_over_the_turn_of_the_fiscal_year_is_said_to_count_in_none(walk: Walk, tmp_path: Path) -> None:
    budget.fiscal_year_from(walk, "Juli")
    first_line(walk, "Telefon", amount="100", period="Monatlich", first_on="01.07.2026", category="Telefon")
    budget.read_list(walk, SAMPLES / "summen_salden.csv")
    assert "Wechsel des Geschäftsjahrs" in walk.importing.preview.notes.text()
    walk.click("10 Zeilen übernehmen")
    assert totals(walk) == ("1200.00", "None", "1200.00")
    said = budget.the_actuals(walk).until.text()
    assert said == "7 Beträge reichen über den Wechsel des Geschäftsjahrs und zählen nicht"
    [found] = [one for one in walk.place.company.results.findings if one.check_id == "actuals_across_years"]
    assert (found.params["count"], found.money) == (7, Decimal("60814.18"))
    walk.press(Qt.Key.Key_Z, CTRL)
    own = budget.accounts_list(
        tmp_path / "juli.csv", "Juli - Oktober 2026", "4920;Telefon;0,00;500,00;20,00;480,00 S"
    )
    budget.read_list(walk, own)
    walk.click("1 Zeile übernehmen")
    assert "actuals_across_years" not in {one.check_id for one in walk.place.company.results.findings}
    assert totals(walk) == ("1200.00", "480.00", "1280.00")  # 480 to October and 8 × 100
