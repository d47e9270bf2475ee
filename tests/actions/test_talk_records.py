"""Answers of the first talk become records: one undo step each, changed instead of doubled, nothing lost."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions.first_talk.result_words import (
    chance_lead,
    date_lead,
    maturity_bars,
    model_words,
    progress_words,
    site_lead,
)
from virtualcio.actions.first_talk.talk_choices import answer_lines, known_words, next_question
from virtualcio.actions.first_talk.talk_records import answer, choose_cio_model
from virtualcio.actions.open_company import OpenCompany
from virtualcio.errors import RefusedValue
from virtualcio.exchange.talk_questions import talk_question
from virtualcio.model import (
    RECORD_KINDS,
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    Contract,
    Goal,
    Incident,
    Initiative,
    InitiativeGoal,
    Kpi,
    Obligation,
    Person,
    Process,
    Record,
    Risk,
    Supplier,
    TalkAnswer,
)
from virtualcio.model.contracts import RenewalKind
from virtualcio.model.duties import Applies
from virtualcio.model.inventory import Criticality, Hosting
from virtualcio.model.operations import CioModel
from virtualcio.texts import Message, speaking


def counts(company: OpenCompany) -> dict[str, int]:
    return {kind.__name__: company.data.count(kind) for kind in RECORD_KINDS if company.data.count(kind)}


def names(company: OpenCompany, kind: type[Record]) -> list[str]:
    return [str(getattr(one, "name", "")) for one in company.data.all(kind)]


@pytest.mark.parametrize(
    ("key", "typed", "field", "value"),
    [
        ("trade", "Metallbau", "trade", "Metallbau"),
        ("employees", "62", "employees", 62),
        ("revenue", "9,5 Mio.", "revenue", Decimal("9500000.00")),
        ("fiscal_year", "7", "fiscal_year_start", 7),
        ("fiscal_year", "Juli", "fiscal_year_start", 7),
        ("fiscal_year", "mär.", "fiscal_year_start", 3),
        ("direction", "Mehr Service\nals Bau", "direction", "Mehr Service\nals Bau"),
        ("restore", "März 2026", "restore_tested_on", date(2026, 3, 1)),
    ],
)
def test_what_is_said_about_the_company_stands_in_its_fields(
    make_company: MakeCompany, key: str, typed: str, field: str, value: object
) -> None:
    company = make_company()
    before = getattr(company.data.company, field)
    assert answer(company, key, typed)
    assert getattr(company.data.company, field) == value
    assert not answer(company, key, typed), "the same answer is no change"
    company.workspace.undo()
    assert getattr(company.data.company, field) == before and not company.data.count(TalkAnswer)


def test_every_answer_is_one_undo_step_that_takes_back_all_it_wrote(make_company: MakeCompany) -> None:
    company = make_company()
    typed = {
        "aims": "faster safe", "one_person": "yes", "main_app": "TopKontor", "main_since": "2014",
        "main_process": "Versand", "server": "own", "outage_hours": "6", "outage_cost": "4000",
        "restore": "nie", "contract": "Leasing", "contract_end": "31.03.2027", "duties": "einvoice_receive",
        "decider": "Karin", "contact": "Tom", "partner": "Netz AG", "planning": "none",
    }  # fmt: skip
    states = [counts(company)]
    for key, text in typed.items():
        assert answer(company, key, text)
        states.append(counts(company))
    for state in reversed(states[:-1]):
        company.workspace.undo()
        assert counts(company) == state


def test_the_systems_block_becomes_application_process_and_server_linked_to_each_other(
    make_company: MakeCompany,
) -> None:
    company = make_company()
    for key, text in (
        ("main_app", "TopKontor"), ("main_since", "2014"), ("main_process", "Versand"), ("server", "own"),
    ):  # fmt: skip
        answer(company, key, text)
    [application], [process] = company.data.all(Application), company.data.all(Process)
    [server] = company.data.all(Asset)
    assert (application.name, application.purchase_date) == ("TopKontor", date(2014, 1, 1))
    assert process.criticality is Criticality.CRITICAL
    [serves], [carries] = company.data.all(ApplicationProcess), company.data.all(AssetApplication)
    assert (serves.application_id, serves.process_id) == (application.id, process.id)
    assert (carries.asset_id, carries.application_id) == (server.id, application.id)
    # corrected: the name changes, nothing is there twice, the server goes with the answer that brought it
    answer(company, "main_app", "TopKontor Handwerk")
    answer(company, "main_process", "Versand und Lager")
    answer(company, "server", "cloud")
    assert names(company, Application) == ["TopKontor Handwerk"]
    assert names(company, Process) == ["Versand und Lager"]
    assert company.data.all(Application)[0].hosting is Hosting.CLOUD and not company.data.count(Asset)
    assert company.data.count(ApplicationProcess) == 1 and not company.data.count(AssetApplication)


def test_a_person_is_found_by_name_and_a_wrong_name_is_put_right_while_nothing_leads_to_it(
    make_company: MakeCompany,
) -> None:
    company = make_company(Person(name="Karin Brandt", role="Geschäftsführerin"))
    answer(company, "decider", "Karin Brandt")
    assert names(company, Person) == ["Karin Brandt"]
    assert company.data.all(Person)[0].role == "Geschäftsführerin"
    answer(company, "decider", "Jens Brandt")
    assert names(company, Person) == ["Karin Brandt", "Jens Brandt"], "who was there before keeps the name"
    answer(company, "contact", "Tom Lens")
    answer(company, "contact", "Tom Lenz")
    assert names(company, Person) == ["Karin Brandt", "Jens Brandt", "Tom Lenz"]
    tom = company.data.all(Person)[2]
    with company.workspace.change(Message("…")) as edit:
        edit.add(Asset(name="NAS", owner_id=tom.id))
    answer(company, "contact", "Ida Wolf")
    assert names(company, Person)[2:] == ["Tom Lenz", "Ida Wolf"], "the owner of the NAS is still Tom"


def test_nobody_and_none_are_answers_that_leave_no_record(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, "partner", "Netz AG")
    assert names(company, Supplier) == ["Netz AG"]
    answer(company, "partner", "keine")
    assert not company.data.count(Supplier)
    assert answer_lines(company)[-2].answer == "Keine"
    answer(company, "contract", "")
    assert next_question(company, "contract") == "duties", "the day of its end is not asked"


def test_aims_become_goals_with_a_kpi_that_share_the_weight(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, "aims", "revenue faster safe")
    goals = {one.name: one for one in company.data.all(Goal)}
    assert [one.weight for one in goals.values()] == [Decimal(34), Decimal(33), Decimal(33)]
    assert [one.growth for one in goals.values()] == [True, True, False]
    assert all(len(company.data.where(Kpi, "goal_id", one.id)) == 1 for one in goals.values())
    with company.workspace.change(Message("…")) as edit:
        initiative = Initiative(name="Angebote")
        edit.add(initiative)
        edit.add(
            InitiativeGoal(initiative_id=initiative.id, goal_id=goals["Schneller werden"].id, strength=3)
        )
    answer(company, "aims", "safe cost")
    left = {one.name: (one.weight, one.closed_on) for one in company.data.all(Goal)}
    assert "Mehr Umsatz mit bestehenden Kunden" not in left, "nobody had worked with it"
    assert left["Schneller werden"][1] == company.today, "an initiative serves it: closed, not deleted"
    assert left["Kosten senken"][0] + left["Sicher und lieferfähig bleiben"][0] == 100
    answer(company, "aims", "faster safe cost")
    assert company.data.count(Goal) == 3 and goals["Schneller werden"].closed_on is None


def test_goals_weighted_by_hand_keep_their_weight(make_company: MakeCompany) -> None:
    company = make_company(Goal(name="Wachsen", weight=Decimal(60)))
    answer(company, "aims", "safe")
    assert {one.name: one.weight for one in company.data.all(Goal)} == {
        "Wachsen": Decimal(60), "Sicher und lieferfähig bleiben": Decimal(0),
    }  # fmt: skip


def test_outage_contract_and_risks_follow_a_changed_answer(make_company: MakeCompany) -> None:
    company = make_company()
    for key, text in (
        ("outage_hours", "6,5"), ("outage_cost", "4.000 €"), ("contract", "Leasing Drucker"),
        ("contract_end", "31.03.2027"), ("one_person", "partly"), ("restore", "nie"),
    ):  # fmt: skip
        answer(company, key, text)
    [incident] = company.data.all(Incident)
    assert (incident.outage_hours, incident.cost) == (Decimal("6.50"), Decimal(4000))
    [contract] = company.data.all(Contract)
    assert (contract.renewal, contract.agreed_end) == (RenewalKind.NONE, date(2027, 3, 31))
    assert company.data.count(Risk) == 2
    answer(company, "outage_hours", "8")
    answer(company, "one_person", "no")
    answer(company, "restore", "15.10.2026")
    assert [one.outage_hours for one in company.data.all(Incident)] == [Decimal(8)]
    assert not company.data.count(Risk) and company.data.company.restore_tested_on == date(2026, 10, 15)
    answer(company, "outage_hours", "0")
    assert not company.data.count(Incident)
    assert "outage_cost" not in [one.key for one in answer_lines(company)]


def test_ticked_obligations_are_taken_over_with_their_reason_and_untied_again(
    make_company: MakeCompany,
) -> None:
    company = make_company()
    answer(company, "duties", "einvoice_receive retention")
    taken = {one.template_key: one for one in company.data.all(Obligation)}
    assert set(taken) == {"einvoice_receive", "retention"}
    assert all(one.why and one.applies is Applies.YES for one in taken.values())
    answer(company, "duties", "retention")
    assert [one.template_key for one in company.data.all(Obligation)] == ["retention"]
    answer(company, "duties", "none")
    assert not company.data.count(Obligation)


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("employees", "viele"), ("employees", "-5"), ("fiscal_year", "13"), ("main_since", "1066"),
        ("main_since", "2031"), ("outage_hours", "-2"), ("restore", "31.12.2027"), ("contract_end", "bald"),
        ("revenue", "keine Ahnung"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused_and_nothing_changes(
    make_company: MakeCompany, key: str, typed: str
) -> None:
    company = make_company(Application(name="ERP"))
    answer(company, "contract", "Leasing")
    before = counts(company)
    with pytest.raises(RefusedValue):
        answer(company, key, typed)
    assert counts(company) == before and key not in company.results.first_talk.said


def test_a_choice_that_does_not_exist_is_a_bug_and_leaves_nothing_behind(make_company: MakeCompany) -> None:
    company = make_company()
    with pytest.raises(ValueError, match="no such choice"):
        answer(company, "one_person", "vielleicht")
    with pytest.raises(ValueError, match="no such choice"):
        answer(company, "aims", "faster nonsense")
    assert counts(company) == {"Company": 1}


def test_the_example_company_is_not_asked_what_its_file_says(demo: OpenCompany) -> None:
    known = demo.results.known_answers
    assert known["employees"] == "62" and {"trade", "revenue", "aims", "main_app", "main_process"} <= set(
        known
    )
    assert known_words(demo, "employees") == "62"
    assert next_question(demo) not in known
    with speaking("en"):
        assert progress_words(demo.results.first_talk.progress).startswith(
            f"{demo.results.first_talk.answered} of "
        )


def test_the_page_of_the_example_company_has_five_sites_three_chances_and_dates(demo: OpenCompany) -> None:
    for key, text in (("one_person", "yes"), ("planning", "little"), ("restore", "nie"), ("surprises", "no")):
        answer(demo, key, text)
    for language in ("de", "en"):
        with speaking(language):
            result = demo.results.first_talk
            sites = [site_lead(demo, one) for one in result.sites]
            assert len(sites) == 5 and all(one.title and one.why and one.action for one in sites)
            assert len([chance_lead(demo, one) for one in result.chances]) == 3
            dates = [date_lead(demo, one) for one in result.dates]
            assert len(dates) == 5 and all(one.title and one.page for one in dates)
            assert all(one.day >= demo.today for one in result.dates)
            assert all(0 < (one.level or 0) <= 5 for one in maturity_bars(demo))
            words = [model_words(one) for one in result.models]
            assert all(one.cost and one.why and one.left_undone for one in words)


def test_a_chosen_cio_model_stands_in_the_file_with_its_days(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, "employees", "62")
    external = next(one for one in company.results.first_talk.models if one.fits)
    assert choose_cio_model(company, external.model, external.days)
    own = company.data.company
    assert (own.cio_model, own.cio_days_per_month) == (CioModel.EXTERNAL, Decimal(3))
    assert not choose_cio_model(company, external.model, external.days)
    assert choose_cio_model(company, CioModel.NONE) and own.cio_days_per_month is None
    company.workspace.undo()
    assert own.cio_model is CioModel.EXTERNAL


def test_an_answer_is_named_in_the_journal_by_its_question(make_company: MakeCompany) -> None:
    company = make_company()
    answer(company, "employees", "62")
    assert talk_question("employees").titles.de in str(company.workspace.undo_label)
