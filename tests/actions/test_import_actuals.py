"""Lists of accounts (totals and balances) become what was spent in the months of the list, once."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.actions.import_company import empty_company, workbook
from virtualcio.actions.delete import delete_records
from virtualcio.actions.finding_words import words_of
from virtualcio.actions.import_table import ImportPlan, correct, propose_import, run_import
from virtualcio.actions.open_company import OpenCompany
from virtualcio.exchange.import_plan import ValueState
from virtualcio.exchange.plan_values import Booked
from virtualcio.model import Account, ActualCost
from virtualcio.model.expense import BudgetCategory, CostKind
from virtualcio.texts import Message, mark

HEADER = "Konto;Kontobezeichnung;EB-Wert;Soll;Haben;Saldo"
SOFTWARE = "0027;EDV-Software;0,00;11.456,94;50,00;11.406,94 S"
UPKEEP = "4806;Wartungskosten für Hard- und Software;0,00;14.643,27;50,00;14.593,27 S"
OTHER = "4900;Sonstige betriebliche Aufwendungen;0,00;928,46;50,00;878,46 S"
OCTOBER = "Summen- und Saldenliste;;;Januar - Oktober 2026;;"


def list_file(folder: Path, *rows: str, title: str = OCTOBER, header: str = HEADER) -> Path:
    """As bookkeeping programs write it: Windows-1252, a title, an empty line, the header."""
    path = folder / "susa.csv"
    path.write_bytes("\r\n".join([title, "", header, *rows, ""]).encode("cp1252"))
    return path


def amounts(plan: ImportPlan) -> dict[str, object]:
    return {row.label: row.values["amount"].value for row in plan.rows if row.taken}


def booked(company: OpenCompany) -> list[tuple[str, date, date, Decimal]]:
    return [
        (company.data.find(Account, one.account_id).number, one.first_on, one.last_on, one.amount)
        for one in company.data.all(ActualCost)
    ]


def sentences(plan: ImportPlan) -> str:
    return " ".join(str(said) for row in plan.rows for said in row.sentences)


def test_debit_less_credit_is_what_was_spent_in_the_months_of_the_title(tmp_path: Path) -> None:
    company = empty_company()
    plan = propose_import(company, list_file(tmp_path, SOFTWARE, UPKEEP))

    assert plan.into == "accounts" and plan.problem is None
    run_import(company, plan)
    months = (date(2026, 1, 1), date(2026, 10, 31))
    assert booked(company) == [
        ("0027", *months, Decimal("11406.94")),
        ("4806", *months, Decimal("14593.27")),
    ]
    assert {one.source for one in company.data.all(ActualCost)} == {"susa.csv"}


def test_what_an_account_is_comes_from_the_usual_chart_or_its_name(tmp_path: Path) -> None:
    company = empty_company()
    plan = propose_import(company, list_file(tmp_path, SOFTWARE, UPKEEP, OTHER))
    run_import(company, plan)

    accounts = {one.number: one for one in company.data.all(Account)}
    assert (accounts["0027"].category, accounts["0027"].kind) == (BudgetCategory.SOFTWARE, CostKind.CAPEX)
    assert (accounts["4806"].category, accounts["4806"].kind) == (BudgetCategory.SERVICES, CostKind.OPEX)
    assert [accounts[key].counts for key in ("0027", "4806", "4900")] == [True, True, False]
    assert "zählt nicht" in sentences(plan)


def test_the_user_can_say_that_an_account_counts(tmp_path: Path) -> None:
    company = empty_company()
    plan = propose_import(company, list_file(tmp_path, OTHER))
    row = next(one for one in plan.rows if one.taken)
    run_import(company, correct(plan, values={(row.number, "counts"): "Ja"}))

    assert company.data.all(Account)[0].counts


def test_the_other_chart_is_known_by_its_numbers_and_names(tmp_path: Path) -> None:
    company = empty_company()
    rows = (
        "0135;EDV-Software;0,00;100,00;0,00;100,00 S",
        "6495;Wartungskosten für Hard- und Software;0,00;200,00;0,00;200,00 S",
        "6805;Telefon;0,00;300,00;0,00;300,00 S",
    )
    run_import(company, propose_import(company, list_file(tmp_path, *rows)))

    assert [one.category for one in company.data.all(Account)] == [
        BudgetCategory.SOFTWARE, BudgetCategory.SERVICES, BudgetCategory.TELECOM,
    ]  # fmt: skip


def test_a_longer_list_of_the_year_takes_the_place_of_the_shorter_one(tmp_path: Path) -> None:
    company = empty_company()
    run_import(company, propose_import(company, list_file(tmp_path, UPKEEP)))
    november = list_file(
        tmp_path,
        "4806;Wartungskosten für Hard- und Software;0,00;15.000,00;0,00;15.000,00 S",
        title="Summen- und Saldenliste;;;Januar - November 2026;;",
    )
    run_import(company, propose_import(company, november))

    assert booked(company) == [("4806", date(2026, 1, 1), date(2026, 11, 30), Decimal("15000.00"))]
    company.workspace.undo()
    assert booked(company) == [("4806", date(2026, 1, 1), date(2026, 10, 31), Decimal("14593.27"))]


def test_the_same_list_again_changes_nothing_and_a_shorter_one_is_refused(tmp_path: Path) -> None:
    company = empty_company()
    run_import(company, propose_import(company, list_file(tmp_path, UPKEEP)))

    assert propose_import(company, list_file(tmp_path, UPKEEP)).taken == 0
    shorter = propose_import(
        company, list_file(tmp_path, UPKEEP, title="Summen- und Saldenliste;;;Januar - September 2026;;")
    )
    assert shorter.taken == 0
    row = next(one for one in shorter.rows if one.existing)
    assert row.values["amount"].state is ValueState.NOT_UNDERSTOOD
    assert "reicht weiter" in sentences(shorter)


def test_another_year_stands_beside(tmp_path: Path) -> None:
    company = empty_company()
    run_import(company, propose_import(company, list_file(tmp_path, UPKEEP)))
    last = list_file(tmp_path, UPKEEP, title="Summen- und Saldenliste;;;Geschäftsjahr 2025;;")
    run_import(company, propose_import(company, last))

    assert [(first, last) for _number, first, last, _amount in booked(company)] == [
        (date(2026, 1, 1), date(2026, 10, 31)),
        (date(2025, 1, 1), date(2025, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("Januar - Oktober 2026", date(2026, 1, 1), date(2026, 10, 31)),
        ("01.2026 - 10.2026", date(2026, 1, 1), date(2026, 10, 31)),
        ("01.01.2026 bis 31.10.2026", date(2026, 1, 1), date(2026, 10, 31)),
        ("per 31.10.2026", date(2026, 1, 1), date(2026, 10, 31)),
        ("Oktober 2026", date(2026, 10, 1), date(2026, 10, 31)),
        ("Nov. - Feb. 2026", date(2025, 11, 1), date(2026, 2, 28)),
        ("Geschäftsjahr 2025/26", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_months_of_a_list_are_understood_in_many_spellings(
    tmp_path: Path, said: str, first: date, last: date
) -> None:
    plan = propose_import(empty_company(), list_file(tmp_path, UPKEEP, title=f"Saldenliste;;{said}"))

    assert amounts(plan) == {"4806": Booked(first, last, Decimal("14593.27"))}


def test_a_fiscal_year_begins_where_the_company_says(tmp_path: Path) -> None:
    company = empty_company()
    with company.workspace.change(_label()):
        company.data.company.fiscal_year_start = 7
    plan = propose_import(company, list_file(tmp_path, UPKEEP, title="Geschäftsjahr 2025/26"))

    assert amounts(plan) == {"4806": Booked(date(2025, 7, 1), date(2026, 6, 30), Decimal("14593.27"))}


def test_without_months_in_the_title_they_are_asked_once(tmp_path: Path) -> None:
    company = empty_company()
    plan = propose_import(company, list_file(tmp_path, UPKEEP, title="Summen- und Saldenliste"))
    assert plan.months == "" and plan.problem is not None and "Monate" in str(plan.problem)

    answered = correct(plan, months="01.2026 - 10.2026")
    assert answered.problem is None
    run_import(company, answered)
    assert booked(company) == [("4806", date(2026, 1, 1), date(2026, 10, 31), Decimal("14593.27"))]


def test_a_list_of_another_company_or_of_a_year_outside_the_plan_says_so(tmp_path: Path) -> None:
    other = list_file(tmp_path, UPKEEP, title="Schreinerei Holz GmbH;Saldenliste;Januar - Oktober 2019")
    plan = propose_import(empty_company(), other)

    said = " ".join(map(str, plan.notes))
    assert "Schreinerei Holz GmbH" in said and "außerhalb der Jahre" in said
    assert plan.taken == 1  # it can go on
    own = list_file(tmp_path, UPKEEP, title="Metallbau Süd GmbH;Saldenliste;Januar - Oktober 2026")
    said = " ".join(map(str, propose_import(empty_company(), own).notes))
    assert "GmbH" not in said and "außerhalb" not in said


def test_a_credit_is_taken_and_named(tmp_path: Path) -> None:
    row = "4964;Lizenzen;0,00;100,00;250,00;150,00 H"
    plan = propose_import(empty_company(), list_file(tmp_path, row))

    assert amounts(plan) == {"4964": Booked(date(2026, 1, 1), date(2026, 10, 31), Decimal("-150.00"))}
    assert "Gutschrift" in sentences(plan)


def test_a_balance_that_does_not_add_up_is_named_and_the_bookings_count(tmp_path: Path) -> None:
    row = "4806;Wartungskosten;10,00;100,00;0,00;100,00 S"
    plan = propose_import(empty_company(), list_file(tmp_path, row))

    assert amounts(plan) == {"4806": Booked(date(2026, 1, 1), date(2026, 10, 31), Decimal("100.00"))}
    assert "110,00" in sentences(plan)


def test_balances_alone_are_taken_as_spent(tmp_path: Path) -> None:
    path = list_file(tmp_path, "4920;Telefon;5.371,18 S", header="Konto;Bezeichnung;Saldo")
    plan = propose_import(empty_company(), path)

    assert amounts(plan) == {"4920": Booked(date(2026, 1, 1), date(2026, 10, 31), Decimal("5371.18"))}
    assert "Nur ein Saldo" in sentences(plan)


def test_sums_and_headings_are_left_out(tmp_path: Path) -> None:
    path = list_file(tmp_path, "Klasse 4;Aufwand;;;;", UPKEEP, "Summe;;0,00;14.643,27;50,00;14.593,27 S")
    plan = propose_import(empty_company(), path)

    assert list(amounts(plan)) == ["4806"]


def test_zeros_that_a_workbook_lost_come_back(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ["Saldenliste Januar - Oktober 2026"],
        ["Konto", "Kontobezeichnung", "Soll", "Haben"],
        [27, "EDV-Software", 11456.94, 50],
        [4806, "Wartungskosten", 14643.27, 50],
    )

    assert list(amounts(propose_import(empty_company(), path))) == ["0027", "4806"]


def _label() -> Message:

    return Message(mark("“{name}” changed"), {"name": "x"})


def test_accounts_that_hold_mostly_other_things_count_only_if_their_name_says_it(tmp_path: Path) -> None:
    company = empty_company()
    rows = (
        "4930;Bürobedarf;0,00;800,00;0,00;800,00 S",
        "4950;Rechts- und Beratungskosten;0,00;900,00;0,00;900,00 S",
        "4965;Mietleasing bewegliche Wirtschaftsgüter;0,00;600,00;0,00;600,00 S",
        "4985;Werkzeuge und Kleingeräte EDV-Zubehör;0,00;70,00;0,00;70,00 S",
        "4920;Telefon;0,00;50,00;0,00;50,00 S",
    )
    plan = propose_import(company, list_file(tmp_path, *rows))
    run_import(company, plan)

    counted = {one.number: one.counts for one in company.data.all(Account)}
    assert counted == {"4930": False, "4950": False, "4965": False, "4985": True, "4920": True}
    assert sentences(plan).count("zählt nicht") == 3


@pytest.mark.parametrize(
    ("head", "kept", "found"),
    [
        ("Schreinerei Holz GmbH;Januar - Oktober 2026", "Schreinerei Holz GmbH", True),
        ("DATEV eG;Januar - Oktober 2026", "", False),  # made the program, not the books
        ("DATEV eG;{own};Januar - Oktober 2026", "{own}", False),
        ("Steuerbüro Meier GmbH;{own};Januar - Oktober 2026", "{own}", False),
        (OCTOBER, "", False),
    ],
)
def test_whose_books_they_are_is_kept_and_another_company_stays_a_finding(
    tmp_path: Path, head: str, kept: str, found: bool
) -> None:
    company = empty_company()
    own = company.data.company.name
    plan = propose_import(company, list_file(tmp_path, UPKEEP, title=head.format(own=own)))
    assert any("Schreinerei" in str(note) for note in plan.notes) is found
    run_import(company, plan)

    [row] = company.data.all(ActualCost)
    assert row.listed_company == kept.format(own=own)
    named = [one.money for one in company.results.findings if one.check_id == "actuals_of_another_company"]
    assert named == ([Decimal("14593.27")] if found else [])


def test_a_list_of_years_ago_stays_a_finding_until_it_is_deleted(tmp_path: Path) -> None:
    company = empty_company()
    old = list_file(tmp_path, UPKEEP, SOFTWARE, title="Januar - Dezember 2019")
    run_import(company, propose_import(company, old))

    def said() -> list[tuple[str, str]]:
        found = [one for one in company.results.findings if one.check_id == "actuals_outside_plan"]
        return [(words.title, words.detail) for words in (words_of(company, one) for one in found)]

    [(title, detail)] = said()
    assert title == "2 Ist-Beträge liegen außerhalb der Jahre des Budgets"
    assert detail.startswith("2019: 26.000\u00a0€ auf 4806 ") and "2024 bis 2030" in detail
    delete_records(company, company.data.all(ActualCost))
    assert said() == []
