"""A plan problem and what comes of it as one line of JSON each, between the program and its solvers."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem, Thing


def problem_to_wire(problem: PlanProblem) -> dict[str, Any]:
    """Plain dictionaries, lists, strings and whole numbers."""
    return asdict(problem)


def problem_from_wire(sent: Mapping[str, Any]) -> PlanProblem:
    """What `problem_to_wire` made, after its way through JSON, which knows neither tuples nor whole keys."""
    money = sent["money"]
    return PlanProblem(
        first=sent["first"],
        months=sent["months"],
        activities=tuple(
            Activity(**{**one, "days": _pairs(one["days"]), "needs": _pairs(one["needs"])})
            for one in sent["activities"]
        ),
        capacity={pool: tuple(row) for pool, row in sent["capacity"].items()},
        money=None if money is None else {int(year): cents for year, cents in money.items()},
        years={int(year): (span[0], span[1]) for year, span in sent["years"].items()},
        parallel=sent["parallel"],
        things=tuple(Thing(**{**one, "remedied_by": tuple(one["remedied_by"])}) for one in sent["things"]),
        point_price=sent["point_price"],
        aim=Aim(sent["aim"]),
        keep=tuple(sent["keep"]),
    )


def line_of(message: Mapping[str, Any]) -> bytes:
    """One line, with its end."""
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def message_of(line: bytes) -> dict[str, Any]:
    """Back from a line. ValueError for what is none."""
    message = json.loads(line)
    if not isinstance(message, dict):
        raise ValueError("a message is an object")  # noqa: TRY004 - the line is wrong, not the call
    return message


def _pairs(rows: list[list[Any]]) -> tuple[tuple[str, int], ...]:
    return tuple((key, number) for key, number in rows)
