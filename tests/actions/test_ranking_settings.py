"""Weights and order of the ranking: typed, normalised, one undo step; and what the ranking is kept for."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.actions.conftest import MakeCompany
from tests.analysis.plan_records import goal, project, serves
from virtualcio.actions import edit
from virtualcio.actions.assumption_settings import set_assumption
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.ranking_settings import (
    BY_BENEFIT,
    PER_SIZE,
    set_order,
    set_weights,
    shares_of,
    take_settings,
)
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedValue
from virtualcio.model import Asset, Initiative, Setting


@pytest.fixture
def company(make_company: MakeCompany) -> OpenCompany:
    aim, large, small = goal("Mehr Umsatz"), project("Groß", "30000"), project("Klein", "1500")
    server = Asset(name="Server")
    return make_company(aim, large, small, server, serves(large, aim, 3), serves(small, aim, 1))


def order(company: OpenCompany) -> list[str]:
    ranked = company.results.ranking.ranked
    return [company.data.find(Initiative, one.initiative_id).name for one in ranked]


def settings_of(company: OpenCompany) -> dict[str, str]:
    return {row.key: row.value for row in company.data.all(Setting)}


def test_three_weights_are_one_undo_step_and_count_by_their_shares(company: OpenCompany) -> None:
    assert set_weights(company, "50", "50 %", "100")
    weights = company.results.weights
    assert (weights.goal, weights.risk, weights.urgency) == (Fraction(1, 4), Fraction(1, 4), Fraction(1, 2))
    company.workspace.undo()
    assert settings_of(company) == {}
    assert company.results.weights.goal == Fraction(3, 5)


def test_what_is_the_default_is_not_stored(company: OpenCompany) -> None:
    assert set_weights(company, "60", "20", "20")
    assert settings_of(company) == {"weight_risk": "20", "weight_urgency": "20"}
    assert not set_weights(company, "60", "20", "20")


def test_weights_that_are_all_0_or_no_numbers_are_refused_with_a_sentence(company: OpenCompany) -> None:
    with pytest.raises(RefusedValue, match="Eines der drei Gewichte muss über 0 liegen"):
        set_weights(company, "0", "0", "0")
    with pytest.raises(RefusedValue):
        set_weights(company, "60", "viel", "20")
    with pytest.raises(RefusedValue, match="zwischen 0"):
        set_weights(company, "60", "101", "20")
    assert settings_of(company) == {}


def test_weights_that_are_all_0_in_the_settings_count_the_same(company: OpenCompany) -> None:
    for key in ("weight_goal", "weight_risk", "weight_urgency"):
        set_assumption(company, key, "0")
    assert company.results.weights.goal == company.results.weights.risk == Fraction(1, 3)


def test_the_shares_are_known_while_somebody_types() -> None:
    assert shares_of(["60", "25", "15"]) == [60, 25, 15]
    assert shares_of(["30", "30", "x"]) == [50, 50, None]
    assert shares_of(["0", "0", "0"]) == [None, None, None]


def test_the_order_is_chosen_and_undone(company: OpenCompany) -> None:
    assert order(company) == ["Klein", "Groß"] and company.results.ranking.by_size
    assert set_order(company, BY_BENEFIT)
    assert order(company) == ["Groß", "Klein"] and not company.results.ranking.by_size
    assert not set_order(company, BY_BENEFIT)
    company.workspace.undo()
    assert order(company) == ["Klein", "Groß"]
    assert not set_order(company, PER_SIZE)


def test_weights_line_and_order_are_taken_together_or_not_at_all(company: OpenCompany) -> None:
    with pytest.raises(RefusedValue):
        take_settings(company, ["50", "25", "25"], "teuer", by_size=False)
    assert settings_of(company) == {}
    assert take_settings(company, ["50", "25", "25"], "35.000 €", by_size=False)
    assert company.results.dear_from == Decimal(35000) and order(company) == ["Groß", "Klein"]
    company.workspace.undo()
    assert settings_of(company) == {}


def test_the_ranking_is_kept_until_something_it_reads_has_changed(company: OpenCompany) -> None:
    first = company.results.ranking
    (server,) = company.data.all(Asset)
    assets = table("assets")
    edit.set_value(company, assets, assets.column("name"), server, "Server im Keller")
    assert company.results.ranking is first
    initiatives = table("initiatives")
    (small,) = (one for one in company.results.open_initiatives if one.name == "Klein")
    edit.set_value(company, initiatives, initiatives.column("one_off_cost"), small, Decimal(90000))
    assert order(company) == ["Groß", "Klein"]
    company.workspace.undo()
    assert order(company) == ["Klein", "Groß"]
