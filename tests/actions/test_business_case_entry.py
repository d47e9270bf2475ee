"""Inputs of a business case: what a new row starts with, what is refused, and what the words say."""

from decimal import Decimal
from typing import Any

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions import cells, edit
from virtualcio.actions.business_case.case_numbers import flow_numbers, spread_numbers, tornado_numbers
from virtualcio.actions.business_case.case_rows import case_rows
from virtualcio.actions.business_case.case_words import (
    after_words,
    case_remarks,
    case_sentence,
    link_words,
    payback_words,
    short_payback,
)
from virtualcio.actions.business_case.take_figures import own_figures, take_figures
from virtualcio.actions.export import company_export
from virtualcio.actions.finding_words import action_of, words_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import place_of, table
from virtualcio.analysis.business_case.amounts_of_years import Scenario
from virtualcio.errors import RefusedValue
from virtualcio.model import CaseInput, Initiative, InitiativeEffort, Record, ResourcePool
from virtualcio.model.business_case import CaseInputKind

D = Decimal
INPUTS = table("case_inputs")


def crm(**more: Any) -> Initiative:
    return Initiative(
        **{
            "id": "crm", "name": "CRM", "one_off_cost": D("10000.00"), "running_cost": D("1200.00"),
            "months": 6, **more,
        }
    )  # fmt: skip


def saving(**more: Any) -> CaseInput:
    return CaseInput(
        **{"id": "tippen", "name": "Weniger Tippen", "initiative_id": "crm", "expected": D("4000.00"), **more}
    )


def said(company: OpenCompany) -> str:
    case = company.results.business_case(company.data.find(Initiative, "crm"))
    return case_sentence(company, case).text.replace("\u00a0", " ")


def typed(company: OpenCompany, row: Record, column: str, value: Any) -> None:
    edit.set_value(company, INPUTS, INPUTS.column(column), row, value)


# --- typing --------------------------------------------------------------------------------------------


def test_a_new_row_is_a_yearly_saving_and_what_is_paid_once_stands_at_the_start(
    make_company: MakeCompany,
) -> None:
    company = make_company(crm())
    row = edit.add_record(company, INPUTS, {"initiative": "crm"})
    assert isinstance(row, CaseInput)
    assert (row.name, row.kind, row.first_year, row.last_year) == ("Neue Zeile", CaseInputKind.SAVING, 1, 5)

    typed(company, row, "kind", CaseInputKind.ONE_OFF)
    assert (row.first_year, row.last_year) == (0, 0)
    typed(company, row, "kind", CaseInputKind.REVENUE)
    assert (row.first_year, row.last_year) == (1, 5)
    company.workspace.undo()
    assert (row.kind, row.first_year, row.last_year) == (CaseInputKind.ONE_OFF, 0, 0)


def test_typed_years_stay_when_the_kind_changes(make_company: MakeCompany) -> None:
    row = saving(first_year=2, last_year=3)
    company = make_company(crm(), row)
    typed(company, row, "kind", CaseInputKind.ONE_OFF)

    assert (row.first_year, row.last_year) == (2, 3)


@pytest.mark.parametrize(
    ("given", "column", "value", "words"),
    [
        ({"last_year": 3}, "first_year", 4, "Das letzte Jahr läge vor dem ersten. Prüfen Sie beide Jahre."),
        ({}, "last_year", 6, "„Bis Jahr“ geht von 0 bis 5. Geben Sie eine Zahl dazwischen ein."),
        ({}, "first_year", -1, "„Ab Jahr“ geht von 0 bis 5."),
        ({}, "expected", D("-1.00"), "„Erwartet“ kann nicht kleiner als 0 sein."),
        ({}, "worst", D("4000.01"), "Bei Nutzen ist der schlechteste Fall der niedrigste Betrag"),
        ({"worst": D("10.00")}, "best", D("9.00"), "Bei Nutzen ist der schlechteste Fall"),
        ({"kind": CaseInputKind.RUNNING}, "worst", D("3999.99"),
         "Bei Kosten ist der schlechteste Fall der höchste Betrag"),
        ({"best": D("5000.00")}, "kind", CaseInputKind.RUNNING, "Bei Kosten ist der schlechteste Fall"),
        ({}, "name", "", "„Was es ist“ darf nicht leer sein."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_sentence_and_nothing_has_changed(
    make_company: MakeCompany, given: dict[str, Any], column: str, value: Any, words: str
) -> None:
    row = saving(**given)
    company = make_company(crm(), row)
    before = cells.value_of(company, INPUTS.column(column), row)
    with pytest.raises(RefusedValue) as refused:
        typed(company, row, column, value)

    assert str(refused.value).startswith(words)
    assert cells.value_of(company, INPUTS.column(column), row) == before


def test_a_row_leads_to_the_tab_of_the_business_case(make_company: MakeCompany) -> None:
    company = make_company(crm(), saving())

    assert place_of(company, CaseInput, "tippen") == ("budget", "business_case", "crm")


# --- taking over --------------------------------------------------------------------------------------


def test_taken_over_figures_leave_the_result_as_it_is_and_are_one_undo_step(
    make_company: MakeCompany,
) -> None:
    pool = ResourcePool(id="it", name="IT", day_rate=D("400.00"))
    effort = InitiativeEffort(initiative_id="crm", pool_id="it", days=D("10.00"))
    initiative = crm()
    company = make_company(initiative, saving(), pool, effort)
    before = company.results.business_case(initiative).expected
    made = take_figures(company, initiative)

    assert [(row.name, row.first_year, row.last_year, row.expected) for row in made] == [
        ("Einmalige Kosten", 0, 0, D("10000.00")),
        ("Laufende Kosten", 1, 1, D("600.00")),  # half of year 1 comes after the end
        ("Laufende Kosten", 2, 5, D("1200.00")),
        ("Eigene Personentage", 0, 0, D("4000.00")),
    ]
    assert company.results.business_case(initiative).expected == before
    assert own_figures(company, initiative) == [] and take_figures(company, initiative) == []
    company.workspace.undo()
    assert company.data.count(CaseInput) == 1


# --- words ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("months", "cell", "short", "sentence"),
    [
        (27, "2 Jahre, 3 Monate", "2 J 3 M", "nach 2 Jahren und 3 Monaten"),
        (13, "1 Jahr, 1 Monat", "1 J 1 M", "nach 1 Jahr und 1 Monat"),
        (36, "3 Jahre", "3 J 0 M", "nach 3 Jahren"),
        (1, "1 Monat", "0 J 1 M", "nach 1 Monat"),
        (0, "sofort", "0 J 0 M", "von Anfang an"),
    ],
)
def test_months_are_said_as_people_say_them(months: int, cell: str, short: str, sentence: str) -> None:
    assert (payback_words(months), short_payback(months), after_words(months)) == (cell, short, sentence)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"expected": None}, "Was es bringt, ist noch nicht eingetragen. Es kostet 15.400 € in 5 Jahren."),
        ({"kind": CaseInputKind.NOT_MONEY},
         "Bringt kein Geld, kostet aber 15.400 € in 5 Jahren. Was dafür spricht, steht unten."),
        ({}, "Rechnet sich nach 3 Jahren und 5 Monaten. Wie sicher das ist, zeigt sich, sobald"),
        # 3,440 € a year are enough with interest
        ({"worst": D("3500.00")}, "Rechnet sich nach 3 Jahren und 5 Monaten, in allen gezogenen Fällen."),
        ({"worst": D("3430.00")}, "Rechnet sich nach 3 Jahren und 5 Monaten; in weniger als 1 von 100"),
        # below them lie (3,440 − 2,000)² ÷ (3,000 × 2,000) of the cases
        ({"worst": D("2000.00"), "best": D("5000.00")},
         "Rechnet sich nach 3 Jahren und 5 Monaten; in 35 von 100 Fällen nicht."),
        ({"expected": D("3200.00")}, "Das Geld ist nach 4 Jahren und 9 Monaten zurück, doch mit Zins fehlen"),
        ({"expected": D("3000.00")}, "Rechnet sich in 5 Jahren nicht: Es fehlen 400 €."),
        ({"expected": D("3000.00"), "best": D("9000.00")},
         "Rechnet sich in 5 Jahren nicht: Es fehlen 400 €. In 86 von 100 Fällen schon."),
    ],
)  # fmt: skip
def test_the_sentence_says_first_whether_it_pays(
    make_company: MakeCompany, given: dict[str, Any], words: str
) -> None:
    assert said(make_company(crm(), saving(**given))).startswith(words)


def test_remarks_name_what_is_missing(make_company: MakeCompany) -> None:
    company = make_company(crm(one_off_cost=None), saving(), saving(id="leer", name="Leer", expected=None))
    case = company.results.business_case(company.data.find(Initiative, "crm"))

    assert [one.replace("\u00a0", " ") for one in case_remarks(company, case)] == [
        "Einmalige Kosten sind nicht eingetragen, auch keine 0.",
        "Ohne erwarteten Betrag und deshalb nicht eingerechnet: Leer.",
        "100 % des Nutzens sind geschätzt.",
        "Ohne Spanne: Laufende Kosten (aus dem Vorhaben) und Weniger Tippen.",
    ]
    assert link_words(case) == "Wirtschaftlichkeit: rechnet sich von Anfang an"


def test_the_tables_say_the_numbers_of_the_pictures(make_company: MakeCompany) -> None:
    company = make_company(crm(), saving(worst=D("2000.00"), best=D("5000.00")))
    case = company.results.business_case(company.data.find(Initiative, "crm"))
    header, rows = flow_numbers(case, Scenario.EXPECTED)

    assert header == (
        "Kosten oder Nutzen", "Beginn", "Jahr 1", "Jahr 2", "Jahr 3", "Jahr 4", "Jahr 5", "Summe",
    )  # fmt: skip
    lines = {row[0]: row[1:] for row in rows}
    assert lines["Laufende Kosten"] == ("0", "−600", "−1.200", "−1.200", "−1.200", "−1.200", "−5.400")
    assert lines["Saldo bis dahin"] == ("−10.000", "−6.600", "−3.800", "−1.000", "1.800", "4.600", "")
    _header, moved = tornado_numbers(case)
    assert [cell.replace("\u00a0", " ") for cell in moved[0]] == [
        "Weniger Tippen", "2.000 €", "4.000 €", "5.000 €", "−6.064 €", "6.573 €", "12.637 €",
    ]  # fmt: skip
    _header, drawn = spread_numbers(case.spread)
    assert len(drawn) == 3 + len(case.spread.bins if case.spread else ())


# --- the check, the rows and the workbook -----------------------------------------------------------------


def test_a_large_initiative_without_a_case_is_found_until_a_benefit_is_entered(
    make_company: MakeCompany,
) -> None:
    company = make_company(crm(one_off_cost=D("25000.01")), crm(id="klein", one_off_cost=D("25000.00")))

    def found() -> list[Any]:
        return [one for one in company.results.findings if one.check_id == "case_missing"]

    (finding,) = found()
    assert words_of(company, finding).title == "Für „CRM“ fehlt die Wirtschaftlichkeitsrechnung"
    action = action_of(company, finding)
    assert (action.page, action.tab, action.record) == ("budget", "business_case", "crm")
    row = edit.add_record(company, INPUTS, {"initiative": "crm", "name": "Weniger Tippen"})
    assert found()  # without an amount it says nothing yet
    typed(company, row, "expected", D("100.00"))
    assert not found()


def test_rows_and_sheet_hold_the_same_figures(make_company: MakeCompany) -> None:
    company = make_company(crm(), saving())
    (row,) = case_rows(company.results)
    assert (row.cost, row.benefit, row.net_present_value) == (D("15400.00"), D("20000.00"), D("2360.66"))
    assert (row.payback_months, row.chance_percent, row.guessed_percent) == (41, D("0.00"), D("100.00"))

    sheets = {sheet.title: sheet for sheet in company_export(company).sheets}
    (line,) = sheets["Wirtschaftlichkeit der Vorhaben"].rows
    assert line[:3] == ("CRM", D("15400.00"), D("20000.00")) and line[4] == D("2360.66")
    assert len(sheets["Kosten und Nutzen der Vorhaben"].rows) == 1
