"""Tables of budget positions become budget lines."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.actions.import_company import empty_company, text_file
from virtualcio.actions.import_table import propose_import, run_import
from virtualcio.model import BudgetLine, Goal
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import Purpose

HEADER = "Position;Kostenart;Betrag;Zahlung;Ab;Ziel"


def test_a_plain_table_of_positions_becomes_lines(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(
        tmp_path, HEADER, "Schulung ERP;Schulung;4.800,00;einmalig;01.03.2027;Mehr Umsatz",
        "Cloud-Speicher;Software;89,90;monatlich;01.01.2027;", name="it-budget.csv",
    )  # fmt: skip
    plan = propose_import(company, path)
    assert plan.into == "budget_lines"
    run_import(company, plan)

    training, storage = company.data.all(BudgetLine)
    assert (training.name, training.amount, training.period, training.first_on) == (
        "Schulung ERP", Decimal("4800.00"), PaymentPeriod.ONCE, date(2027, 3, 1),
    )  # fmt: skip
    assert (storage.amount, storage.period) == (Decimal("89.90"), PaymentPeriod.MONTH)
    assert [one.name for one in company.data.all(Goal)] == ["Mehr Umsatz"]
    assert (training.purpose, storage.purpose) == (Purpose.GOAL, None)


def test_an_amount_without_a_day_is_named_and_the_same_table_again_adds_nothing(tmp_path: Path) -> None:
    company = empty_company()
    path = text_file(tmp_path, HEADER, "Monitore;Hardware;2.400,00;;;", name="it-budget.csv")
    plan = propose_import(company, path)
    assert any("Wann gezahlt wird" in str(said) for row in plan.rows for said in row.sentences)
    run_import(company, plan)

    assert propose_import(company, path).taken == 0
