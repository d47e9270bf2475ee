"""The first talk takes answers as people say them, and chooses ahead what is sure."""

from datetime import date

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions.first_talk.talk_choices import chosen_keys
from virtualcio.actions.first_talk.talk_records import answer
from virtualcio.actions.priorities.obligation_proposals import proposed_obligations
from virtualcio.errors import RefusedValue
from virtualcio.exchange.talk_questions import talk_question
from virtualcio.model import Application, Contract, Incident
from virtualcio.model.duties import Applies


def test_a_month_is_typed_as_one_says_it_and_what_is_none_is_refused(make_company: MakeCompany) -> None:
    company = make_company()
    for typed in ("Ja", "Winter", "13"):
        with pytest.raises(RefusedValue):
            answer(company, "fiscal_year", typed)
    assert company.data.company.fiscal_year_start == 1


@pytest.mark.parametrize("typed", ["15.07.", "15. Juli", "2.1"])
def test_a_fiscal_year_that_begins_within_a_month_is_refused_with_the_reason(
    make_company: MakeCompany, typed: str
) -> None:
    company = make_company()
    with pytest.raises(RefusedValue, match="eines Monats"):
        answer(company, "fiscal_year", typed)
    assert company.data.company.fiscal_year_start == 1


@pytest.mark.parametrize("typed", ["01.07.", "1. Juli", "Juli", "7"])
def test_the_first_day_of_a_month_is_that_month(make_company: MakeCompany, typed: str) -> None:
    company = make_company()
    answer(company, "fiscal_year", typed)
    assert company.data.company.fiscal_year_start == 7


def test_roughly_is_enough_for_the_year_of_the_program(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, "main_app", "Sage")
    answer(company, "main_since", "ca. 2014")
    [application] = company.data.all(Application)
    assert application.purchase_date == date(2014, 1, 1)


def test_a_contract_that_ends_in_a_month_ends_on_its_last_day(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, "contract", "Telefonanlage")
    for typed, ends in (("Juni 2027", date(2027, 6, 30)), ("2028", date(2028, 12, 31))):
        answer(company, "contract_end", typed)
        assert [one.agreed_end for one in company.data.all(Contract)] == [ends]


def test_the_last_outage_that_was_asked_for_is_over(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, "outage_hours", "6")
    [incident] = company.data.all(Incident)
    assert incident.ended_on == company.today


def test_obligations_that_surely_apply_are_chosen_before_anybody_reads_them(
    make_company: MakeCompany,
) -> None:
    company = make_company()
    answer(company, "revenue", "8,2 Mio.")
    duties = talk_question("duties")
    chosen = chosen_keys(company, duties)
    surely = {one.key for one in proposed_obligations(company) if one.applies is Applies.YES}
    assert set(chosen) == surely
    answer(company, "duties", chosen[0])
    assert chosen_keys(company, duties) == (chosen[0],), "what was taken out stays out"
