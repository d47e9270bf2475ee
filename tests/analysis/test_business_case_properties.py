"""Whatever is typed into a business case: value and payback follow the flows, no span moves nothing."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.test_business_case import SIX, case_of, crm, saves
from virtualcio.analysis.business_case.amounts_of_years import Scenario
from virtualcio.analysis.business_case.draws import drawn_values
from virtualcio.analysis.business_case.returns import internal_rate, payback_months, present_value

D, F = Decimal, Fraction
amounts = st.integers(-50_000, 50_000).map(Fraction)
six_years = st.lists(amounts, min_size=6, max_size=6)


@settings(max_examples=60, deadline=None)
@given(six_years)
def test_before_the_payback_the_sum_is_below_zero_and_from_then_on_never(flows: list[Fraction]) -> None:
    def after(month: int) -> Fraction:
        return flows[0] + sum(
            (flows[year] * min(12, max(0, month - 12 * (year - 1))) / 12 for year in range(1, 6)), F(0)
        )

    months = payback_months(flows)
    if months is None:
        assert after(60) < 0
    else:
        assert all(after(month) >= 0 for month in range(months, 61))
        assert months == 0 or after(months - 1) < 0


@settings(max_examples=60, deadline=None)
@given(six_years, six_years, st.integers(-5, 5), st.integers(0, 30))
def test_the_value_of_a_sum_is_the_sum_of_the_values(
    one: list[Fraction], two: list[Fraction], times: int, percent: int
) -> None:
    rate = F(percent, 100)
    both = [a + times * b for a, b in zip(one, two, strict=True)]

    assert present_value(both, rate) == present_value(one, rate) + times * present_value(two, rate)


@settings(max_examples=60, deadline=None)
@given(six_years)
def test_at_the_internal_rate_the_value_changes_its_sign(flows: list[Fraction]) -> None:
    percent = internal_rate(flows).percent
    if percent is not None:
        rate, step = F(percent) / 100, F(1, 20_000)
        assert present_value(flows, rate - step) >= 0 >= present_value(flows, rate + step)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=5))
def test_inputs_without_a_span_move_nothing(cents: list[int]) -> None:
    rows = [saves(str(D(one).scaleb(-2).quantize(D("0.01"))), name=str(n)) for n, one in enumerate(cents)]
    case = case_of(crm(), *rows)

    assert all(swing.width == 0 for swing in case.tornado)
    assert {result.net_present_value for result in case.scenarios.values()} == {
        case.expected.net_present_value
    }


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(1, 99))
def test_no_draw_lies_outside_of_worst_and_best(less: int, more: int, seed: int) -> None:
    case = case_of(crm(), saves("5000.00", worst=D(5000 - less), best=D(5000 + more)))
    drawn = drawn_values(case.inputs.cash, SIX, seed, 200)
    edges = [float(case.scenarios[one].net_present_value) for one in (Scenario.WORST, Scenario.BEST)]

    assert edges[0] - 0.01 <= drawn[0] <= drawn[-1] <= edges[1] + 0.01
