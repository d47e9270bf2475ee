"""Three companies as they are: the program orders and names their initiatives as their owners would."""

from datetime import date

from tests.actions.conftest import MakeCompany
from tests.actions.portfolio import Line, Portfolio, told
from virtualcio.actions.priorities.ranking_words import why_rank
from virtualcio.analysis.amounts import total

METAL_WORKS = Portfolio(
    goals={"Liefertermine halten": 40, "Angebote in zwei Tagen": 35, "Kein Stillstand": 25},
    pools={"IT": 480, "Werkstatt": 400, "Dienstleister": 1100},
    risks={
        "Erpresser verschlüsseln die Daten": ((4, 5), (2, 4)),
        "Fertigungsserver fällt aus": ((4, 5), (1, 5)),
        "Falsche Preise im Angebot": ((4, 3), (2, 3)),
    },
    duties={"NIS-2: Registrierung": date(2026, 3, 6)},
    unsupported={"Fertigungsserver": date(2023, 10, 10)},
    lines=[
        Line("Neue Homepage", {"IT": 6}, 14_000),
        Line("Telefonanlage ersetzen", {"IT": 5}, 24_000, {"Kein Stillstand": 1}),
        Line("WLAN in der Halle", {"Dienstleister": 6}, 7_000),
        Line("Rückmeldung am Tablet", {"IT": 20, "Werkstatt": 25}, 16_000,
             {"Liefertermine halten": 3}, needs=["WLAN in der Halle"]),
        Line("Lager mobil buchen", {"IT": 10, "Werkstatt": 8}, 6_000,
             {"Liefertermine halten": 2}, needs=["WLAN in der Halle"]),
        Line("Plantafel für die Fertigung", {"IT": 30, "Werkstatt": 40}, 45_000,
             {"Liefertermine halten": 3, "Angebote in zwei Tagen": 1}, needs=["Rückmeldung am Tablet"],
             risky=True),
        Line("Vorlagen für Angebote", {"IT": 4, "Werkstatt": 4}, 0,
             {"Angebote in zwei Tagen": 2}, {"Falsche Preise im Angebot": 50}),
        Line("Kalkulation aus CAD-Daten", {"IT": 15, "Werkstatt": 20}, 19_000,
             {"Angebote in zwei Tagen": 3}, {"Falsche Preise im Angebot": 50}),
        Line("NIS-2-Meldung und Notfallplan", {"IT": 10}, 3_000, {"Kein Stillstand": 2},
             duties=["NIS-2: Registrierung"]),
        Line("Fertigungsserver ersetzen", {"Dienstleister": 8, "IT": 5}, 21_000, {"Kein Stillstand": 3},
             {"Fertigungsserver fällt aus": 100}, remedies=["Fertigungsserver"]),
        Line("Sicherung außer Haus", {"IT": 6}, 4_000, {"Kein Stillstand": 3},
             {"Erpresser verschlüsseln die Daten": 100}),
    ],
)  # fmt: skip

LAW_OFFICE = Portfolio(
    goals={"Akten schneller bearbeiten": 50, "Vertraulichkeit": 30, "Nachwuchs gewinnen": 20},
    pools={"Kanzleileitung": 900, "Sekretariat": 350, "IT-Dienstleister": 1200},
    risks={
        "Notebook mit Akten geht verloren": ((4, 5), (2, 1)),
        "Frist wird versäumt": ((2, 4), (1, 4)),
    },
    duties={"Elektronischer Rechtsverkehr: neue Karten": date(2027, 1, 31),
            "Verträge mit Auftragsverarbeitern": date(2026, 9, 30)},
    unsupported={},
    lines=[
        Line("KI für die Recherche", {"Kanzleileitung": 8}, 9_000, {"Akten schneller bearbeiten": 1},
             risky=True),
        Line("Digitale Akte", {"Kanzleileitung": 10, "Sekretariat": 30, "IT-Dienstleister": 12}, 22_000,
             {"Akten schneller bearbeiten": 3, "Vertraulichkeit": 1}),
        Line("Mandantenportal", {"Kanzleileitung": 6, "IT-Dienstleister": 10}, 12_000,
             {"Akten schneller bearbeiten": 2, "Vertraulichkeit": 2}, needs=["Digitale Akte"]),
        Line("Fristen aus der Akte", {"Sekretariat": 6, "IT-Dienstleister": 3}, 2_500,
             {"Akten schneller bearbeiten": 1}, {"Frist wird versäumt": 100}, needs=["Digitale Akte"]),
        Line("Diktat mit Spracherkennung", {"Sekretariat": 3}, 1_900, {"Akten schneller bearbeiten": 3}),
        Line("Textbausteine aufräumen", {"Sekretariat": 8, "Kanzleileitung": 2}, 0,
             {"Akten schneller bearbeiten": 2}),
        Line("Besprechungsraum mit Video", {"IT-Dienstleister": 3}, 17_000, {"Nachwuchs gewinnen": 1}),
        Line("Karriereseite", {"Kanzleileitung": 2}, 2_500, {"Nachwuchs gewinnen": 3}),
        Line("Smart-Home im Empfang", {"IT-Dienstleister": 2}, 4_000),
        Line("Notebooks verschlüsseln", {"IT-Dienstleister": 3}, 600, {"Vertraulichkeit": 3},
             {"Notebook mit Akten geht verloren": 100}),
        Line("Karten für das Anwaltspostfach", {"Sekretariat": 2}, 700,
             duties=["Elektronischer Rechtsverkehr: neue Karten"]),
        Line("Verträge mit Dienstleistern prüfen", {"Kanzleileitung": 3}, 0, {"Vertraulichkeit": 1},
             duties=["Verträge mit Auftragsverarbeitern"]),
    ],
)  # fmt: skip

CARE_SERVICE = Portfolio(
    goals={"Mehr Zeit am Menschen": 45, "Abrechnung ohne Rückläufer": 30, "Personal halten": 25},
    pools={"Verwaltung": 380, "Pflegedienstleitung": 450, "Dienstleister": 1000},
    risks={
        "Pflegedokumentation steht still": ((3, 5), (1, 4)),
        "Handy mit Gesundheitsdaten wird gestohlen": ((3, 3), (1, 2)),
    },
    duties={"Anschluss an die Telematikinfrastruktur": date(2025, 7, 1)},
    unsupported={"Server der Pflegedokumentation": date(2025, 10, 14)},
    lines=[
        Line("Angehörigenportal", {"Verwaltung": 20, "Dienstleister": 8}, 16_000,
             {"Personal halten": 1}, risky=True),
        Line("Tablets für die Touren", {"Verwaltung": 6}, 14_000, {"Mehr Zeit am Menschen": 1}),
        Line("Mobile Dokumentation", {"Pflegedienstleitung": 20, "Dienstleister": 10}, 12_000,
             {"Mehr Zeit am Menschen": 3, "Abrechnung ohne Rückläufer": 2},
             needs=["Tablets für die Touren", "Server der Pflegedokumentation ablösen"]),
        Line("Leistungsnachweise digital", {"Verwaltung": 12}, 5_000,
             {"Abrechnung ohne Rückläufer": 3}, needs=["Tablets für die Touren"]),
        Line("Tourenplanung am Rechner", {"Pflegedienstleitung": 12}, 8_000,
             {"Mehr Zeit am Menschen": 2, "Personal halten": 2}),
        Line("Dienstplan aufs Handy", {"Pflegedienstleitung": 4}, 2_400, {"Personal halten": 3}),
        Line("Handys sperren und löschen können", {"Verwaltung": 2}, 900,
             risks={"Handy mit Gesundheitsdaten wird gestohlen": 100}),
        Line("Lohnprogramm wechseln", {"Verwaltung": 25}, 13_000, {"Abrechnung ohne Rückläufer": 1}),
        Line("Digitaler Bilderrahmen im Büro", {}, 1_200),
        Line("Anschluss an die Telematik", {"Verwaltung": 6, "Dienstleister": 3}, 4_500,
             {"Abrechnung ohne Rückläufer": 2}, duties=["Anschluss an die Telematikinfrastruktur"]),
        Line("Server der Pflegedokumentation ablösen", {"Dienstleister": 9}, 15_000,
             risks={"Pflegedokumentation steht still": 100}, remedies=["Server der Pflegedokumentation"]),
    ],
)  # fmt: skip


def test_a_metal_works_is_ordered_as_its_owner_would(make_company: MakeCompany) -> None:
    musts, ranked = told(make_company(*METAL_WORKS.records()))
    assert musts == [
        "NIS-2-Meldung und Notfallplan",  # a duty that is overdue comes before all others
        "Fertigungsserver ersetzen",  # no updates under the production; no day, but more useful than the next
        "Sicherung außer Haus",  # brings blackmail down to what the owner bears
    ]
    assert ranked == [
        ("Vorlagen für Angebote", "quick_win"),  # a week's work, and half of the wrong prices are gone
        ("Rückmeldung am Tablet", "strategic"),  # the most useful, also for the planning board; but 36 T€
        ("Lager mobil buchen", "on_the_side"),  # helps delivery only in part, costs 14 T€
        ("WLAN in der Halle", "platform"),  # of no use by itself: two others wait for it
        ("Kalkulation aus CAD-Daten", "strategic"),  # the big step for offers, 34 T€
        ("Plantafel für die Fertigung", "strategic"),  # nearly the most useful, but 75 T€ and risky
        ("Telefonanlage ersetzen", "defer"),  # 26 T€, and hardly any goal gains
        ("Neue Homepage", "nice_to_have"),  # serves none of the three goals
    ]


def test_a_law_office_is_ordered_as_its_owner_would(make_company: MakeCompany) -> None:
    musts, ranked = told(make_company(*LAW_OFFICE.records()))
    assert musts == [
        "Verträge mit Dienstleistern prüfen",  # due since September
        "Karten für das Anwaltspostfach",  # without them no letter to the court from February on
        "Notebooks verschlüsseln",  # a lost notebook would be more than the partners bear; no day
    ]
    assert ranked == [
        ("Diktat mit Spracherkennung", "quick_win"),  # three days' work, faster files every day
        ("Textbausteine aufräumen", "on_the_side"),  # some use, nearly nothing to pay
        ("Mandantenportal", "strategic"),  # serves files and confidentiality, 29 T€
        ("Digitale Akte", "platform"),  # the most useful, two others wait for it; the largest work of all
        ("Karriereseite", "on_the_side"),  # all for the smallest goal, two days
        ("Fristen aus der Akte", "on_the_side"),  # a little for files, a risk that was bearable before
        ("KI für die Recherche", "on_the_side"),  # little use as yet, and nobody knows whether it works
        ("Besprechungsraum mit Video", "defer"),  # 21 T€ for hardly anything
        ("Smart-Home im Empfang", "nice_to_have"),  # serves no goal
    ]


def test_a_care_service_is_ordered_as_its_owner_would(make_company: MakeCompany) -> None:
    musts, ranked = told(make_company(*CARE_SERVICE.records()))
    assert musts == [
        "Anschluss an die Telematik",  # required since July 2025
        "Server der Pflegedokumentation ablösen",  # no updates, and care stands still with it
    ]
    assert ranked == [
        ("Tourenplanung am Rechner", "quick_win"),  # less driving for everybody, 13 T€
        ("Mobile Dokumentation", "strategic"),  # the most useful: an hour a day per nurse; 31 T€
        ("Dienstplan aufs Handy", "on_the_side"),  # the staff likes it, four days' work
        ("Handys sperren und löschen können", "on_the_side"),  # a small risk, made smaller in two days
        ("Leistungsnachweise digital", "on_the_side"),  # all for the billing, 10 T€
        ("Tablets für die Touren", "platform"),  # little by themselves: two others wait for them
        ("Lohnprogramm wechseln", "defer"),  # 23 T€ for a few returned bills less
        ("Angehörigenportal", "defer"),  # 32 T€, risky, and nobody has asked for it
        ("Digitaler Bilderrahmen im Büro", "nice_to_have"),  # cheap, but for nothing
    ]


def test_each_place_can_be_explained_without_a_rest(make_company: MakeCompany) -> None:
    for portfolio in (METAL_WORKS, LAW_OFFICE, CARE_SERVICE):
        company = make_company(*portfolio.records())
        for initiative in company.results.open_initiatives:
            ranked = company.results.ranked(initiative)
            assert ranked is not None
            points = [line.points for line in why_rank(company, ranked) if line.points is not None]
            assert total(points) == ranked.benefit
            assert ranked.is_must or ranked.benefit == 0 or points
