"""Budget and review in the workbook: the figures of the window as real cells, and sums that agree."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from virtualcio.actions.export import company_export, export_company
from virtualcio.actions.open_company import OpenCompany
from virtualcio.exchange.demo_files import demo_records
from virtualcio.exchange.workbook import Sheet
from virtualcio.model import BudgetLine, Company
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory
from virtualcio.store.workspace import Workspace
from virtualcio.texts import speaking

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def company() -> OpenCompany:
    first, *rest = demo_records(TODAY)
    assert isinstance(first, Company)
    return OpenCompany(Workspace.create(None, first, records=rest), TODAY)


@pytest.fixture(scope="module")
def sheets(company: OpenCompany) -> dict[str, Sheet]:
    with speaking("en"):
        return {sheet.title: sheet for sheet in company_export(company).sheets}


def rows_of(sheet: Sheet) -> list[dict[str, object]]:
    return [dict(zip([column.title for column in sheet.columns], row, strict=True)) for row in sheet.rows]


def money(value: object) -> Decimal:
    assert isinstance(value, Decimal)
    return value


def test_budget_and_review_have_their_sheets_in_german(company: OpenCompany) -> None:
    with speaking("de"):
        titles = [sheet.title for sheet in company_export(company).sheets]

    wanted = [
        "Störungen", "Positionen", "Ist-Kosten", "Konten", "Mehrjahresplan", "Positionen des Plans",
        "Plan und Ist", "Zugeordnete Ausgaben", "Reviews", "IT-Runde", "Beschlüsse", "Aufgaben",
        "Nachbesprechungen", "Nutzung", "Kennzahlen der Reviews", "Änderungen zwischen Reviews",
        "Sicherheits-Selbstcheck", "Standortbestimmung",
    ]  # fmt: skip
    assert [title for title in titles if title in wanted] == wanted


def test_every_view_of_the_plan_adds_up_to_the_same_sum(sheets: dict[str, Sheet]) -> None:
    sums: dict[object, dict[object, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for row in rows_of(sheets["Multi-year plan"]):
        sums[row["Amounts"]][row["By what"]] += money(row["Total"])

    assert set(sums) == {"when it is paid", "when it counts as cost"}
    for by_view in sums.values():
        assert len(by_view) == 7 and len(set(by_view.values())) == 1


def test_the_lines_of_the_plan_add_up_to_the_plan(sheets: dict[str, Sheet]) -> None:
    lines = sum((money(row["2027"]) for row in rows_of(sheets["Lines of the plan"])), Decimal(0))
    plan = [
        money(row["2027"])
        for row in rows_of(sheets["Multi-year plan"])
        if row["Amounts"] == "when it is paid" and row["By what"] == "Category"
    ]
    by_category = [
        money(row["Plan"]) for row in rows_of(sheets["Plan and actual"]) if row["Fiscal year"] == "2027"
    ]

    assert lines == sum(plan, Decimal(0)) == sum(by_category, Decimal(0)) > 0


def test_threads_add_up_to_the_larger_expenses(company: OpenCompany, sheets: dict[str, Sheet]) -> None:
    rows = rows_of(sheets["Assigned spending"])

    assert sum((money(row["Amount"]) for row in rows), Decimal(0)) == company.results.spending.total
    without = [row for row in rows if row["State"] == "without purpose"]
    assert without and all(row["What is missing"] for row in without)


def test_frozen_figures_stand_beside_those_of_today(sheets: dict[str, Sheet]) -> None:
    sheet = sheets["Key figures of reviews"]
    backlog = next(row for row in rows_of(sheet) if row["Key figure"] == "Investment backlog")

    assert [column.title for column in sheet.columns] == ["Key figure", "Q2 2026", "Q3 2026", "22 Nov 2026"]
    assert (backlog["Q2 2026"], backlog["Q3 2026"]) == (Decimal("76082.28"), Decimal("74102.28"))
    assert rows_of(sheets["Changes between reviews"])[0]["Review"] == "since then"


def test_the_self_check_has_all_questions_and_the_first_talk_what_was_answered(
    sheets: dict[str, Sheet],
) -> None:
    assert len(sheets["Security self-check"].rows) == 27
    answers = [row["Answer"] for row in rows_of(sheets["First talk"])]
    assert len(answers) > 10 and all(answers)


def test_a_typed_line_is_a_real_amount_in_its_year(tmp_path: Path) -> None:
    line = BudgetLine(
        name="=1+1", category=BudgetCategory.TRAINING, amount=Decimal("1234.56"),
        period=PaymentPeriod.ONCE, first_on=date(2027, 3, 1),
    )  # fmt: skip
    own = OpenCompany(Workspace.create(None, Company(name="Muster"), records=[line]), TODAY)
    with speaking("en"):
        export_company(own, tmp_path / "a.xlsx")

    header, row = load_workbook(tmp_path / "a.xlsx")["Lines of the plan"].iter_rows(values_only=True)
    cells = dict(zip(header, row, strict=True))
    assert cells["2027"] == 1234.56 and cells["2026"] == 0 and cells["Budget line"] == "=1+1"


def test_an_empty_company_has_its_sheets_too() -> None:
    own = OpenCompany(Workspace.create(None, Company(name="Leer"), records=[]), TODAY)

    titles = {sheet.title: len(sheet.rows) for sheet in company_export(own).sheets}

    assert titles["Mehrjahresplan"] == titles["Sicherheits-Selbstcheck"] == 0
