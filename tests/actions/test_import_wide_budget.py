"""Budget tables with a column per year or month: as few lines as say the same, to the cent."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.import_company import empty_company, text_file, workbook
from virtualcio.actions.import_table import Existing, ImportPlan, correct, propose_import, run_import
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.calendar_days import add_months
from virtualcio.exchange.import_plan import RowRole
from virtualcio.exchange.wide_lines import Filled, parts_of
from virtualcio.exchange.wide_periods import Stretch
from virtualcio.model import BudgetLine
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory
from virtualcio.texts import Message

MONTHS = "Position;Jan;Feb;Mrz;Apr;Mai;Jun;Jul;Aug;Sep;Okt;Nov;Dez"
ONCE, MONTH, YEAR = PaymentPeriod.ONCE, PaymentPeriod.MONTH, PaymentPeriod.YEAR


def lines(company: OpenCompany) -> list[tuple[object, ...]]:
    found = company.data.all(BudgetLine)
    return [(one.name, str(one.amount), one.period, one.first_on, one.last_on) for one in found]


def taken(folder: Path, *rows: str, name: str = "it-budget.csv") -> list[tuple[object, ...]]:
    company = empty_company()
    run_import(company, propose_import(company, text_file(folder, *rows, name=name)))
    return lines(company)


def said(plan: ImportPlan, number: int) -> str:
    return " ".join(str(one) for row in plan.rows if row.in_file == number for one in row.sentences)


def test_the_same_amount_each_year_is_one_line_other_amounts_are_one_each(tmp_path: Path) -> None:
    found = taken(
        tmp_path, "Position;Kostenart;2026;2027;2028", "Cloud;Software;1.200,00;1.200,00;1.200,00",
        "Lizenzen;Software;1.000;1.100,50;1.210", "Schulung;Schulung;;4.800,50;", "Messe;Sonstiges;500;;700",
        "Summe;;2.700,00;7.101,00;3.110,00",
    )  # fmt: skip
    assert found == [
        ("Cloud", "1200.00", YEAR, date(2026, 1, 1), date(2028, 12, 31)),
        ("Lizenzen 2026", "1000.00", ONCE, date(2026, 1, 1), None),
        ("Lizenzen 2027", "1100.50", ONCE, date(2027, 1, 1), None),
        ("Lizenzen 2028", "1210.00", ONCE, date(2028, 1, 1), None),
        ("Schulung", "4800.50", ONCE, date(2027, 1, 1), None),
        ("Messe 2026", "500.00", ONCE, date(2026, 1, 1), None),
        ("Messe 2028", "700.00", ONCE, date(2028, 1, 1), None),
    ]


def test_what_else_the_row_says_goes_to_each_of_its_lines(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(tmp_path, "Position;Kostenart;Konto;2026;2027", "ERP;Software;4806;100;200")
    run_import(company, propose_import(company, path, "budget_lines"))
    found = [(one.category, one.account) for one in company.data.all(BudgetLine)]
    assert found == [(BudgetCategory.SOFTWARE, "4806")] * 2


def test_months_of_the_year_in_the_title_become_monthly_lines(tmp_path: Path) -> None:
    found = taken(
        tmp_path, "IT-Budget 2027, Stand 15.10.2026", MONTHS, "Cloud;" + ";".join(["89,90"] * 12),
        "Telefon;" + ";".join(["100"] * 6 + ["120"] * 6), "Wartung;300;;;300;;;300;;;300;;",
        "Umzug;;;2.500;;;;;;;;;", "Aushilfe;;400;400;;;;;;150;;;", name="liste.csv",
    )  # fmt: skip
    assert found == [
        ("Cloud", "89.90", MONTH, date(2027, 1, 1), date(2027, 12, 31)),
        ("Telefon 01/2027", "100.00", MONTH, date(2027, 1, 1), date(2027, 6, 30)),
        ("Telefon 07/2027", "120.00", MONTH, date(2027, 7, 1), date(2027, 12, 31)),
        ("Wartung", "300.00", PaymentPeriod.QUARTER, date(2027, 1, 1), date(2027, 10, 31)),
        ("Umzug", "2500.00", ONCE, date(2027, 3, 1), None),
        ("Aushilfe 02/2027", "400.00", MONTH, date(2027, 2, 1), date(2027, 3, 31)),
        ("Aushilfe 09/2027", "150.00", ONCE, date(2027, 9, 1), None),
    ]


def test_the_year_of_months_is_asked_for_where_nothing_names_it(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(tmp_path, MONTHS, "Cloud;" + ";".join(["10"] * 12), name="it-budget.csv")
    asked = propose_import(company, path)
    assert (asked.months, asked.into) == ("", "budget_lines")
    assert "Monate ohne Jahr" in str(asked.problem)

    answered = correct(asked, months="2028")
    assert (answered.problem, answered.months) == (None, "01.01.2028 – 31.12.2028")
    run_import(company, answered)
    assert lines(company) == [("Cloud", "10.00", MONTH, date(2028, 1, 1), date(2028, 12, 31))]


def test_fiscal_years_begin_in_their_month_and_months_run_through_them(tmp_path: Path) -> None:
    company = empty_company()
    with company.workspace.change(Message("x")):
        company.data.company.fiscal_year_start = 7
    years = text_file(tmp_path, "Position;GJ 2026/27;2027/28", "Cloud;10;20", name="it-budget.csv")
    run_import(company, propose_import(company, years))
    order = "Position;Juli;August;September;Oktober;November;Dezember;Januar;Februar"
    months = text_file(tmp_path, "GJ 2026/27", order, "Netz;" + ";".join(["5"] * 8), name="planung.csv")
    run_import(company, propose_import(company, months, "budget_lines"))
    assert lines(company) == [
        ("Cloud 2026/27", "10.00", ONCE, date(2026, 7, 1), None),
        ("Cloud 2027/28", "20.00", ONCE, date(2027, 7, 1), None),
        ("Netz", "5.00", MONTH, date(2026, 7, 1), date(2027, 2, 28)),
    ]


def test_a_workbook_with_numbers_and_dates_as_headings_is_understood(tmp_path: Path) -> None:
    company = empty_company()
    years = workbook(tmp_path, ["Position", 2027, 2028], ["Cloud", 100.1, 100.1], name="it-budget.xlsx")
    run_import(company, propose_import(company, years))
    days: list[object] = [date(2027, month, 1) for month in (1, 2, 3)]
    months = workbook(tmp_path, ["Position", *days], ["Netz", 7, 7, 9], name="planung.xlsx")
    run_import(company, propose_import(company, months, "budget_lines"))
    assert lines(company) == [
        ("Cloud", "100.10", YEAR, date(2027, 1, 1), date(2028, 12, 31)),
        ("Netz 01/2027", "7.00", MONTH, date(2027, 1, 1), date(2027, 2, 28)),
        ("Netz 03/2027", "9.00", ONCE, date(2027, 3, 1), None),
    ]


def test_rows_without_an_amount_and_sums_are_left_out_and_say_why(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(
        tmp_path, "Position;2027;2028", "Leer;;", "Null;0;0,00", "Strich;-;", "Cloud;10;10", "Netz;5;6",
        "Zwischensumme Betrieb;15;16", "Gesamtkosten;15;16", "Gesamtlizenz;3;3", name="it-budget.csv",
    )  # fmt: skip
    plan = propose_import(company, path)
    roles = {row.label: row.role for row in plan.rows if not row.taken and row.role is not RowRole.HEADER}
    assert roles == {
        "Leer": RowRole.NOTHING, "Null": RowRole.NOTHING, "Strich": RowRole.NOTHING,
        "Zwischensumme Betrieb": RowRole.TOTAL, "Gesamtkosten": RowRole.TOTAL,
    }  # fmt: skip
    assert [row.label for row in plan.rows if row.taken] == [
        "Cloud",
        "Netz 2027",
        "Netz 2028",
        "Gesamtlizenz",
    ]


def test_a_sum_beside_the_months_is_checked_and_never_added(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(
        tmp_path, "Position;Jan 2027;Feb 2027;2027;Summe", "Cloud;10;10;20;20", "Netz;10;10;25;20",
        name="it-budget.csv",
    )  # fmt: skip
    plan = propose_import(company, path)
    assert said(plan, 2) == ""
    assert "„25“ ist nicht die Summe" in said(plan, 3)
    run_import(company, plan)
    assert [(one[0], one[1], one[2]) for one in lines(company)] == [
        ("Cloud", "10.00", MONTH), ("Netz", "10.00", MONTH),
    ]  # fmt: skip


def test_words_instead_of_an_amount_are_named_and_kept(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(tmp_path, "Position;2027;2028", "ERP;siehe Vertrag;100", name="it-budget.csv")
    plan = propose_import(company, path)
    assert "2027: „siehe Vertrag“ ist kein Betrag" in said(plan, 2)
    run_import(company, plan)
    [line] = company.data.all(BudgetLine)
    assert (line.amount, line.first_on, line.note) == (Decimal(100), date(2028, 1, 1), "2027: siehe Vertrag")


def test_thousands_years_outside_the_plan_and_spent_money_are_told_apart(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(
        tmp_path, "IT-Budget (Angaben in T€)", "Position;Ist 2025;Plan 2027;Plan 2041", "Cloud;9;12,5;14",
        name="liste.csv",
    )  # fmt: skip
    plan = propose_import(company, path)
    notes = " ".join(str(one) for one in plan.notes)
    assert "Tausend Euro" in notes
    assert "Außerhalb der Planjahre und daher in keiner Zahl: Plan 2041." in notes
    run_import(company, plan)
    assert [(one[0], one[1]) for one in lines(company)] == [
        ("Cloud 2027", "12500.00"), ("Cloud 2041", "14000.00"),
    ]  # fmt: skip
    assert {one.note for one in company.data.all(BudgetLine)} == {"Ist 2025: 9"}


def test_two_plans_for_one_year_are_not_added_up(tmp_path: Path) -> None:
    found = taken(tmp_path, "Position;Plan 2027;Ansatz 2027;2028", "Cloud;10;12;10")
    assert found == [("Cloud", "10.00", YEAR, date(2027, 1, 1), date(2028, 12, 31))]


def test_one_year_in_the_heading_of_a_plain_table_leaves_it_plain(tmp_path: Path) -> None:
    found = taken(tmp_path, "Position;Betrag 2027;Zahlung;Ab", "Cloud;10;monatlich;01.02.2027")
    assert found == [("Cloud", "10.00", MONTH, date(2027, 2, 1), None)]
    assert taken(tmp_path, "Position;Betrag 2027", "Cloud;10") == [
        ("Cloud", "10.00", ONCE, date(2027, 1, 1), None)
    ]


def test_the_same_table_again_adds_nothing_and_another_amount_updates_its_line(tmp_path: Path) -> None:
    company = empty_company()
    header = "Position;2027;2028"
    path = text_file(tmp_path, header, "Cloud;10;10", "Netz;5;6", name="it-budget.csv")
    run_import(company, propose_import(company, path))
    assert propose_import(company, path).taken == 0

    text_file(tmp_path, header, "Cloud;10;10", "Netz;5;7", name="it-budget.csv")
    again = propose_import(company, path, existing=Existing.UPDATE)
    assert [row.label for row in again.rows if row.taken] == ["Netz 2028"]
    run_import(company, again)
    assert [one[1] for one in lines(company)] == ["10.00", "5.00", "7.00"]


def test_a_row_that_is_cut_otherwise_than_before_asks_whether_it_is_the_same_money(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(tmp_path, "Position;2027;2028", "Cloud;10;10", name="it-budget.csv")
    run_import(company, propose_import(company, path))
    text_file(tmp_path, "Position;2027;2028", "Cloud;10;11", name="it-budget.csv")
    assert "„Cloud“ gibt es schon, gezahlt ab 01.01.2027" in said(propose_import(company, path), 2)
    text_file(tmp_path, "Position;2031;2032", "Cloud;10;11", name="it-budget.csv")
    assert said(propose_import(company, path), 2) == ""


def test_each_line_of_a_row_can_be_corrected_and_left_out_by_itself(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(tmp_path, "Position;2027;2028", "Netz;5;6", name="it-budget.csv")
    plan = propose_import(company, path)
    first, second = [row.number for row in plan.rows if row.role is RowRole.DATA]
    plan = correct(plan, values={(second, "amount"): "66,00"}, skip=[first])
    run_import(company, plan)
    assert lines(company) == [("Netz 2028", "66.00", ONCE, date(2028, 1, 1), None)]


def test_a_column_that_the_user_takes_out_makes_no_line(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(tmp_path, "Position;2027;2028", "Netz;5;6", name="it-budget.csv")
    plan = correct(propose_import(company, path), columns={1: None})
    run_import(company, plan)
    assert [one[0] for one in lines(company)] == ["Netz"]
    assert any("2027" in str(one) for one in plan.notes)


@given(st.lists(st.sampled_from([0, 5, 5, 5, 7]), min_size=1, max_size=24), st.sampled_from([1, 3, 12]))
@settings(max_examples=150)
def test_the_lines_of_a_row_pay_what_its_columns_say(amounts: list[int], months: int) -> None:
    stretches = [Stretch(add_months(date(2026, 1, 1), at * months), months) for at in range(len(amounts))]
    wanted = {
        stretch.first: Decimal(amount) for stretch, amount in zip(stretches, amounts, strict=True) if amount
    }
    filled = [
        Filled(at, stretch, Decimal(amount))
        for at, (stretch, amount) in enumerate(zip(stretches, amounts, strict=True))
        if amount
    ]
    steps = {MONTH: 1, PaymentPeriod.QUARTER: 3, PaymentPeriod.HALF_YEAR: 6, YEAR: 12}
    paid: dict[date, Decimal] = {}
    for part in parts_of(filled, 1) if filled else []:
        day = part.first
        while day <= (part.last or part.first):
            assert day not in paid
            paid[day] = Decimal(amounts[part.index])
            day = add_months(day, steps[part.period]) if part.period is not ONCE else date.max
    assert paid == wanted
