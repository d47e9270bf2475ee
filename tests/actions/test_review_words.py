"""What reviews say: differences, figures, proposals; and who comes to the council."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions.review import council, reviewing
from virtualcio.actions.review.change_words import ChangeWords, changes_words, span_words
from virtualcio.actions.review.proposal_words import proposal_words
from virtualcio.actions.review.review_words import FIGURE_TITLES, STATION_TITLES, figure_title, figure_value
from virtualcio.actions.tone import Tone
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.review.changes import Changes, CostChange, KpiChange, Moved, Named
from virtualcio.analysis.review.proposals import KINDS, Proposal, ProposalKind
from virtualcio.analysis.review.slips import Slip
from virtualcio.analysis.review.snapshot import Figure
from virtualcio.model import (
    Asset,
    Contract,
    CouncilPerson,
    Department,
    Initiative,
    Person,
    Process,
    Record,
    Risk,
)
from virtualcio.model.review import ReviewStation
from virtualcio.texts import speaking

MARCH = date(2027, 3, 31)


def test_the_words_of_what_is_different() -> None:
    changes = Changes(
        renewed=(Named("a", "HV01", Decimal("10200.00")), Named("b", "DB01", Decimal("4000.00"))),
        newly_overdue=(Named("c", "Notebooks", Decimal("9800.00")),),
        slipped=(Slip("t", "Telefonanlage", 2, 182, MARCH), Slip("u", "Plotter", 1, 12, MARCH)),
        moved=(Moved("i", "Portal", date(2026, 10, 1), date(2027, 1, 1), date(2027, 1, 31), MARCH, 3, 2),),
        dearer=(CostChange("j", "ERP", Decimal("38000.00"), Decimal("46000.00")),),
        cheaper=(CostChange("k", "CRM", Decimal("9000.00"), Decimal("7500.00")),),
        done=(Named("l", "MFA"),),
        dropped=(Named("m", "Website"), Named("n", "App")),
        new=(Named("o", "DMS"),),
        kpis=(
            KpiChange("p", "Lieferzeit", "on_plan", "behind", None, None, False),
            KpiChange("q", "NPS", "not_measured", "on_plan", None, None, None),
        ),
    )
    assert list(changes_words(changes)) == [
        ChangeWords(
            "2 Systeme sind nicht mehr überfällig (−14.200\u00a0€): HV01 und DB01", Tone.GOOD, ("a", "b")
        ),
        ChangeWords("1 System ist neu überfällig (+9.800\u00a0€): Notebooks", Tone.WATCH, ("c",)),
        ChangeWords("„Telefonanlage“ wurde 2-mal verschoben, zusammen um 6 Monate", Tone.ACT, ("t",)),
        ChangeWords("„Plotter“ wurde verschoben, zusammen um 12 Tage", Tone.WATCH, ("u",)),
        ChangeWords("„Portal“ endet 2 Monate später: 31.03.2027", Tone.WATCH, ("i",)),
        ChangeWords("„ERP“ kostet 46.000\u00a0€ statt 38.000\u00a0€ (+8.000\u00a0€)", Tone.WATCH, ("j",)),
        ChangeWords("„CRM“ kostet 7.500\u00a0€ statt 9.000\u00a0€ (−1.500\u00a0€)", Tone.GOOD, ("k",)),
        ChangeWords("1 Vorhaben ist abgeschlossen: MFA", Tone.GOOD, ("l",)),
        ChangeWords("2 Vorhaben wurden aufgegeben: Website und App", Tone.NEUTRAL, ("m", "n")),
        ChangeWords("1 Vorhaben ist neu: DMS", Tone.NEUTRAL, ("o",)),
        ChangeWords("„Lieferzeit“ liegt jetzt hinter dem Plan", Tone.ACT, ("p",)),
    ]  # fmt: skip
    assert list(changes_words(Changes())) == []


@pytest.mark.parametrize(
    ("days", "words"), [(1, "1 Tag"), (29, "29 Tage"), (30, "1 Monat"), (59, "2 Monate"), (182, "6 Monate")]
)
def test_a_delay_is_told_in_days_then_in_months(days: int, words: str) -> None:
    assert span_words(days) == words


def test_an_initiative_off_the_roadmap_and_one_that_only_begins_later() -> None:
    gone = Moved("i", "Portal", date(2026, 10, 1), None, MARCH, None, None, None)
    shorter = Moved("j", "ERP", date(2026, 10, 1), date(2026, 11, 1), MARCH, MARCH, 1, 0)
    assert [one.text for one in changes_words(Changes(moved=(gone, shorter)))] == [
        "„Portal“ steht nicht mehr auf der Roadmap",
        "„ERP“ beginnt am 01.11.2026 statt am 01.10.2026",
    ]


def test_what_was_taken_off_the_plan_says_so() -> None:
    gone = Slip("t", "Website", 1, 0, None)
    assert [one.text for one in changes_words(Changes(slipped=(gone,)))] == [
        "Die Erneuerung von „Website“ ist nicht mehr geplant"
    ]


def test_every_station_and_figure_has_a_name_in_both_languages() -> None:
    assert set(STATION_TITLES) == set(ReviewStation)
    assert set(FIGURE_TITLES) == set(Figure)
    assert figure_title(Figure.BACKLOG) == "Investitionsstau"
    with speaking("en"):
        assert figure_title(Figure.BACKLOG) == "Investment backlog"
    assert figure_value(Figure.BACKLOG, Decimal("184500.20")) == "184.500\u00a0€"
    assert figure_value(Figure.ASSIGNED_PERCENT, Decimal("79.4")) == "79\u00a0%"
    assert figure_value(Figure.OVERDUE, Decimal(11)) == "11"
    assert figure_value(Figure.SECURITY, None) == "—"


def proposal(check: str, *about: Record, due_on: date | None = None, **params: object) -> Proposal:
    objects = tuple((type(one), one.id) for one in about)
    finding = Finding(check, Severity.ACT, objects, {"count": len(about), **params})
    return Proposal(KINDS[check], check, objects, Severity.ACT, finding, None, due_on, Decimal("9300.00"))


def test_proposals_are_worded_as_decisions(make_company: MakeCompany) -> None:
    server, contract, site = Asset(name="HV01"), Contract(name="ERP-Wartung"), Initiative(name="Neue Website")
    orders, risk = Process(name="Aufträge"), Risk(name="Totalausfall", likelihood=5, impact=5)
    company = make_company(server, contract, site, orders, risk)
    said = {
        "Erneuerung von „HV01“ freigeben": proposal("single_point_of_failure", server, orders),
        "Über „ERP-Wartung“ bis 30.11.2026 entscheiden: behalten, neu verhandeln oder kündigen": proposal(
            "contract_decide", contract, due_on=date(2026, 11, 30), last_day_of_notice=date(2026, 12, 14)
        ),
        "„Neue Website“ zurückstellen": proposal("initiative_without_purpose", site),
        "„Neue Website“ bis 31.03.2027 abschließen": proposal(
            "hard_end_missed", site, hard_end=MARCH, ends_on=date(2027, 5, 31)
        ),
        "Für „Aufträge“ eine verantwortliche Person benennen": proposal(
            "critical_process_without_owner", orders, missing=("owner",)
        ),
        "Eine Maßnahme gegen „Totalausfall“ beschließen": proposal(
            "risk_above_bearable", risk, before=25, after=25, bearable=9, idle=True
        ),
    }
    for title, one in said.items():
        assert proposal_words(company, one).title == title


def test_each_kind_of_proposal_has_words(make_company: MakeCompany) -> None:
    one = Initiative(name="Portal")
    company = make_company(one)
    objects = ((Initiative, one.id),)
    about = ("initiative_late", Severity.ACT, objects)
    late = Finding(*about, {"count": 1, "running": True, "last_month": MARCH, "year": 2027})
    for kind in ProposalKind:
        words = proposal_words(company, Proposal(kind, "x", objects, Severity.ACT, late))
        assert "Portal" in words.title or "2027" in words.title
        assert words.detail == "„Portal“ sollte fertig sein"


def test_the_liaisons_of_the_departments_come_to_the_council(make_company: MakeCompany) -> None:
    anna, jens = Person(name="Anna"), Person(name="Jens")
    departments = [
        Department(name="Vertrieb", liaison_id=anna.id),
        Department(name="Lager", liaison_id=anna.id),
        Department(name="Werk", liaison_id=jens.id),
        Department(name="Büro"),
    ]
    company = make_company(anna, jens, *departments)
    meeting = council.add_meeting(company)
    rows = company.data.where(CouncilPerson, "meeting_id", meeting.id)
    assert (meeting.held_on, {row.person_id for row in rows}) == (TODAY, {anna.id, jens.id})
    assert company.results.council_due.due_on == date(2026, 12, 27)
    task = reviewing.add_task(company, "Angebote holen", meeting=meeting)
    assert task.meeting_id == meeting.id
    company.workspace.undo()
    company.workspace.undo()
    assert company.results.council_due.last_on is None
