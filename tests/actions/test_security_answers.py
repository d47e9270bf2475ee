"""Answering the security self-check: history by day, notes, and an initiative for each no."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions.delete import delete_records
from virtualcio.actions.inventory import security_answers
from virtualcio.actions.inventory.incident_words import incidents_of
from virtualcio.actions.inventory.security_answers import answer, clear, make_initiative, write_note
from virtualcio.actions.inventory.security_words import (
    areas,
    count_words,
    first_open,
    progress_words,
    question_state,
    score_sentence,
    score_words,
    trend_words,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.errors import RefusedValue
from virtualcio.exchange.security_questions import security_questions
from virtualcio.model import Company, Incident, Initiative, Process, SecurityAnswer
from virtualcio.model.expense import BudgetCategory
from virtualcio.model.initiatives import ChangeKind, InitiativeState
from virtualcio.model.operations import SecurityReply
from virtualcio.store.workspace import Workspace

YES, PARTLY, NO, NOT = SecurityReply
PLAN, TOP, REMOTE = 4, 11, 24  # an ordinary question, one that counts most, one that may not apply
LAST_QUARTER = date(2026, 8, 20)


def answers(company: OpenCompany) -> list[SecurityAnswer]:
    return sorted(company.data.all(SecurityAnswer), key=lambda one: (one.question, one.answered_on))


def earlier(number: int, reply: SecurityReply, **fields: str) -> SecurityAnswer:
    return SecurityAnswer(question=number, reply=reply, answered_on=LAST_QUARTER, **fields)


def test_an_answer_of_today_is_overwritten(make_company: MakeCompany) -> None:
    company = make_company()
    assert answer(company, PLAN, NO) and answer(company, PLAN, YES)
    assert [(one.reply, one.answered_on) for one in answers(company)] == [(YES, TODAY)]
    assert not answer(company, PLAN, YES)
    company.workspace.undo()
    assert [one.reply for one in answers(company)] == [NO]


def test_an_answer_of_an_earlier_day_stays_as_history_and_its_note_goes_along(
    make_company: MakeCompany,
) -> None:
    company = make_company(earlier(PLAN, NO, note="Der Zettel fehlt."), earlier(TOP, YES))
    answer(company, PLAN, YES)
    assert [(one.reply, one.note) for one in answers(company)] == [
        (NO, "Der Zettel fehlt."), (YES, "Der Zettel fehlt."), (YES, ""),
    ]  # fmt: skip
    # question 11 counts three, question 4 one; a no to question 4 costs nothing
    assert company.results.security.history == ((LAST_QUARTER, 3), (TODAY, 4))
    assert trend_words(company) == "+1 seit 20.08.2026"


def test_the_same_answer_on_another_day_confirms_it(make_company: MakeCompany) -> None:
    company = make_company(earlier(TOP, YES))
    assert trend_words(company) == ""
    assert answer(company, TOP, YES)
    assert trend_words(company) == "±0 seit 20.08.2026"


def test_an_answer_taken_back_lets_the_one_before_hold_again(make_company: MakeCompany) -> None:
    company = make_company(earlier(TOP, NO))
    answer(company, TOP, YES)
    assert clear(company, TOP) and company.results.security.replies[TOP].reply is NO
    assert clear(company, TOP) and company.results.security.answered == 0
    assert not clear(company, TOP)


def test_only_some_questions_may_not_apply(make_company: MakeCompany) -> None:
    company = make_company()
    with pytest.raises(RefusedValue) as refused:
        answer(company, PLAN, NOT)
    assert str(refused.value.message).startswith("Diese Frage betrifft jeden Betrieb.")
    assert answer(company, REMOTE, NOT) and company.results.security.possible == 36


def test_a_note_needs_an_answer_and_has_a_limit(make_company: MakeCompany) -> None:
    company = make_company()
    with pytest.raises(RefusedValue) as refused:
        write_note(company, PLAN, "Fehlt")
    assert str(refused.value.message).startswith("Beantworten Sie erst die Frage")
    answer(company, PLAN, NO)
    assert write_note(company, PLAN, "  Liegt beim   Dienstleister ")
    assert answers(company)[0].note == "Liegt beim Dienstleister"
    assert not write_note(company, PLAN, "Liegt beim Dienstleister")
    with pytest.raises(RefusedValue) as refused:
        write_note(company, PLAN, "x" * 501)
    assert "500" in str(refused.value.message) and answers(company)[0].note == "Liegt beim Dienstleister"


def test_a_question_that_does_not_exist_is_a_bug(make_company: MakeCompany) -> None:
    with pytest.raises(KeyError):
        answer(make_company(), 28, YES)


def test_a_no_becomes_one_initiative_in_one_step(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, PLAN, NO)
    made = make_initiative(company, PLAN)
    assert (made.name, made.category, made.change_kind) == (
        "Notfallplan schreiben", BudgetCategory.SECURITY, ChangeKind.RUN,
    )  # fmt: skip
    assert answers(company)[0].initiative_id == made.id
    assert make_initiative(company, PLAN) is made and company.data.count(Initiative) == 1
    assert not question_state(company, PLAN).offers_initiative
    company.workspace.undo()
    assert company.data.count(Initiative) == 0 and answers(company)[0].initiative_id is None
    assert question_state(company, PLAN).offers_initiative


def test_the_initiative_stays_with_the_question_when_it_is_answered_again(make_company: MakeCompany) -> None:
    plan = Initiative(id="plan", name="Notfallhandbuch")
    company = make_company(plan, earlier(PLAN, NO, initiative_id="plan"))
    answer(company, PLAN, PARTLY)
    assert make_initiative(company, PLAN) is plan and company.data.count(Initiative) == 1
    answer(company, PLAN, YES)
    assert question_state(company, PLAN).initiative is plan


def test_an_open_initiative_of_that_name_is_taken_and_a_dropped_one_is_not(
    make_company: MakeCompany,
) -> None:
    dropped = Initiative(id="old", name="Notfallplan schreiben", state=InitiativeState.DROPPED)
    company = make_company(dropped, earlier(PLAN, NO, initiative_id="old"))
    made = make_initiative(company, PLAN)
    assert made is not dropped and made.state.is_open
    clear(company, PLAN)
    answer(company, PLAN, NO)
    assert make_initiative(company, PLAN) is made and company.data.count(Initiative) == 2


def test_a_deleted_initiative_can_be_made_again(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, PLAN, NO)
    delete_records(company, [make_initiative(company, PLAN)])
    assert question_state(company, PLAN).offers_initiative
    assert make_initiative(company, PLAN).name == "Notfallplan schreiben"


@pytest.mark.parametrize("reply", [YES, None])
def test_what_is_there_or_open_needs_no_initiative(
    make_company: MakeCompany, reply: SecurityReply | None
) -> None:
    company = make_company(*([earlier(PLAN, reply)] if reply else []))
    with pytest.raises(RefusedValue) as refused:
        make_initiative(company, PLAN)
    assert str(refused.value.message).startswith("Nur was fehlt, braucht ein Vorhaben.")


def test_every_question_leads_to_an_initiative_that_its_table_takes(make_company: MakeCompany) -> None:
    company = make_company(*(earlier(one.number, NO) for one in security_questions()))
    names = {make_initiative(company, one.number).name for one in security_questions()}
    assert len(names) == 27 == company.data.count(Initiative)


def test_answers_are_there_after_the_file_was_closed(tmp_path: Path) -> None:
    path = tmp_path / "betrieb.vcio"
    company = OpenCompany(Workspace.create(path, Company(name="Muster GmbH")), TODAY)
    answer(company, PLAN, NO, "Geplant")
    make_initiative(company, PLAN)
    company.close()
    again = OpenCompany(Workspace.open(path), TODAY)
    state = question_state(again, PLAN)
    assert (state.reply, state.note) == (NO, "Geplant")
    assert state.initiative is not None and state.initiative.name == "Notfallplan schreiben"
    again.workspace.undo()
    assert question_state(again, PLAN).initiative is None
    again.close()


def sentence(company: OpenCompany) -> tuple[str, Tone]:
    found = score_sentence(company)
    assert found is not None
    return found.text, found.tone


def test_the_score_in_words_names_what_counts_most_first(make_company: MakeCompany) -> None:
    company = make_company()
    assert (score_words(company), count_words(company), first_open(company)) == ("", "", 1)
    assert score_sentence(company) is None, "nobody is told off for what was not asked yet"
    for one in security_questions():
        answer(company, one.number, YES)
    assert (score_words(company), count_words(company)) == ("37 / 37", "37/37")
    assert progress_words(company) == "27 von 27 beantwortet" and first_open(company) is None
    assert sentence(company) == ("Alles, wonach gefragt wird, ist da.", Tone.GOOD)
    answer(company, PLAN, PARTLY)
    assert sentence(company) == ("Das Wichtigste ist da; 1 Punkt fehlt noch.", Tone.WATCH)
    clear(company, PLAN)
    assert sentence(company) == ("1 Frage ist offen und zählt nichts.", Tone.WATCH)
    clear(company, TOP)
    assert sentence(company)[0].startswith("1 der fünf wichtigsten Fragen ist noch offen.")
    assert score_words(company) == "33 / 37"  # 37 − 1 − 3, both open
    answer(company, TOP, NO)
    assert sentence(company)[0].startswith("1 der fünf wichtigsten Fragen ist nicht erfüllt.")
    assert sentence(company)[1] is Tone.ACT
    assert score_words(company) == "30 / 37"  # and 3 less for the no


def test_areas_say_their_points_and_a_minus_is_an_empty_bar(make_company: MakeCompany) -> None:
    # updates: questions 15 (counts most), 16, 17; five points can be reached
    company = make_company(earlier(15, NO), earlier(16, YES))
    shown = areas(company)[3]
    assert (shown.title, shown.points, shown.share, shown.tone, shown.open) == (
        "Updates", "−2 / 5", 0.0, Tone.ACT, 1,
    )  # fmt: skip
    assert areas(company)[0].tone is Tone.NEUTRAL, "nothing is said about it yet"
    answer(company, 15, YES)
    assert (areas(company)[3].points, areas(company)[3].tone) == ("4 / 5", Tone.GOOD)


def test_a_process_shows_what_failed_in_the_last_year_and_what_it_cost(make_company: MakeCompany) -> None:
    def incident(key: str, day: date, hours: str | None, cost: str | None) -> Incident:
        return Incident(
            id=key, name=key, started_on=day, process_id="order",
            outage_hours=Decimal(hours) if hours else None, cost=Decimal(cost) if cost else None,
        )  # fmt: skip

    company = make_company(
        Process(id="order", name="Auftrag"),
        Process(id="pay", name="Lohn"),
        incident("a", date(2026, 5, 4), "6.5", "3200.00"),
        incident("b", date(2025, 11, 30), "2", "1900.50"),
        incident("c", date(2026, 9, 1), None, None),
        incident("old", date(2025, 10, 31), "40", "9000.00"),
    )
    order, pay = company.data.find(Process, "order"), company.data.find(Process, "pay")
    assert incidents_of(company, order) == "3 Störungen, 8,5 Stunden Ausfall, 5.101\u00a0€"
    assert incidents_of(company, pay) == ""


def test_a_read_state_is_kept_until_an_answer_changes(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, TOP, YES)
    first = company.results.security
    assert company.results.security is first
    answer(company, PLAN, YES)
    assert company.results.security.points == first.points + 1
    assert security_answers.question_of(TOP).rule.top
