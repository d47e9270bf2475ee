"""What the tables of budget, review and incidents say in cells, chips and sentences."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.actions.conftest import MakeCompany
from tests.actions.test_plan_tables import kept_by, said, status, text
from virtualcio.actions import cells, edit
from virtualcio.actions.columns import Tone
from virtualcio.actions.references import referrers_of
from virtualcio.actions.search import find
from virtualcio.actions.tables import label_of, table
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Account,
    ActualCost,
    AdoptionCount,
    BudgetLine,
    ConfirmedAssignment,
    CouncilMeeting,
    Decision,
    Goal,
    Incident,
    Initiative,
    Kpi,
    OutcomeKpi,
    OutcomeReview,
    Person,
    Review,
    Task,
)
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, Purpose
from virtualcio.model.review import DecisionState

D = Decimal


def test_a_line_says_what_it_costs_in_which_year_and_what_for(make_company: MakeCompany) -> None:
    goal = Goal(name="Schneller antworten")
    line = BudgetLine(
        name="Schulung", amount=D(400), period=PaymentPeriod.MONTH, first_on=date(2026, 11, 1),
        purpose=Purpose.GOAL, goal_id=goal.id,
    )  # fmt: skip
    company = make_company(goal, line)
    assert text(company, "budget_lines", "this_year", line) == "800 €"
    assert text(company, "budget_lines", "next_year", line) == "4.800 €"
    words, tone = said(company, "budget_lines", line)
    assert words == "Kostet 2026 800 €. Es dient dem Ziel „Schneller antworten“."
    assert tone is Tone.NEUTRAL


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (BudgetLine(name="L", first_on=date(2027, 1, 1)), "Was es kostet, ist nicht bekannt"),
        (BudgetLine(name="L", amount=D(5)), "Wann es bezahlt wird, ist nicht eingetragen"),
        (BudgetLine(name="L", amount=D(5), first_on=date(2027, 1, 1)),
         "Kostet 2027 5 €. Wofür es da ist, ist nicht eingetragen."),
        (BudgetLine(name="L", amount=D(5), first_on=date(2026, 1, 1), cancelled_on=date(2026, 3, 1)),
         "Gestrichen am 01.03.2026"),
    ],
)  # fmt: skip
def test_a_line_says_what_is_missing(make_company: MakeCompany, line: BudgetLine, words: str) -> None:
    assert said(make_company(line), "budget_lines", line)[0].startswith(words)


def test_lines_are_filtered_by_what_is_missing_and_what_ends(make_company: MakeCompany) -> None:
    person, now = Person(name="Weber"), date(2026, 12, 1)
    good: dict[str, Any] = {
        "owner_id": person.id,
        "purpose": Purpose.OPERATION,
        "amount": D(10),
        "first_on": now,
    }
    company = make_company(
        person,
        BudgetLine(name="Gut", **good),
        BudgetLine(name="Zwecklos", **{**good, "purpose": None, "first_on": date(2028, 1, 1)}),
        BudgetLine(name="Endet", **good, period=PaymentPeriod.MONTH, last_on=date(2027, 6, 30)),
        BudgetLine(name="Gestrichen", **{**good, "purpose": None}, cancelled_on=date(2026, 11, 1)),
    )
    assert kept_by(company, "budget_lines") == {
        "without_purpose": ["Zwecklos"],
        "this_year": ["Gut", "Endet"],
        "ending": ["Endet"],
        "cancelled": ["Gestrichen"],
    }


def test_an_account_is_called_by_number_and_name_and_found_by_both(make_company: MakeCompany) -> None:
    account = Account(number="4806", name="Wartung", category=BudgetCategory.SERVICES)
    actual = ActualCost(
        account_id=account.id, first_on=date(2026, 1, 1), last_on=date(2026, 10, 31), amount=D("14593.27")
    )
    company, actuals = make_company(account, actual), table("actual_costs")
    assert text(company, "actual_costs", "account", actual) == "4806 Wartung"
    assert label_of(company, actual) == "4806 Wartung"
    for typed in ("4806", "wartung", "4806 Wartung"):
        assert cells.parse(company, actuals.column("account"), typed) == account.id
    with pytest.raises(RefusedValue):
        cells.parse(company, actuals.column("account"), "48")
    assert text(company, "actual_costs", "category", actual) == "Dienstleistungen"
    assert text(company, "accounts", "this_year", account) == "14.593 €"
    compared = "Wird mit dem Budget für „Dienstleistungen“ verglichen."
    assert said(company, "actual_costs", actual) == (compared, Tone.NEUTRAL)


def test_tasks_say_how_late_they_are(make_company: MakeCompany) -> None:
    person = Person(name="Weber")
    late = Task(name="Spät", owner_id=person.id, due_on=date(2026, 11, 10))
    today = Task(name="Heute", owner_id=person.id, due_on=date(2026, 11, 22))
    never = Task(name="Nie")
    done = Task(name="Fertig", due_on=date(2026, 1, 1), done_on=date(2026, 2, 1))
    company = make_company(person, late, today, never, done)
    assert status(company, "tasks", "status", late) == ("seit 12 Tagen überfällig", Tone.ACT)
    assert status(company, "tasks", "status", today) == ("heute fällig", Tone.WATCH)
    assert status(company, "tasks", "status", never) == ("ohne Termin", Tone.WATCH)
    assert status(company, "tasks", "status", done) == ("erledigt 01.02.2026", Tone.GOOD)
    assert said(company, "tasks", late) == ("Seit 12 Tagen überfällig. Weber kümmert sich darum.", Tone.ACT)
    assert kept_by(company, "tasks") == {
        "overdue": ["Spät"],
        "soon": ["Heute"],
        "open": ["Spät", "Heute", "Nie"],
        "without_date": ["Nie"],
        "without_owner": ["Nie"],
        "done": ["Fertig"],
    }
    summary = table("tasks").summary
    assert summary is not None and summary(company) == "3 zu erledigen · 1 überfällig"


def test_decisions_are_open_until_they_are_carried_out(make_company: MakeCompany) -> None:
    meeting = CouncilMeeting(held_on=date(2026, 10, 8), topic="Telefonie")
    decided = Decision(name="Ersetzen", meeting_id=meeting.id, amount=D(14200), due_on=date(2027, 3, 31))
    deferred = Decision(name="Vertagt", state=DecisionState.DEFERRED, due_on=date(2026, 11, 1))
    company = make_company(meeting, decided, deferred)
    assert text(company, "decisions", "meeting", decided) == "08.10.2026 Telefonie"
    assert status(company, "decisions", "status", deferred) == ("vertagt bis 01.11.2026", Tone.ACT)
    assert said(company, "decisions", decided)[0] == "Entschieden, aber niemand soll es umsetzen."
    summary = table("decisions").summary
    assert summary is not None
    assert summary(company).replace("\u00a0", " ") == "Freigegeben und noch nicht umgesetzt: 14.200 €"
    (found,) = referrers_of(company, meeting)
    assert (found.table.key, found.records) == ("decisions", (decided,))


def test_an_outcome_says_what_was_promised_and_what_arrived(make_company: MakeCompany) -> None:
    portal, kpi = Initiative(name="Portal"), Kpi(name="Durchlauf", unit="Tage", baseline=D(9), target=D(4))
    outcome = OutcomeReview(
        initiative_id=portal.id, held_on=date(2026, 10, 1), planned_cost=D(8000), actual_cost=D(10000),
        planned_end=date(2026, 6, 30), actual_end=date(2026, 6, 30),
    )  # fmt: skip
    row = OutcomeKpi(outcome_id=outcome.id, kpi_id=kpi.id, promised=D(4), arrived=D("5.3"))
    company = make_company(portal, kpi, outcome, row)
    assert label_of(company, outcome) == "Portal"
    assert status(company, "outcomes", "status", outcome) == ("1 von 3 Versprechen gehalten", Tone.WATCH)
    sentence = table("outcomes").sentence
    assert sentence is not None
    lines = [line.replace("\u00a0", " ") for line in (said(company, "outcomes", outcome)[0],)]
    assert lines == ["Durchlauf: versprochen 4 Tage, angekommen 5,3 Tage."]
    assert [line.replace("\u00a0", " ") for line in sentence(company, outcome).why] == [
        "2.000 € teurer als geplant.",
        "Rechtzeitig fertig.",
    ]


def test_a_count_of_use_says_how_many_use_it(make_company: MakeCompany) -> None:
    portal = Initiative(name="Portal")
    count = AdoptionCount(initiative_id=portal.id, counted_on=date(2026, 9, 1), people=12, users=7)
    company = make_company(portal, count)
    assert said(company, "adoption", count)[0].replace("\u00a0", " ") == "7 von 12 nutzen es (58 %)."


def test_an_incident_says_what_it_cost_and_until_when_it_is_reported(make_company: MakeCompany) -> None:
    incident = Incident(
        name="Angriff", started_on=date(2026, 11, 20), noticed_on=date(2026, 11, 20),
        ended_on=date(2026, 11, 21), outage_hours=D("6.50"), cost=D(3200), personal_data=True,
    )  # fmt: skip
    company = make_company(incident)
    words, tone = said(company, "incidents", incident)
    assert words.replace("\u00a0", " ") == (
        "6,5 Stunden Ausfall, 3.200 €. Meldung an die Behörde bis 23.11.2026 nötig."
    )
    assert tone is Tone.ACT
    assert status(company, "incidents", "report", incident) == ("Meldung bis 23.11.2026", Tone.ACT)
    assert set(kept_by(company, "incidents")) == {"report_due", "last_year", "without_lesson"}


def test_a_new_review_is_that_of_the_next_quarter_without_one(make_company: MakeCompany) -> None:
    company, reviews = make_company(), table("reviews")
    made = [edit.add_record(company, reviews) for _each in range(2)]
    assert [(one.name, one.quarter_start) for one in made if isinstance(one, Review)] == [
        ("Q4 2026", date(2026, 10, 1)),
        ("Q1 2027", date(2027, 1, 1)),
    ]
    assert str(company.workspace.undo_label) == "„Q1 2027“ hinzugefügt"


def test_what_has_no_name_is_found_by_what_it_leads_to(make_company: MakeCompany) -> None:
    portal = Initiative(name="Kundenportal")
    company = make_company(portal)
    outcome = edit.add_record(company, table("outcomes"))
    assert {one.table for one in find(company, "kundenportal")} == {"initiatives", "outcomes"}
    assert str(company.workspace.undo_label) == "„Kundenportal“ hinzugefügt"
    edit.delete_records(company, [outcome])
    assert str(company.workspace.undo_label) == "„Kundenportal“ gelöscht"
    portal_table = table("initiatives")
    edit.set_value(company, portal_table, portal_table.column("name"), portal, "Portal")
    company.workspace.undo()
    company.workspace.undo()
    assert {one.table for one in find(company, "kundenportal")} == {"initiatives", "outcomes"}


def test_a_confirmation_goes_with_what_was_confirmed(make_company: MakeCompany) -> None:
    line = BudgetLine(name="Schulung")
    company = make_company(line, ConfirmedAssignment(subject=line.id, confirmed_on=date(2026, 9, 18)))
    edit.delete_records(company, [line])
    assert company.data.count(ConfirmedAssignment) == 0
    company.workspace.undo()
    assert company.data.count(ConfirmedAssignment) == 1
