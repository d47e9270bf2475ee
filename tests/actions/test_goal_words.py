"""Goals and KPIs in words: weights in whole percents, values in their unit, what is odd about a KPI."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virtualcio.actions.goals.goal_cards import goal_cards, weights_sentence, whole_percents
from virtualcio.actions.goals.kpi_chart import comparable_kpis, kpi_chart, kpi_head
from virtualcio.actions.goals.kpi_chart_table import chart_table, days_said
from virtualcio.actions.goals.kpi_words import places_of, quantity, until_words
from virtualcio.actions.goals.outcome_words import initiatives_behind
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.model import (
    Capability,
    Company,
    Goal,
    GoalCapability,
    Initiative,
    InitiativeGoal,
    InitiativeKpi,
    Kpi,
    Measurement,
)
from virtualcio.model.base import Record
from virtualcio.model.goals import Better, CapabilityRating, KpiSource, TargetKind
from virtualcio.model.initiatives import InitiativeState
from virtualcio.store.workspace import Workspace
from virtualcio.texts import speaking

TODAY = date(2026, 7, 10)


def company_of(*records: Record) -> OpenCompany:
    return OpenCompany(Workspace.create(None, Company(name="Muster GmbH"), records=records), TODAY)


def offers(**values: Any) -> Kpi:
    fields: dict[str, Any] = {
        "id": "lead", "name": "Angebote", "unit": "Tage", "better": Better.LOWER, "baseline": Decimal(9),
        "baseline_on": date(2026, 1, 1), "target": Decimal(4), "target_on": date(2026, 12, 31),
    }  # fmt: skip
    return Kpi(**{**fields, **values})


def measured(month: int, day: int, value: str, **more: object) -> Measurement:
    return Measurement(kpi_id="lead", day=date(2026, month, day), value=Decimal(value), **more)  # type: ignore[arg-type]


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=12))
@settings(max_examples=60)
def test_whole_percents_add_up_to_100_and_stay_within_one(parts: list[int]) -> None:
    total = sum(parts)
    shares = [Fraction(part, total) for part in parts]
    percents = whole_percents(shares)
    assert sum(percents) == 100
    assert all(abs(share * 100 - percent) < 1 for share, percent in zip(shares, percents, strict=True))


def test_three_equal_goals_weigh_34_33_and_33() -> None:
    assert whole_percents([Fraction(1, 3)] * 3) == [34, 33, 33]


@pytest.mark.parametrize(
    ("values", "places"),
    [(["6.1", "4"], 1), (["6.125", "4"], 2), (["5", "2"], 0), (["1234.56"], 0), ([], 0), (["0.000001"], 2)],
)
def test_values_show_the_places_they_need_and_large_ones_none(values: list[str], places: int) -> None:
    assert places_of(*map(Decimal, values)) == places


def test_a_value_stands_with_its_unit() -> None:
    assert quantity(Decimal("6.100000"), "Tage") == "6,1\u00a0Tage"
    assert quantity(None, "Tage") == "—"
    assert quantity(Decimal(12), "") == "12"
    assert quantity(Decimal("48.5"), "%") == "48,5\u00a0%"
    with speaking("en"):
        assert quantity(Decimal("48.5"), "%") == "48.5%"
        assert quantity(Decimal("6.1"), "days") == "6.1\u00a0days"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Ziel 4\u00a0Tage bis 31.12.2026"),
        ({"target_on": None}, "Ziel 4\u00a0Tage"),
        ({"target": None}, ""),
        ({"target_kind": TargetKind.HOLD, "target": None}, "Zu halten: 9\u00a0Tage"),
        (
            {"target_kind": TargetKind.BAND, "band_from": Decimal(2), "band_to": Decimal(4)},
            "Ziel 2 bis 4\u00a0Tage bis 31.12.2026",
        ),
    ],
)
def test_what_is_aimed_at_is_said_for_each_kind_of_target(values: dict[str, object], words: str) -> None:
    assert until_words(offers(**values)) == words


def test_what_is_odd_about_a_kpi_is_said_in_one_sentence_each() -> None:
    kpi = offers(target_on=date(2025, 12, 31), owner_id=None, goal_id=None)
    rows = [measured(1, 2, "8"), measured(1, 2, "7", entry=1), measured(8, 1, "5")]
    head = kpi_head(company_of(kpi, *rows), kpi)
    assert (head.lacking, head.lacking_column) == ("Es fehlt: wer verantwortlich ist und ein Ziel.", "owner")
    assert head.warnings == (
        "Der Zieltermin liegt vor dem Tag des Ausgangswerts.",
        "Zuletzt gemessen am 02.01.2026: zu lange her für „quartalsweise“.",
        "1 Wert liegt in der Zukunft und zählt noch nicht.",
        "Mehr als ein Wert am 02.01.2026: Es gilt der zuletzt eingetragene.",
    )


def test_a_forecast_is_green_only_if_its_whole_band_meets_the_target() -> None:
    steady = [measured(month, 1, str(9 - month)) for month in (1, 2, 3, 4, 5, 6)]
    kpi = offers()
    good = kpi_head(company_of(kpi, *steady), kpi)
    assert (good.forecast_tone, good.trend) == (Tone.GOOD, "wird besser")
    stuck = [measured(month, 1, value) for month, value in zip((1, 2, 3, 4), "9889", strict=True)]
    other = offers()
    assert kpi_head(company_of(other, *stuck), other).forecast_tone is Tone.WATCH


def test_the_chart_reads_out_what_its_table_says() -> None:
    kpi = offers()
    rows = [measured(1, 31, "8.5", note="nach Umbau"), measured(3, 1, "7")]
    chart = kpi_chart(company_of(kpi, *rows), kpi)
    header, lines = chart_table([chart])
    assert header == ("Tag", "Angebote")
    assert lines == (
        ("31.01.2026", "8,5\u00a0Tage"),
        ("01.03.2026", "7,0\u00a0Tage"),
        ("Ziel 31.12.2026", "4,0\u00a0Tage"),
    )
    first, _second, target = days_said([chart])
    assert (first.title, first.note) == ("31.01.2026", "nach Umbau")
    assert [(one.text, one.value) for one in target.lines] == [("Ziel", "4,0\u00a0Tage")]
    assert chart.days == (date(2026, 1, 1), date(2026, 12, 31))


def test_goals_without_weights_count_alike_and_say_so() -> None:
    company = company_of(Goal(id="a", name="A"), Goal(id="b", name="B"))
    assert weights_sentence(company) == "Die Ziele haben noch kein Gewicht; alle zählen gleich."
    assert [card.weight for card in goal_cards(company)] == ["Gewicht 50\u00a0%", "Gewicht 50\u00a0%"]


def test_closed_goals_stand_last_and_kpis_without_a_goal_before_them() -> None:
    done = Goal(id="done", name="Erreicht", weight=Decimal(90), closed_on=date(2026, 5, 1))
    company = company_of(done, Goal(id="open", name="Offen", weight=Decimal(10)), offers())
    cards = goal_cards(company)
    assert [card.goal_id for card in cards] == ["open", "", "done"]
    assert [line.kpi_id for line in cards[1].kpis] == ["lead"]
    assert (cards[2].weight, cards[2].closed) == ("abgeschlossen am 01.05.2026", True)


def test_initiatives_measured_by_the_kpi_stand_before_those_for_its_goal() -> None:
    goal, kpi = Goal(id="goal", name="Ziel"), offers(goal_id="goal")
    company = company_of(
        goal, kpi,
        Initiative(id="weak", name="Schwach"), Initiative(id="strong", name="Stark"),
        Initiative(id="direct", name="Direkt"), Initiative(id="none", name="Ohne Beitrag"),
        Initiative(id="gone", name="Verworfen", state=InitiativeState.DROPPED),
        InitiativeGoal(initiative_id="weak", goal_id="goal", strength=1),
        InitiativeGoal(initiative_id="strong", goal_id="goal", strength=3),
        InitiativeGoal(initiative_id="none", goal_id="goal", strength=0),
        InitiativeGoal(initiative_id="gone", goal_id="goal", strength=3),
        InitiativeKpi(initiative_id="direct", kpi_id="lead"),
    )  # fmt: skip
    assert [one.id for one in initiatives_behind(company, kpi, goal)] == ["direct", "strong", "weak"]
    assert [one.id for one in initiatives_behind(company, None, goal)] == ["strong", "weak"]


def test_kpis_of_the_same_goal_are_offered_first_for_comparing() -> None:
    goals = [Goal(id="g1", name="Eins"), Goal(id="g2", name="Zwei")]
    kpis = [
        offers(goal_id="g1"),
        *(Kpi(id=key, name=name, goal_id=goal) for key, name, goal in (
            ("a", "Alter", "g2"), ("z", "Zeit", "g1"), ("zz", "Zeit", "g2"), ("empty", "Leer", "g1"),
        )),
    ]  # fmt: skip
    rows = [Measurement(kpi_id=key, day=date(2026, 5, 1), value=Decimal(1)) for key in ("a", "z", "zz")]
    company = company_of(*goals, *kpis, *rows)
    assert comparable_kpis(company, kpis[0]) == (("z", "Zeit · Eins"), ("a", "Alter"), ("zz", "Zeit · Zwei"))


def test_a_forecast_is_told_within_what_the_value_can_be() -> None:
    """9, 7, 5, 3, 1 days, a month apart: in December it would be below 0. A loss may be forecast."""
    kpi = offers(target_on=date(2026, 12, 1))
    fast = [measured(month, 1, str(value)) for month, value in zip(range(2, 7), (9, 7, 5, 3, 1), strict=True)]
    company = company_of(kpi, *fast)
    exact = company.results.kpi_state(kpi).forecast
    assert exact is not None
    assert exact.value < 0
    assert kpi_head(company, kpi).forecast == "Prognose 0"
    cone = kpi_chart(company, kpi).forecast
    assert cone is not None
    assert (cone.end.value, cone.low, cone.high) == (Decimal(0),) * 3
    profit = offers(
        baseline=Decimal(-3), target=Decimal(20), better=Better.HIGHER, target_on=date(2026, 12, 1)
    )
    assert "−" in kpi_head(company_of(profit, *fast), profit).forecast


@pytest.mark.parametrize(
    ("unit", "source", "words"),
    [
        ("%", KpiSource.MEASURED, "Prognose 100"), ("Stück", KpiSource.MEASURED, "Prognose 120"),
        ("Punkte", KpiSource.PROMOTERS, "Prognose 100"),
    ],
)  # fmt: skip
def test_a_share_is_not_forecast_above_the_whole(unit: str, source: KpiSource, words: str) -> None:
    """60, 70, 80, 90 in steps of 30 days, and 90 days more."""
    kpi = offers(
        unit=unit, source=source, better=Better.HIGHER, baseline=Decimal(50), target=Decimal(95),
        target_on=date(2026, 6, 30),
    )  # fmt: skip
    days = [(1, 1), (1, 31), (3, 2), (4, 1)]
    rows = [measured(*day, str(60 + 10 * at)) for at, day in enumerate(days)]
    assert kpi_head(company_of(kpi, *rows), kpi).forecast == words


def test_a_goal_says_in_one_row_what_it_needs_and_why_it_is_not_there() -> None:
    crm = Capability(id="crm", name="Kundenhistorie", rating=CapabilityRating.WEAK)
    company = company_of(
        Goal(id="more", name="Mehr"), crm, GoalCapability(goal_id="more", capability_id="crm")
    )
    need = goal_cards(company)[0].needs[0]
    assert (need.name, need.reason, need.words) == ("Kundenhistorie", "schwach", "Kundenhistorie · schwach")
