"""The program's tables for goals: every row can be read, says where it is from, and fits the others."""

from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from virtualcio.analysis.goals.obligation_rules import Rule
from virtualcio.exchange.goal_templates import all_goal_templates, all_trades
from virtualcio.exchange.kpi_catalogue import (
    benchmarks,
    benchmarks_for,
    catalogue,
    catalogue_kpi,
    maturity_words,
)
from virtualcio.exchange.obligation_templates import obligation_templates
from virtualcio.model.goals import Aggregation, Better, Cadence, KpiLevel, KpiSource, MaturityDimension
from virtualcio.texts import speaking

CERTAINTIES = ("hoch", "mittel", "niedrig", "Praxis", "aus Wissen")


def test_every_kpi_has_a_key_of_its_own_and_words_in_both_languages() -> None:
    keys = Counter(row.key for row in catalogue())
    assert set(keys.values()) == {1}
    assert len(keys) >= 60
    for row in catalogue():
        assert row.names.de and row.names.en and row.formulas.de and row.formulas.en, row.key
        assert bool(row.units.de) == bool(row.units.en), row.key
        assert row.source and row.certainty.startswith(CERTAINTIES), row.key
    assert len({row.names.de for row in catalogue()}) == len(keys)


def test_the_levels_and_the_business_kpis_of_the_rules_are_there() -> None:
    assert {row.level for row in catalogue()} == set(KpiLevel)
    business = {row.name_en for row in catalogue() if row.level is KpiLevel.BUSINESS}
    assert {"Time to market", "Lead time of offers", "Error rate", "Margin per order"} <= business
    sources = {row.source_kind: row.key for row in catalogue() if row.source_kind is not KpiSource.PROMOTERS}
    assert set(sources) == set(KpiSource) - {KpiSource.PROMOTERS}
    scores = {row.key for row in catalogue() if row.source_kind is KpiSource.PROMOTERS}
    assert scores == {"U02", "B01"}


def test_a_usual_target_is_shown_in_the_words_of_the_language() -> None:
    backups, cost = catalogue_kpi("O04"), catalogue_kpi("S02")
    assert (backups.target, backups.better, backups.cadence) == (Decimal(98), Better.HIGHER, Cadence.WEEKLY)
    assert backups.sme_target == "≥ 98 %"
    assert cost.sme_target == "≤ 5.000 €"
    assert catalogue_kpi("S01").sme_target == "2–4 %"
    assert catalogue_kpi("S07").sme_target == "−5 … 5 %"
    assert catalogue_kpi("S05").sme_target == "0 €"
    assert catalogue_kpi("S16").sme_target == "100 %"
    assert catalogue_kpi("B02").sme_target == ""
    with speaking("en"):
        assert cost.sme_target == "≤ 5,000 €"
        assert catalogue_kpi("O01").sme_target == "≥ 99.5 %"
        assert catalogue_kpi("O05").sme_target == "≤ 90 days"
    assert catalogue_kpi("O01").aggregation is Aggregation.RATE
    with pytest.raises(KeyError):
        catalogue_kpi("X99")


def test_benchmarks_belong_to_kpis_that_exist_and_name_their_source() -> None:
    known = {row.key for row in catalogue()}
    for row in benchmarks():
        assert row.catalogue_key == "" or row.catalogue_key in known
        assert row.values.de and row.values.en and row.segments.de and row.segments.en
        assert row.source or row.certainty.startswith("niedrig"), row.metrics.de
        assert row.certainty.startswith(CERTAINTIES)
    shares = benchmarks_for("S01")
    assert (shares[0].value, shares[0].unit, shares[0].year, shares[0].certainty) == (
        "2,6",
        "%",
        "2024",
        "hoch",
    )
    assert benchmarks_for("") == ()
    assert benchmarks_for("O22") == ()


def test_every_dimension_of_maturity_says_what_its_five_levels_mean() -> None:
    assert set(maturity_words()) == set(MaturityDimension)
    for words in maturity_words().values():
        assert len(words.levels) == 5
        assert all(level.de and level.en for level in words.levels)
    team = maturity_words()[MaturityDimension.TEAM]
    assert team.level(3) == "Gemischte Projektteams"
    with speaking("en"):
        assert team.level(1) == "Departments and IT are apart"
    with pytest.raises(ValueError, match="no such level"):
        team.level(0)


def test_the_goals_of_each_trade_weigh_a_hundred_and_use_kpis_of_the_catalogue() -> None:
    known = {row.key for row in catalogue()}
    weights: dict[str, Decimal] = defaultdict(Decimal)
    counts = Counter(template.trade for template in all_goal_templates())
    for template in all_goal_templates():
        weights[template.trade] += template.weight
        assert 1 <= len(template.kpis) <= 3, template.key
        assert set(template.kpis) <= known, template.key
        assert 1 <= len(template.capabilities) <= 3, template.key
        assert (
            template.names.de and template.names.en and template.descriptions.de and template.descriptions.en
        )
    assert weights == {trade.key: 100 for trade in all_trades()}
    assert set(counts.values()) <= {3, 4}


def test_every_duty_names_where_it_stands_and_for_whom_it_is_meant() -> None:
    assert {row.rule for row in obligation_templates()} == set(Rule)
    for row in obligation_templates():
        assert row.names.de and row.names.en and row.source and row.certainty, row.key
        assert row.bases.de or row.rule is Rule.INSURED, row.key
        assert row.countries <= {"DE", "AT", "CH"}
