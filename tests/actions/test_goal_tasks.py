"""Choosing KPIs and goals from the program's lists and recording values: one undo step each."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions.goals.catalogue import add_from_catalogue, certainty_title, founded_words
from virtualcio.actions.goals.measuring import record_answers, record_computed, record_value
from virtualcio.actions.goals.templates import apply_goal_template, goal_templates, trade_of, trades
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.errors import RefusedValue
from virtualcio.exchange.kpi_catalogue import benchmarks, catalogue
from virtualcio.model import Asset, Capability, Goal, GoalCapability, Kpi, Measurement
from virtualcio.model.goals import CapabilityKind, KpiSource, TargetKind
from virtualcio.texts import speaking


def test_a_value_is_recorded_as_one_step_and_counts_at_once(make_company: MakeCompany) -> None:
    kpi = Kpi(
        name="Angebote",
        baseline=Decimal(9),
        baseline_on=date(2026, 1, 1),
        target=Decimal(4),
        target_on=date(2027, 1, 1),
    )
    company = make_company(kpi)
    assert company.results.kpi_state(kpi).status is KpiStatus.NOT_MEASURED
    record_value(company, kpi, TODAY, Decimal("4.5"), note="Stichprobe")
    assert company.results.kpi_state(kpi).current == Decimal("4.5")
    assert str(company.workspace.undo_label) == "Wert von „Angebote“ am 22.11.2026 erfasst"
    second = record_value(company, kpi, TODAY, Decimal("4.4"), weight=Decimal(30))
    assert (second.entry, second.weight) == (1, 30)
    found = company.results.kpi_state(kpi)
    assert (found.current, found.days_with_two_values) == (Decimal("4.4"), (TODAY,))
    company.workspace.undo()
    company.workspace.undo()
    assert company.data.all(Measurement) == []
    assert company.results.kpi_state(kpi).status is KpiStatus.NOT_MEASURED


@pytest.mark.parametrize(
    ("day", "value", "words"),
    [
        (date(2026, 11, 23), "1", "in der Zukunft"),
        (date(1970, 1, 1), "1", "1980"),
        (TODAY, "1000000000000", "Prüfen Sie die Stellen"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_a_sentence(
    make_company: MakeCompany, day: date, value: str, words: str
) -> None:
    company = make_company(kpi := Kpi(name="Angebote"))
    with pytest.raises(RefusedValue, match=words):
        record_value(company, kpi, day, Decimal(value))
    with pytest.raises(RefusedValue):
        record_value(company, kpi, TODAY, Decimal(1), weight=Decimal(-1))
    assert company.data.all(Measurement) == []


def test_answers_are_kept_with_the_score_that_follows_from_them(make_company: MakeCompany) -> None:
    company = make_company(kpi := Kpi(name="eNPS", source=KpiSource.PROMOTERS))
    made = record_answers(company, kpi, TODAY, 14, 10, 6)
    assert (made.value, made.promoters, made.passives, made.detractors) == (27, 14, 10, 6)  # 26.67
    with pytest.raises(RefusedValue, match="ohne Antworten"):
        record_answers(company, kpi, TODAY, 0, 0, 0)
    with pytest.raises(RefusedValue, match="unter 0"):
        record_answers(company, kpi, TODAY, 3, -1, 0)


def test_a_computed_kpi_shows_today_and_keeps_what_was_recorded_as_its_history(
    make_company: MakeCompany,
) -> None:
    old = Asset(name="Server", purchase_date=date(2015, 1, 1), service_life_years=5, cost=Decimal("1000.00"))
    company = make_company(old)
    kpi = add_from_catalogue(company, "S06")
    assert (kpi.baseline, kpi.baseline_on) == (100, TODAY)
    state = company.results.kpi_state(kpi)
    assert (state.current, state.measured_on, state.status) == (100, TODAY, KpiStatus.INCOMPLETE)
    record_computed(company, kpi)
    record_value(company, kpi, date(2026, 11, 1), Decimal(50))
    assert [point.value for point in company.results.kpi_series(kpi)] == [50, 100]
    with company.workspace.change(company.workspace.undo_label or pytest.fail("no step")):
        old.retired_on = TODAY
    assert company.results.computed_value(kpi) is None
    with pytest.raises(RefusedValue, match="keinen Wert"):
        record_computed(company, kpi)


def test_a_kpi_from_the_catalogue_brings_what_is_known_about_it(make_company: MakeCompany) -> None:
    company = make_company(goal := Goal(name="Sicher"))
    kpi = add_from_catalogue(company, "O08", goal)
    assert (kpi.name, kpi.unit, kpi.target, kpi.goal_id) == (
        "Tage bis kritische Updates eingespielt sind",
        "Tage",
        14,
        goal.id,
    )
    assert kpi.note == ("Der Zielwert ≤ 14 Tage ist ein Vorschlag: mäßig belegt (Cyber Essentials; DBIR).")
    band = add_from_catalogue(company, "S01")
    assert (band.target_kind, band.band_from, band.band_to, band.target) == (TargetKind.BAND, 2, 4, None)
    company.workspace.undo()
    company.workspace.undo()
    assert company.data.all(Kpi) == []


def test_every_kpi_of_the_catalogue_can_be_added_in_both_languages(make_company: MakeCompany) -> None:
    company = make_company()
    for row in catalogue():
        add_from_catalogue(company, row.key)
    with speaking("en"):
        for row in catalogue():
            assert add_from_catalogue(company, row.key).name == row.name_en
    assert company.data.count(Kpi) == 2 * len(catalogue())
    assert all(company.results.kpi_state(kpi).status for kpi in company.data.all(Kpi))


def test_how_well_a_figure_is_founded_has_words_for_every_row() -> None:
    assert founded_words("hoch", "VDMA") == "gut belegt (VDMA)"
    assert founded_words("Praxis", "Praxis") == "Faustregel"
    for certainty in [row.certainty for row in (*catalogue(), *benchmarks())]:
        assert certainty_title(certainty)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Metallbau: Stahlbau, Treppen", "metal"),
        ("Bauunternehmen", "construction"),
        ("Elektrohandwerk", "construction"),
        ("Steuerberatung", "law"),
        ("Ambulanter Pflegedienst", "care"),
        ("Großhandel für Maschinen", "retail"),
        ("IT-Dienstleister", "services"),
        ("", None),
        ("Zoo", None),
    ],
)
def test_a_typed_trade_is_recognised_by_its_words(typed: str, key: str | None) -> None:
    found = trade_of(typed)
    assert (found.key if found else None) == key


def test_the_chosen_goals_of_a_template_come_with_kpis_and_capabilities_as_one_step(
    make_company: MakeCompany,
) -> None:
    known = Capability(name="Gepflegter Artikel- und Kundenstamm", kind=CapabilityKind.DATA)
    company = make_company(known)
    goals = apply_goal_template(company, "metal", {"metal_offers", "metal_safe"})
    assert [(goal.name, goal.weight, goal.growth) for goal in goals] == [
        ("Anfragen schneller beantworten", 35, True),
        ("Sicher und lieferfähig bleiben", 15, False),
    ]
    kpis = company.data.where(Kpi, "goal_id", goals[0].id)
    assert [kpi.catalogue_key for kpi in kpis] == ["B03", "B10", "B14"]
    needed = {link.capability_id for link in company.data.where(GoalCapability, "goal_id", goals[0].id)}
    assert known.id in needed
    assert len(needed) == 3
    assert company.data.count(Capability) == 5
    company.workspace.undo()
    assert company.data.all(Goal) == []
    assert company.data.all(Capability) == [known]


def test_all_templates_of_all_trades_can_be_taken(make_company: MakeCompany) -> None:
    company = make_company()
    for trade in trades():
        made = apply_goal_template(company, trade.key, [one.key for one in goal_templates(trade.key)])
        assert len(made) == len(goal_templates(trade.key))
    with pytest.raises(ValueError, match="no goals"):
        apply_goal_template(company, "metal", ["law_secret"])
    assert goal_templates("zoo") == []
