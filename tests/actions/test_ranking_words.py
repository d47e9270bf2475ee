"""Why an initiative stands where it stands, in the words of the interface."""

from datetime import date
from decimal import Decimal

from tests.actions.conftest import MakeCompany
from tests.analysis.plan_records import duty, goal, lowers, meets, needs, project, risk, serves, takes
from tests.analysis.small_company import serves as used_by
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.ranking_words import kind_words, must_words, verdict, why_rank, why_title
from virtualcio.actions.tone import Tone
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.model import (
    Application,
    Asset,
    Goal,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    Process,
    ResourcePool,
)
from virtualcio.model.inventory import Criticality
from virtualcio.texts import speaking


def place(company: OpenCompany, initiative: Initiative) -> Ranked:
    found = company.results.ranked(initiative)
    assert found is not None
    return found


def lines(company: OpenCompany, initiative: Initiative) -> list[str]:
    return [f"{one.points_text} {one.text}".lstrip() for one in why_rank(company, place(company, initiative))]


def test_a_rank_is_explained_by_its_parts_and_its_neighbours(make_company: MakeCompany) -> None:
    """Portal: 60 + 0.25 × 4 × 4 = 64; Schnittstelle 20 + 0.3 × 64 = 39.2, of 64: 61.25."""
    sales, prices = goal("Mehr Umsatz"), risk("Falsche Preise", (2, 4), (2, 2))
    portal, link, small = project("Portal", "16000"), project("Schnittstelle", "9000"), project("Vorlagen")
    company = make_company(
        sales, prices, portal, link, small, needs(portal, link), lowers(portal, prices),
        serves(portal, sales, 3), serves(link, sales, 1), serves(small, sales, 2),
    )  # fmt: skip
    # per size: Vorlagen 62.5 ÷ 1, Schnittstelle 61.25 ÷ 3, Portal 100 ÷ 5
    assert lines(company, portal) == [
        "+93,75 Ziel „Mehr Umsatz“ (stark)",
        "+6,25 senkt das Risiko „Falsche Preise“",
        "Rang 3, weil kleiner sind: Vorlagen und Schnittstelle",
        "Braucht zuerst „Schnittstelle“",
        "Auch bei anderer Gewichtung Rang 3",
    ]
    assert lines(company, link) == [
        "+31,25 Ziel „Mehr Umsatz“ (schwach)",
        "+30,00 ermöglicht „Portal“",
        "Weil es kleiner ist, steht es vor: Portal",
        "Bei anderer Gewichtung Rang 2 bis 3",  # a step up: 59,2 ÷ 3, behind 40 ÷ 1; down: 19,2 ÷ 3
    ]
    targets = [one.target for one in why_rank(company, place(company, portal)) if one.target]
    assert targets[0] == (Goal, sales.id) and targets[-1] == (Initiative, link.id)
    assert why_title(company, place(company, portal)) == "Warum ist „Portal“ am nützlichsten?"
    assert why_title(company, place(company, link)) == "Warum steht „Schnittstelle“ auf Rang 2?"


def test_a_must_says_what_forces_it_and_until_when(make_company: MakeCompany) -> None:
    law, late = duty("E-Rechnung", date(2027, 1, 1)), duty("NIS-2", date(2026, 3, 6))
    attack, free = risk("Angriff", (5, 4), (2, 3)), duty("Aufbewahrung")
    a, b, c, d = project("A"), project("B"), project("C"), project("D")
    company = make_company(
        law, late, attack, free, a, b, c, d,
        meets(a, law), meets(b, late), lowers(c, attack), meets(d, free),
    )  # fmt: skip
    words = [must_words(company, place(company, one)) for one in (a, b, c, d)]
    assert words == ["Pflicht zum 01.01.2027", "Pflicht seit 06.03.2026", "senkt „Angriff“ auf 6",
                     "Pflicht: Aufbewahrung"]  # fmt: skip
    assert kind_words(place(company, a)) == ("Muss", Tone.ACT)
    assert lines(company, b)[0] == "Erfüllt die Pflicht „NIS-2“, fällig seit 06.03.2026."
    assert lines(company, c)[0] == "Senkt das Risiko „Angriff“ auf 6; tragbar ist es bis 9."
    assert why_title(company, place(company, a)) == "Warum muss „A“ sein?"
    assert verdict(company, place(company, a)).tone is Tone.ACT  # 40 days
    assert verdict(company, place(company, d)).tone is Tone.WATCH  # no day
    with speaking("en"):
        assert must_words(company, place(company, a)) == "Duty by 1 Jan 2027"


def test_things_without_updates_are_counted(make_company: MakeCompany) -> None:
    one, work = project("ERP-Umzug"), Process(name="Aufträge", criticality=Criticality.CRITICAL)
    hosts = [Asset(name=f"HV0{n}", support_end=date(2023, 10, 10)) for n in (1, 2)]
    erp = Application(name="ERP", support_end=date(2025, 1, 1))
    records = [one, work, *hosts, *(used_by(host, work) for host in hosts)]
    links = [InitiativeAsset(initiative_id=one.id, asset_id=host.id) for host in hosts]
    company = make_company(*records, *links)
    assert must_words(company, place(company, one)) == "2 Systeme ohne Updates"
    both = make_company(
        *records, *links, erp, used_by(erp, work),
        InitiativeApplication(initiative_id=one.id, application_id=erp.id),
    )  # fmt: skip
    assert must_words(both, place(both, one)) == "2 Systeme und 1 Anwendung ohne Updates"
    assert "„HV01“ bekommt keine Updates mehr" in lines(both, one)[0]


def test_what_is_missing_in_the_effort_is_said(make_company: MakeCompany) -> None:
    aim, pool = goal("Mehr Umsatz"), ResourcePool(name="Lager")
    paid = ResourcePool(name="IT", day_rate=Decimal(500))
    blank, part = project("Neu", None), project("Halb", None)
    company = make_company(
        aim, pool, paid, blank, part, serves(blank, aim),
        takes(part, 2, pool), takes(part, 3, paid), takes(part, 1, None),
    )  # fmt: skip
    assert verdict(company, place(company, blank)).text == (
        "Vorläufig Rang 1: Den Aufwand hat noch niemand geschätzt."
    )
    assert "Der Aufwand ist noch nicht geschätzt; bis dahin zählt er als groß." in lines(company, blank)
    assert lines(company, part)[:3] == [
        "Die externen Kosten fehlen; wenn es keine gibt, tragen Sie 0 ein.",
        "Für einen Teil der Personentage fehlt, wer sie leistet; sie sind nicht bewertet.",
        "Ohne Tagessatz: Lager. Diese Tage sind nicht bewertet.",
    ]


def test_a_circle_is_named_where_it_is(make_company: MakeCompany) -> None:
    a, b, c = project("A"), project("B"), project("C")
    company = make_company(a, b, c, needs(a, b), needs(b, a), needs(c, a))
    assert "Steht im Kreis, jedes wartet auf das nächste: A → B → A" in lines(company, a)
    assert not any("Kreis" in line for line in lines(company, c))
    assert company.results.circles == ((a.id, b.id),)


def test_each_kind_has_its_verdict(make_company: MakeCompany) -> None:
    aim = goal("Mehr Umsatz")
    quick, big = project("Schnell"), project("Groß", "50000")
    side, later = project("Klein"), project("Später", "50000")
    base, nothing = project("Basis"), project("Schön")
    company = make_company(
        aim, quick, big, side, later, base, nothing, serves(quick, aim), serves(big, aim),
        serves(side, aim, 1), serves(later, aim, 1), needs(quick, base), needs(big, base),
    )  # fmt: skip
    texts = [verdict(company, place(company, one)).text.split(": ", 1)[1]
             for one in (quick, big, side, later, base, nothing)]  # fmt: skip
    assert texts == [
        "viel Nutzen für wenig Aufwand.",
        "viel Nutzen, aber auch viel Arbeit.",
        "wenig Nutzen, wenig Aufwand. Etwas für zwischendurch.",
        "viel Aufwand für wenig Nutzen. Das kann warten.",
        "Andere warten darauf (Schnell und Groß).",
        "schön, wenn man es hat. Es dient keinem Ziel, senkt kein Risiko und eilt nicht.",
    ]
