"""What the tables of goals, priorities and roadmap say in cells, chips, summaries and sentences."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions import cells, edit
from virtualcio.actions.columns import Status, Tone
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import (
    Capability,
    DataDomain,
    Demand,
    Department,
    Goal,
    GoalCapability,
    Initiative,
    InitiativeEffort,
    InitiativeGoal,
    Kpi,
    Measurement,
    Obligation,
    Process,
    Record,
    ResourcePool,
    Risk,
    RiskProcess,
)
from virtualcio.model.duties import Applies
from virtualcio.model.goals import Better, CapabilityKind, CapabilityRating
from virtualcio.model.initiatives import DemandState, InitiativeState


def text(company: OpenCompany, key: str, column: str, record: Record) -> str:
    return cells.text_of(company, table(key).column(column), record).replace("\u00a0", " ")


def status(company: OpenCompany, key: str, column: str, record: Record) -> tuple[str, Tone]:
    found = cells.value_of(company, table(key).column(column), record)
    assert isinstance(found, Status)
    return found.text.replace("\u00a0", " "), found.tone


def kept_by(company: OpenCompany, key: str) -> dict[str, list[str]]:
    """The names that each chip keeps; chips that keep none are left out."""
    shown = table(key)
    kept = {
        chip.key: [
            str(getattr(one, "name", "")) for one in company.data.all(shown.kind) if chip.keeps(company, one)
        ]
        for chip in shown.chips
    }
    return {chip: names for chip, names in kept.items() if names}


def said(company: OpenCompany, key: str, record: Record) -> tuple[str, Tone]:
    sentence = table(key).sentence
    assert sentence is not None
    found = sentence(company, record)
    return found.text.replace("\u00a0", " "), found.tone


def lead_time(goal: Goal | None = None) -> Kpi:
    """9.2 days on 01.01.2026, 4.0 on 31.12.2027: 729 days."""
    return Kpi(
        name="Angebotsdurchlaufzeit", goal_id=None if goal is None else goal.id, unit="Tage",
        better=Better.LOWER, baseline=Decimal("9.2"), baseline_on=date(2026, 1, 1),
        target=Decimal(4), target_on=date(2027, 12, 31),
    )  # fmt: skip


def test_a_kpi_shows_values_in_its_unit_and_where_it_stands(make_company: MakeCompany) -> None:
    kpi = lead_time()
    # 30.09.2026 is day 272 of 729: expected 0.3731, so 9.2 − 5.2 × 0.3731 = 7.26
    value = Measurement(kpi_id=kpi.id, day=date(2026, 9, 30), value=Decimal("7.1"))
    company = make_company(kpi, value)
    assert text(company, "kpis", "target", kpi) == "4 Tage"
    assert text(company, "kpis", "current", kpi) == "7,1 Tage"
    assert status(company, "kpis", "status", kpi) == ("im Plan", Tone.GOOD)
    assert said(company, "kpis", kpi) == ("Im Plan: 7,1 Tage, erwartet 7,3.", Tone.GOOD)
    assert kept_by(company, "kpis") == {
        "without_owner": ["Angebotsdurchlaufzeit"], "without_goal": ["Angebotsdurchlaufzeit"],
    }  # fmt: skip


def test_an_old_value_is_said_and_makes_a_good_kpi_doubtful(make_company: MakeCompany) -> None:
    kpi = lead_time()
    value = Measurement(kpi_id=kpi.id, day=date(2026, 6, 30), value=Decimal(5))  # 145 days, allowed 136.5
    company = make_company(kpi, value)
    assert status(company, "kpis", "status", kpi) == ("im Plan, alt", Tone.WATCH)
    assert said(company, "kpis", kpi)[0].endswith("Der letzte Wert ist vom 30.06.2026: Messen Sie neu.")
    assert "stale" in kept_by(company, "kpis")


def test_a_kpi_without_what_it_is_judged_by_names_it(make_company: MakeCompany) -> None:
    kpi = Kpi(name="Reklamationen", unit="%", target=Decimal(2), target_on=date(2027, 6, 30))
    company = make_company(kpi)
    assert said(company, "kpis", kpi)[0] == (
        "Für ein Urteil fehlt: der Ausgangswert und der Tag des Ausgangswerts."
    )
    assert "without_target" in kept_by(company, "kpis")


def test_a_goal_shows_its_share_its_worst_kpi_and_its_money(make_company: MakeCompany) -> None:
    fast, safe = Goal(name="Schneller", weight=Decimal(60)), Goal(name="Sicher", weight=Decimal(20))
    kpi = lead_time(fast)
    value = Measurement(kpi_id=kpi.id, day=date(2026, 9, 30), value=Decimal("9.2"))  # no progress at all
    portal = Initiative(name="Portal", one_off_cost=Decimal(30_000))
    done = Initiative(name="Alt", one_off_cost=Decimal(999), state=InitiativeState.DONE)
    links = [InitiativeGoal(initiative_id=one.id, goal_id=fast.id) for one in (portal, done)]
    company = make_company(fast, safe, kpi, value, portal, done, *links)
    assert text(company, "goals", "share", fast) == "75 %"  # 60 of 80
    assert status(company, "goals", "status", fast) == ("hinter Plan", Tone.ACT)
    assert status(company, "goals", "status", safe) == ("ohne Kennzahl", Tone.WATCH)
    assert text(company, "goals", "initiative_count", fast) == "1"
    assert text(company, "goals", "money", fast) == "30.000 €"
    assert said(company, "goals", fast) == (
        "Hinter Plan: Angebotsdurchlaufzeit. 1 Vorhaben arbeitet darauf hin, für 30.000 €.", Tone.ACT,
    )  # fmt: skip
    summary = table("goals").summary
    assert summary is not None and summary(company).replace("\u00a0", " ") == "Gewichte zusammen 80 %"
    assert kept_by(company, "goals") == {
        "behind": ["Schneller"], "without_kpi": ["Sicher"], "without_initiative": ["Sicher"],
        "without_owner": ["Schneller", "Sicher"],
    }  # fmt: skip


def test_data_is_weak_without_somebody_responsible(make_company: MakeCompany) -> None:
    goal = Goal(name="Schneller")
    domain = DataDomain(name="Kundenstamm", quality=4)
    capability = Capability(
        name="Gepflegte Daten", kind=CapabilityKind.DATA, rating=CapabilityRating.THERE,
        data_domain_id=domain.id,
    )  # fmt: skip
    link = GoalCapability(goal_id=goal.id, capability_id=capability.id)
    company = make_company(goal, domain, capability, link)
    assert status(company, "capabilities", "status", capability) == (
        "Schwach: niemand verantwortlich", Tone.WATCH,
    )  # fmt: skip
    assert status(company, "data_domains", "status", domain) == ("niemand verantwortlich", Tone.WATCH)
    assert said(company, "data_domains", domain)[0] == (
        "Die Qualität ist 4 von 5. Niemand entscheidet, was darin richtig ist: Bestimmen Sie jemanden. "
        "Gebraucht wird er für: Gepflegte Daten."
    )
    assert kept_by(company, "capabilities") == {
        "weak": ["Gepflegte Daten"], "without_owner": ["Gepflegte Daten"],
    }  # fmt: skip


def test_a_demand_says_since_when_a_department_waits(make_company: MakeCompany) -> None:
    sales = Department(name="Vertrieb")
    old = Demand(name="Portal", department_id=sales.id, asked_on=date(2026, 9, 9))  # 74 days
    new = Demand(name="Scanner", department_id=sales.id, asked_on=date(2026, 11, 21))
    no = Demand(name="Brillen", state=DemandState.DECLINED, reason="Zu teuer.")
    company = make_company(sales, old, new, no)
    assert status(company, "demands", "status", old) == ("offen seit 74 Tagen", Tone.WATCH)
    assert status(company, "demands", "status", new) == ("offen seit 1 Tag", Tone.NEUTRAL)
    assert status(company, "demands", "status", no) == ("Abgelehnt", Tone.NEUTRAL)
    assert said(company, "demands", old)[0].startswith("Vertrieb wartet seit 74 Tagen auf eine Antwort.")
    assert said(company, "demands", no)[0] == "Abgelehnt: Zu teuer."
    assert kept_by(company, "demands") == {
        "open": ["Portal", "Scanner"], "waiting": ["Portal"],
        "without_goal": ["Portal", "Scanner", "Brillen"],
    }  # fmt: skip
    summary = table("demands").summary
    assert summary is not None and summary(company) == "Die älteste wartet seit 74 Tagen"


def test_an_initiative_shows_its_place_its_effort_and_when_it_ends(make_company: MakeCompany) -> None:
    goal = Goal(name="Schneller", weight=Decimal(100))
    pool = ResourcePool(name="IT", days_per_month=Decimal(10), day_rate=Decimal(500))
    portal = Initiative(
        name="Portal", one_off_cost=Decimal(2_000), start=date(2027, 11, 1), months=4,
        state=InitiativeState.PLANNED,
    )  # fmt: skip
    unknown = Initiative(name="Idee")
    company = make_company(
        goal, pool, portal, unknown,
        InitiativeGoal(initiative_id=portal.id, goal_id=goal.id, strength=3),
        InitiativeEffort(initiative_id=portal.id, pool_id=pool.id, days=Decimal("12.50")),
    )  # fmt: skip
    assert text(company, "initiatives", "rank", portal) == "1"
    assert status(company, "initiatives", "kind", portal) == ("Quick Win", Tone.GOOD)
    assert text(company, "initiatives", "benefit", portal) == "100"
    assert text(company, "initiatives", "effort", portal) == "8.250 €"  # 2,000 + 12.5 × 500
    assert text(company, "initiatives", "effort_days", portal) == "12,5"
    assert text(company, "initiatives", "start", portal) == "11/2027"
    assert text(company, "initiatives", "last_month", portal) == "02/2028"
    assert text(company, "initiatives", "effort", unknown) == ""
    kept = kept_by(company, "initiatives")
    assert kept["quick_wins"] == ["Portal"]
    assert kept["purchase_only"] == ["Portal"]
    assert kept["unplanned"] == kept["without_purpose"] == kept["without_effort"] == ["Idee"]
    summary = table("initiatives").summary
    assert summary is not None
    assert summary(company).replace("\u00a0", " ") == "Alle offenen zusammen 8.250 € · 1 ohne Aufwand"


def test_a_risk_shows_what_is_left_of_it_against_the_bearable_level(make_company: MakeCompany) -> None:
    process = Process(name="Fertigung")
    lowered = Risk(name="Ausfall", likelihood=4, impact=5, likelihood_after=1, yearly_loss=Decimal(14_000))
    left = Risk(name="Erpressung", likelihood=3, impact=5, likelihood_after=2)  # 10 is above 9
    bare = Risk(name="Wasser", likelihood=2, impact=5)
    company = make_company(
        process, lowered, left, bare, RiskProcess(risk_id=lowered.id, process_id=process.id)
    )
    assert status(company, "risks", "score", lowered) == ("20 → 5", Tone.WATCH)
    assert status(company, "risks", "score", left) == ("15 → 10", Tone.ACT)
    assert status(company, "risks", "score", bare) == ("10", Tone.ACT)
    assert said(company, "risks", lowered)[0] == (
        "Tritt es ein, stehen still: Fertigung. Im Schnitt kostet es 14.000 € im Jahr. "
        "Mit den Maßnahmen sinkt es von 20 auf 5; das ist tragbar."
    )
    assert kept_by(company, "risks")["above"] == ["Erpressung", "Wasser"]


@pytest.mark.parametrize(
    ("obligation", "words", "tone"),
    [
        (Obligation(name="A", applies=Applies.NO), "trifft nicht zu", Tone.NEUTRAL),
        (Obligation(name="A", applies=Applies.UNCLEAR), "zu klären", Tone.WATCH),
        (Obligation(name="A", applies=Applies.YES, evidence="Ordner 3"), "Nachweis liegt vor", Tone.GOOD),
        (Obligation(name="A", applies=Applies.YES), "ohne Nachweis", Tone.WATCH),
        (Obligation(name="A", applies=Applies.YES, due_on=date(2026, 11, 21)),
         "überfällig seit 21.11.2026", Tone.ACT),
        (Obligation(name="A", applies=Applies.YES, due_on=date(2027, 2, 20)), "noch 90 Tage", Tone.ACT),
        (Obligation(name="A", applies=Applies.YES, due_on=date(2027, 2, 21)), "noch 91 Tage", Tone.WATCH),
    ],
)  # fmt: skip
def test_an_obligation_says_whether_it_is_met(
    make_company: MakeCompany, obligation: Obligation, words: str, tone: Tone
) -> None:
    assert status(make_company(obligation), "obligations", "status", obligation) == (words, tone)


def test_a_team_says_what_is_free_and_from_when_it_is_overloaded(make_company: MakeCompany) -> None:
    team = ResourcePool(name="IT", days_per_month=Decimal(10), support_days_per_month=Decimal(4))
    none = ResourcePool(name="Extern")
    work = Initiative(name="Portal", start=date(2026, 12, 1), months=2, state=InitiativeState.PLANNED)
    effort = InitiativeEffort(initiative_id=work.id, pool_id=team.id, days=Decimal(11))
    company = make_company(team, none, work, effort)
    # 6 days a month: November 6, December 0.5, January 0.5
    assert status(company, "pools", "status", team) == ("7 PT frei in 3 Monaten", Tone.GOOD)
    assert text(company, "pools", "free", team) == "7"
    assert status(company, "pools", "status", none) == ("keine Tage für Vorhaben", Tone.WATCH)
    edit.set_value(company, table("efforts"), table("efforts").column("days"), effort, Decimal("12.50"))
    assert status(company, "pools", "status", team) == ("überlastet ab 12/2026", Tone.ACT)
    assert kept_by(company, "pools")["overloaded"] == ["IT"]
