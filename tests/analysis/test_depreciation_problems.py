"""Entries that make no sense: one problem each, and everything else is still computed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.analysis.depreciation_items import by_year, item, plan, rules
from virtualcio.analysis.depreciation.items import Book, Item, Method
from virtualcio.analysis.depreciation.problems import ProblemId
from virtualcio.analysis.depreciation.reasons import Refusal
from virtualcio.analysis.depreciation.rules import Country, TaxRules
from virtualcio.model.depreciation import LowValueRule

SOUND = ["1000.00"] * 3


def server(**changes: Any) -> Item:
    return item("3000", "2026-01-10", "server", **{"years": 3, **changes})


@pytest.mark.parametrize(
    ("wrong", "problem", "amounts"),
    [
        (item("0", "2026-01-10", "server", years=3), ProblemId.PRICE_ZERO, ["0.00"]),
        (item("-5", "2026-01-10", "server", years=3), ProblemId.PRICE_ZERO, ["0.00"]),
        (server(pieces=0), ProblemId.NO_PIECES, SOUND),
        (item("7000", "2026-01-10", "server", years=0), ProblemId.LIFE_ZERO, ["1000.00"] * 7),
        (item("7000", "2026-01-10", "server", years=101), ProblemId.LIFE_TOO_LONG, ["1000.00"] * 7),
        (item("3000", "2026-01-10"), ProblemId.LIFE_MISSING, ["0.00"]),
        (server(in_use=date(2025, 12, 31)), ProblemId.IN_USE_BEFORE_PURCHASE, SOUND),
        (server(sold=(("2026-01-09", 1, "5"),)), ProblemId.DISPOSAL_BEFORE_PURCHASE, SOUND),
        (server(sold=(("2026-05-09", 0, "5"),)), ProblemId.DISPOSAL_NO_PIECES, SOUND),
        (server(sold=(("2026-12-09", 2, "5"),)), ProblemId.TOO_MANY_DISPOSED, ["1000.00"]),
        (server(taken_over=("2025-12-31", "100", 5)), ProblemId.TAKE_OVER_BEFORE_PURCHASE, SOUND),
        (
            server(sold=(("2026-12-09", 1, "5"),), taken_over=("2027-01-01", "500", 5)),
            ProblemId.TAKE_OVER_AFTER_DISPOSAL,
            ["1000.00"],
        ),
        (server(taken_over=("2026-12-31", "3000.01", 5)), ProblemId.TAKE_OVER_ABOVE_COST, SOUND),
        (server(taken_over=("2026-12-31", "-1", 5)), ProblemId.TAKE_OVER_NEGATIVE, SOUND),
        (server(taken_over=("2027-01-01", "500", 0)), ProblemId.TAKE_OVER_NO_MONTHS, ["500.00"]),
    ],
)  # fmt: skip
def test_each_wrong_entry_is_named_and_the_rest_is_computed(
    wrong: Item, problem: ProblemId, amounts: list[str]
) -> None:
    found = plan(wrong)
    assert [one.id for one in found.problems] == [problem]
    assert list(by_year(found).values()) == amounts


def test_a_life_of_the_take_over_beyond_all_reason_is_cut() -> None:
    found = plan(server(taken_over=("2027-01-01", "1200", 99999)))
    assert found.problems[0].id is ProblemId.TAKE_OVER_TOO_LONG
    assert len(found.years) == 100


@pytest.mark.parametrize(
    ("bought", "choices", "method", "reason"),
    [
        ("2025-06-30", rules(), Method.DECLINING, Refusal.OUTSIDE_WINDOW),
        ("2026-01-10", rules(), Method.POOL, Refusal.ABOVE_POOL),
        ("2026-01-10", rules(), Method.IMMEDIATE, Refusal.ABOVE_LOW_VALUE),
        ("2026-01-10", rules(), Method.DIGITAL, Refusal.NOT_ON_DIGITAL_LIST),
    ],
)
def test_a_method_that_the_law_refuses_gives_way_to_its_proposal(
    bought: str, choices: TaxRules, method: Method, reason: Refusal
) -> None:
    found = plan(item("7000", bought, "server", method=method), choices)
    (problem,) = found.problems
    assert problem.id is ProblemId.METHOD_REFUSED
    assert (problem.params["method"], problem.params["reason"]) == (method, reason)
    assert found.method is problem.params["proposed"] is Method.LINEAR


def test_a_pool_for_a_single_thing_follows_the_choice_of_its_year() -> None:
    phone = item("900", "2026-01-10", "smartphone", method=Method.POOL)
    (problem,) = plan(phone).problems
    assert (problem.params["reason"], problem.params["year"]) == (Refusal.POOL_NOT_CHOSEN, 2026)
    straight = item("900", "2026-01-10", "smartphone", method=Method.LINEAR)
    found = plan(straight, rules(low_value_default=LowValueRule.POOL))
    assert found.method is Method.POOL
    assert found.problems[0].params["reason"] is Refusal.POOL_IS_FOR_ALL


def declining(percent: str) -> Item:
    return item(
        "10000", "2026-01-10", "server", years=8, method=Method.DECLINING, declining_percent=Decimal(percent)
    )


def test_a_rate_above_the_legal_one_is_cut_to_it() -> None:
    assert not plan(declining("30")).problems
    found = plan(declining("30.01"))
    assert found.problems[0].id is ProblemId.RATE_ABOVE_CAP
    assert found.problems[0].params == {"percent": Decimal("30.01"), "cap": Decimal(30)}
    assert found.years[0].depreciation == 3000


def test_commercial_law_allows_a_higher_rate() -> None:
    assert plan(declining("40"), book=Book.COMMERCIAL).years[0].depreciation == 4000
    assert plan(declining("101"), book=Book.COMMERCIAL).problems[0].id is ProblemId.RATE_ABOVE_CAP


def test_a_rate_of_nothing_is_replaced_by_the_highest() -> None:
    found = plan(declining("0"))
    assert found.problems[0].id is ProblemId.RATE_TOO_LOW
    assert found.years[0].depreciation == 3000


def test_switzerland_allows_no_shorter_life_than_its_rate() -> None:
    short = item("1000", "2026-01-10", "notebook", method=Method.LINEAR, years=3)
    found = plan(short, rules(Country.CH))
    assert found.problems[0].id is ProblemId.LIFE_BELOW_TABLE
    assert list(by_year(found).values()) == ["200.00"] * 5


def test_wrong_entries_do_not_hide_each_other() -> None:
    wrong = server(years=0, pieces=0, in_use=date(2020, 1, 1), sold=(("2020-01-01", 1, "5"),))
    assert {one.id for one in plan(wrong).problems} == {
        ProblemId.LIFE_ZERO, ProblemId.NO_PIECES,
        ProblemId.IN_USE_BEFORE_PURCHASE, ProblemId.DISPOSAL_BEFORE_PURCHASE,
    }  # fmt: skip
