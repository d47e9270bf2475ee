"""What cannot be true in budget, review and incidents is refused where it is typed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions import cells, edit
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Account,
    ActualCost,
    AdoptionCount,
    BudgetLine,
    Decision,
    Incident,
    Initiative,
    Kpi,
    OutcomeKpi,
    OutcomeReview,
    Person,
    Record,
    Review,
    ReviewNote,
    Task,
)
from virtualcio.model.review import ReviewStation

D = Decimal
TOMORROW = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("key", "record", "column", "value", "words"),
    [
        ("budget_lines", BudgetLine(name="L", first_on=date(2027, 3, 1)), "last_on", date(2027, 2, 28),
         "Die Zahlungen würden enden, bevor sie beginnen."),
        ("budget_lines", BudgetLine(name="L"), "first_on", date(2047, 1, 1),
         "Der 01.01.2047 liegt mehr als 20 Jahre entfernt."),
        ("budget_lines", BudgetLine(name="L"), "amount", D("-1.00"),
         "„Betrag (netto)“ kann nicht kleiner als 0 sein."),
        ("budget_lines", BudgetLine(name="L"), "useful_life_years", 0,
         "„Abgeschrieben über (Jahre)“ kann nicht kleiner als 1 sein."),
        ("decisions", Decision(name="E", decided_on=date(2026, 9, 18)), "due_on", date(2026, 9, 17),
         "Es müsste umgesetzt sein, bevor es entschieden wurde."),
        ("decisions", Decision(name="E"), "done_on", TOMORROW, "Der 23.11.2026 liegt in der Zukunft."),
        ("tasks", Task(name="A"), "done_on", TOMORROW, "Der 23.11.2026 liegt in der Zukunft."),
        ("reviews", Review(name="Q4", quarter_start=date(2026, 10, 1)), "held_on", TOMORROW,
         "Der 23.11.2026 liegt in der Zukunft. Tragen Sie ihn als geplant ein"),
        ("reviews", Review(name="Q4", quarter_start=date(2026, 10, 1)), "closed_on", date(2026, 11, 22),
         "Ein Review wird in der Besprechung abgeschlossen"),
        ("incidents", Incident(name="S", started_on=date(2026, 5, 4)), "ended_on", date(2026, 5, 3),
         "Sie wäre vorbei, bevor sie begann."),
        ("incidents", Incident(name="S", started_on=date(2026, 5, 4), ended_on=date(2026, 5, 4)),
         "outage_hours", D("24.5"), "Das sind mehr Stunden als vom ersten bis zum letzten Tag."),
        ("incidents", Incident(name="S", reported_on=date(2026, 5, 4)), "closed_report_on",
         date(2026, 5, 3), "Der Abschlussbericht läge vor der ersten Meldung."),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_true_is_refused_with_one_sentence(
    make_company: MakeCompany, key: str, record: Record, column: str, value: Any, words: str
) -> None:
    company, shown = make_company(record), table(key)
    before = cells.value_of(company, shown.column(column), record)
    with pytest.raises(RefusedValue) as refused:
        edit.set_value(company, shown, shown.column(column), record, value)
    assert str(refused.value.message).startswith(words)
    assert cells.value_of(company, shown.column(column), record) == before
    assert company.workspace.undo_label is None


def test_a_payment_outside_the_years_of_the_plan_is_allowed(make_company: MakeCompany) -> None:
    line = BudgetLine(name="L")
    company, lines = make_company(line), table("budget_lines")
    assert edit.set_value(company, lines, lines.column("first_on"), line, date(2046, 12, 31))


def test_actual_costs_lie_in_the_past_cover_a_year_at_most_and_may_be_a_credit(
    make_company: MakeCompany,
) -> None:
    account = Account(number="4806", name="Wartung")
    company, actuals = make_company(account), table("actual_costs")
    made = edit.add_record(company, actuals, {"account": account.id, "amount": D("-12.50")})
    assert isinstance(made, ActualCost)
    assert (made.first_on, made.last_on) == (date(2026, 10, 1), date(2026, 10, 31))
    for first, last, words in (
        (date(2026, 12, 1), date(2026, 12, 31), "Was noch ausgegeben wird, gehört zu den Positionen"),
        (date(2025, 1, 1), date(2026, 10, 31), "höchstens ein Jahr"),
        (date(2026, 2, 1), date(2026, 1, 31), "Der Zeitraum würde enden"),
    ):
        with pytest.raises(RefusedValue, match=words):
            edit.add_record(
                company, actuals, {"account": account.id, "first_on": first, "last_on": last, "amount": D(1)}
            )
    assert company.data.count(ActualCost) == 1


def test_an_account_stands_in_the_list_once(make_company: MakeCompany) -> None:
    company, accounts = make_company(Account(number="4806")), table("accounts")
    with pytest.raises(RefusedValue, match="Das Konto 4806 gibt es schon"):
        edit.add_record(company, accounts, {"number": "4806"})


def test_whoever_uses_it_also_knows_it(make_company: MakeCompany) -> None:
    portal = Initiative(name="Portal")
    company, adoption = make_company(portal), table("adoption")
    made = edit.add_record(company, adoption, {"initiative": portal.id, "people": 12, "users": 7})
    assert isinstance(made, AdoptionCount)
    assert (made.knowing, made.wanting, made.able, made.users, made.keeping) == (7, 7, 7, 7, 0)
    with pytest.raises(RefusedValue, match="mehr Personen als in der Stufe davor"):
        edit.set_value(company, adoption, adoption.column("users"), made, 8)
    with pytest.raises(RefusedValue, match="mehr Personen als in der Stufe davor"):
        edit.set_value(company, adoption, adoption.column("people"), made, 6)
    edit.set_value(company, adoption, adoption.column("knowing"), made, 11)
    assert (made.people, made.knowing, made.users) == (12, 11, 7)


def test_a_closed_review_can_only_be_read_except_for_its_summary(make_company: MakeCompany) -> None:
    weber = Person(name="Weber")
    review = Review(name="Q3 2026", quarter_start=date(2026, 7, 1), held_on=date(2026, 9, 18),
                    closed_on=date(2026, 9, 18))  # fmt: skip
    note = ReviewNote(review_id=review.id, station=ReviewStation.BUDGET, text="Im Plan.")
    company = make_company(weber, review, note)
    reviews, notes = table("reviews"), table("review_notes")
    for shown, column, record, value in (
        (reviews, "name", review, "Anders"),
        (reviews, "closed_on", review, None),
        (reviews, "people", review, (weber.id,)),
        (notes, "text", note, "Anders"),
    ):
        with pytest.raises(RefusedValue, match="„Q3 2026“ ist abgeschlossen"):
            edit.set_value(company, shown, shown.column(column), record, value)
    assert edit.set_value(company, reviews, reviews.column("summary"), review, "Ruhiges Quartal.")
    task = edit.add_record(company, table("tasks"), {"name": "Nachfassen", "review": review.id})
    assert isinstance(task, Task) and task.review_id == review.id
    (copy,) = edit.duplicate_records(company, reviews, [review])
    assert isinstance(copy, Review) and (copy.held_on, copy.closed_on) == (None, None)


def test_a_kpi_is_compared_once_in_an_outcome_review(make_company: MakeCompany) -> None:
    portal, kpi = Initiative(name="Portal"), Kpi(name="Tage")
    outcome = OutcomeReview(initiative_id=portal.id)
    company = make_company(portal, kpi, outcome, OutcomeKpi(outcome_id=outcome.id, kpi_id=kpi.id))
    with pytest.raises(RefusedValue, match="Diese Kennzahl ist schon da"):
        edit.add_record(company, table("outcome_kpis"), {"outcome": outcome.id, "kpi": kpi.id})
    with pytest.raises(RefusedValue, match="keine weitere Kennzahl"):
        edit.add_record(company, table("outcome_kpis"), {"outcome": outcome.id})
