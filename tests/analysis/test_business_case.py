"""Whether an initiative pays: flows by year, value, rate, payback, what moves it, reckoned by hand."""

from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from tests.analysis.small_company import TODAY
from virtualcio.actions.results import Results
from virtualcio.analysis.business_case.amounts_of_years import Scenario
from virtualcio.analysis.business_case.case import BusinessCase
from virtualcio.analysis.business_case.draws import percentile
from virtualcio.analysis.business_case.returns import (
    NoRate,
    internal_rate,
    net_present_value,
    payback_months,
)
from virtualcio.model import (
    CaseInput,
    Company,
    Initiative,
    InitiativeEffort,
    Record,
    ResourcePool,
    Setting,
)
from virtualcio.model.business_case import CaseInputKind
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import AmountOrigin

D, F = Decimal, Fraction
SIX = F(6, 100)
SAVING, ONE_OFF, RUNNING = CaseInputKind.SAVING, CaseInputKind.ONE_OFF, CaseInputKind.RUNNING


def crm() -> Initiative:
    """10,000 € once, and after its six months 1,200 € a year."""
    return Initiative(id="crm", name="CRM", one_off_cost=D("10000.00"), running_cost=D("1200.00"), months=6)


def saves(expected: str | None = "4000.00", **more: Any) -> CaseInput:
    """Every year, if nothing else is said."""
    amount = None if expected is None else D(expected)
    return CaseInput(**{"name": "Weniger Tippen", "initiative_id": "crm", "expected": amount, **more})


def results(*records: Record) -> Results:
    return Results(CompanyData([Company(name="Prüf GmbH"), *records]), TODAY)


def case_of(*records: Record) -> BusinessCase:
    found = results(*records)
    return found.business_case(found.data.find(Initiative, "crm"))


# --- flows -------------------------------------------------------------------------------------------


def test_the_own_figures_count_from_the_start_and_running_cost_after_the_end() -> None:
    """Six months of year 1 are left: 600 € of running cost, then 1,200 € a year."""
    flows = case_of(crm(), saves()).expected.flows

    assert flows == (D("-10000.00"), D("3400.00"), *[D("2800.00")] * 4)


def test_a_running_cost_that_begins_within_year_three_leaves_the_years_before_free() -> None:
    """After 28 months 8 of the 12 months of year 3 are left: 800 €."""
    long = Initiative(id="crm", name="CRM", running_cost=D("1200.00"), months=28)
    flows = case_of(long).expected.flows

    assert flows == (*[D(0)] * 3, D("-800.00"), D("-1200.00"), D("-1200.00"))


def test_a_typed_row_takes_the_place_of_the_own_figure_of_its_kind_only() -> None:
    offer = CaseInput(
        name="Angebot", initiative_id="crm", kind=ONE_OFF, first_year=0, last_year=0, expected=D("8000.00")
    )
    case = case_of(crm(), offer)

    assert case.expected.by_kind[ONE_OFF][0] == D("-8000.00")
    assert case.expected.by_kind[RUNNING][1] == D("-600.00")


def test_a_row_without_an_amount_counts_nothing_and_is_named() -> None:
    empty = saves(None, kind=ONE_OFF)
    case = case_of(crm(), empty)

    assert case.inputs.without_amount == (empty.id,)
    assert case.expected.flows[0] == D("-10000.00") and not case.has_case


def test_own_person_days_stand_apart_and_those_of_a_provider_count_nowhere() -> None:
    own = ResourcePool(name="IT", day_rate=D("400.00"))
    provider = ResourcePool(name="Haus", day_rate=D("900.00"), external=True)
    efforts = [InitiativeEffort(initiative_id="crm", pool_id=own.id, days=D("12.50")),
               InitiativeEffort(initiative_id="crm", pool_id=provider.id, days=D("10.00")),
               InitiativeEffort(initiative_id="crm", pool_id=None, days=D("3.00"))]  # fmt: skip
    case = case_of(crm(), own, provider, *efforts)

    assert case.expected.internal[0] == D("5000.00")
    assert case.expected.flows[0] == D("-10000.00")
    assert (case.inputs.external_days, case.inputs.days_without_rate) == (D("9000.00"), D("3.00"))


def test_a_benefit_without_a_price_is_listed_and_never_added() -> None:
    calm = saves("99999.00", kind=CaseInputKind.NOT_MONEY)
    case = case_of(crm(), calm)

    assert case.inputs.not_money == (calm.id,) and case.has_case
    assert case.expected.benefit == 0


def test_how_much_of_the_benefit_is_estimated() -> None:
    """4,000 of 10,000 € a year come from an offer."""
    case = case_of(crm(), saves(amount_origin=AmountOrigin.OFFER), saves("6000.00"))

    assert case.guessed_percent == D("60.00")
    assert case_of(crm()).guessed_percent is None


# --- value, rate, payback ----------------------------------------------------------------------------


def test_the_value_is_what_the_years_are_worth_at_the_start() -> None:
    """3,400 ÷ 1.06 + 2,800 ÷ 1.06² … 1.06⁵ = 12,360.6563 less 10,000 €."""
    assert case_of(crm(), saves()).expected.net_present_value == D("2360.66")
    assert net_present_value([F(-100), F(106)], SIX) == 0
    assert net_present_value([F(-100), F("106.0053")], SIX) == D("0.01")  # 0.005 is rounded away from 0


def test_the_rate_is_a_setting() -> None:
    case = case_of(crm(), saves(), Setting(key="discount_rate", value="0"))

    assert case.expected.net_present_value == D("4600.00")


@pytest.mark.parametrize(
    ("flows", "percent"),
    [
        ((-1000, 1100), "10.00"),
        ((-100, 60, 60), "13.07"),  # x² − 0.6 x − 0.6 = 0, x = 1.130662
        ((0, -100, 0, 121), "10.00"),  # nothing in year 0
        ((-100, 0, 1), "-90.00"),
        ((-1, 5000), "499900.00"),
        ((-100, 100), "0.00"),
    ],
)
def test_the_internal_rate_is_exact_to_a_hundredth(flows: tuple[int, ...], percent: str) -> None:
    assert internal_rate([F(one) for one in flows]).percent == D(percent)


@pytest.mark.parametrize(
    ("flows", "why"),
    [
        ((0, 0), NoRate.NOTHING),
        ((5, -3), NoRate.NOT_SPENT_FIRST),
        ((-5, -3), NoRate.NEVER_BACK),
        ((-5, 9, -3), NoRate.SEVERAL_TURNS),
    ],
)
def test_without_one_turn_there_is_no_internal_rate_but_a_reason(flows: tuple[int, ...], why: NoRate) -> None:
    rate = internal_rate([F(one) for one in flows])

    assert (rate.percent, rate.none_because) == (None, why)


@pytest.mark.parametrize(
    ("flows", "months"),
    [
        # after three years 1,000 are missing, 2,800 ÷ 12 come a month: 4.3 months
        ((-10000, 3400, 2800, 2800, 2800, 2800), 41),
        ((-1200, 1200, 0, 0, 0, 0), 12),
        ((-1200, 1201, 0, 0, 0, 0), 12),
        ((-1200, 2400, -1300, 1200, 0, 0), 25),  # it was back after 6 months, and lost again in year 2
        ((0, 5, 0, 0, 0, 0), 0),
        ((-60, 12, 12, 12, 12, 12), 60),
        ((-60, 12, 12, 12, 12, 11), None),
    ],
)
def test_paid_back_is_the_first_month_from_which_the_sum_stays(
    flows: tuple[int, ...], months: int | None
) -> None:
    assert payback_months([F(one) for one in flows]) == months


def test_worst_and_best_are_cases_of_their_own() -> None:
    case = case_of(crm(), saves(worst=D("2000.00"), best=D("5000.00")))

    values = {scenario: result.net_present_value for scenario, result in case.scenarios.items()}
    # 5 years at 6 % are worth 4.212364 times the yearly amount
    assert values == {
        Scenario.WORST: D("-6064.07"),
        Scenario.EXPECTED: D("2360.66"),
        Scenario.BEST: D("6573.02"),
    }
    assert case.scenarios[Scenario.WORST].payback_months is None


# --- what moves it, and how sure it is -----------------------------------------------------------------


def test_the_input_that_moves_the_result_most_comes_first() -> None:
    dear = CaseInput(
        name="Angebot", initiative_id="crm", kind=ONE_OFF, first_year=0, last_year=0,
        worst=D("13000.00"), expected=D("10000.00"), best=D("9000.00"),
    )  # fmt: skip
    case = case_of(crm(), dear, saves(worst=D("2000.00"), best=D("5000.00")))

    assert [(one.of.name, one.at_worst, one.at_best) for one in case.tornado] == [
        ("Weniger Tippen", D("-6064.07"), D("6573.02")),
        ("Angebot", D("-639.34"), D("3360.66")),
        ("", D("2360.66"), D("2360.66")),  # the running cost has no span
    ]


def test_the_draws_are_those_of_the_seed_and_in_the_order_of_the_inputs() -> None:
    """Each input once a draw for all its years: cost at the start, then the yearly saving."""
    dear = CaseInput(
        name="Angebot", initiative_id="crm", kind=ONE_OFF, first_year=0, last_year=0,
        worst=D("13000.00"), expected=D("10000.00"), best=D("9000.00"),
    )  # fmt: skip
    free = Initiative(id="crm", name="CRM")
    case = case_of(free, dear, saves(worst=D("2000.00"), best=D("5000.00")))
    random, yearly = Random(1), sum(1.06**-year for year in range(1, 6))
    drawn = sorted(
        -random.triangular(9000, 13000, 10000) + yearly * random.triangular(2000, 5000, 4000)
        for _draw in range(10_000)
    )

    assert case.spread is not None and case.spread.draws == 10_000
    assert abs(case.spread.p10 - D(drawn[999])) < D("0.01")
    assert abs(case.spread.p50 - D(drawn[4999])) < D("0.01")
    assert abs(case.spread.p90 - D(drawn[8999])) < D("0.01")
    assert case.spread.below_zero == len([one for one in drawn if one < 0])
    assert case_of(free, dear, saves(worst=D("2000.00"), best=D("5000.00"))).spread is not None


def test_another_seed_draws_others_and_the_same_seed_the_same() -> None:
    def spread(seed: str) -> object:
        ranged = saves(worst=D("2000.00"), best=D("5000.00"), id="a")
        return case_of(crm(), ranged, Setting(key="case_seed", value=seed)).spread

    assert spread("1") == spread("1") != spread("2")


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([1.0, 2.0, 3.0], 50) == 2.0  # ⌈1.5⌉ = second
    assert percentile([1.0, 2.0, 3.0, 4.0], 50) == 2.0
    assert percentile([7.0], 10) == 7.0


def test_the_columns_hold_every_draw_and_one_begins_at_zero() -> None:
    spread = case_of(crm(), saves(worst=D("2000.00"), best=D("5000.00"))).spread

    assert spread is not None
    assert sum(one.count for one in spread.bins) == 10_000 and len(spread.bins) <= 41
    assert 0 in {one.start for one in spread.bins}
    assert sum(one.count for one in spread.bins if one.end <= 0) == spread.below_zero


def test_without_a_span_nothing_is_drawn_and_the_answer_is_certain() -> None:
    pays, fails = case_of(crm(), saves()), case_of(crm(), saves("10.00"))

    assert pays.spread is fails.spread is None
    assert (pays.chance_percent, fails.chance_percent) == (D(0), D(100))


def test_amounts_in_a_strange_order_in_a_file_are_still_reckoned() -> None:
    case = case_of(crm(), saves(worst=D("5000.00"), best=D("2000.00")))

    assert case.scenarios[Scenario.WORST].net_present_value == D("6573.02")
    assert case.spread is not None


# --- which initiatives ----------------------------------------------------------------------------------


def test_cases_stand_first_then_dear_initiatives_without_one() -> None:
    better = Initiative(id="besser", name="Besser")
    dear = Initiative(id="teuer", name="Teuer", one_off_cost=D("25000.01"))
    limit = Initiative(id="grenze", name="Grenze", one_off_cost=D("25000.00"))
    done = Initiative(id="fertig", name="Fertig", one_off_cost=D("90000.00"), state=InitiativeState.DONE)
    found = results(
        crm(), better, dear, limit, done, saves(), saves("1000.00", initiative_id="besser", name="Nutzen")
    )

    assert [one.initiative_id for one in found.business_cases] == ["besser", "crm", "teuer"]
    assert [one.id for one in found.initiatives_without_case] == ["grenze"]
