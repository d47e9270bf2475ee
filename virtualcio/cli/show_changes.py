"""`show FILE changes`: what is different since the last closed review."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.review.review_words import changes_words, figure_title, figure_value
from virtualcio.analysis.review.changes import Changes, CostChange, FigureChange, KpiChange, Moved, Named
from virtualcio.analysis.review.slips import Slip
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.cli.shown_table import SIGNS
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_changes(company: "OpenCompany", as_json: bool) -> int:
    """Key figures then and now, then a sentence for each thing that is different."""
    last = company.results.last_closed
    changes = company.results.changes()
    if as_json:
        print_json(
            {
                "since": None if last is None else {"id": last.id, "name": last.name, "day": last.closed_on},
                **_json_changes(changes),
            }
        )
        return FINE
    if last is None:
        print_wrapped(_("No review was closed yet, so there is nothing to compare with."))
        return FINE
    print_title(
        _("Since the review {name}, closed on {day}").format(name=last.name, day=formats.day(last.closed_on)),
        first=True,
    )
    print()
    rows = [
        (
            figure_title(one.key),
            figure_value(one.key, one.before),
            figure_value(one.key, one.after),
            _better(one),
        )
        for one in changes.figures
    ]
    print_table((_("Key figure"), last.name, _("now"), ""), rows, frozenset({1, 2}))
    words = changes_words(changes)
    if words:
        print()
    for one in words:
        print_wrapped(f"{SIGNS[one.tone] or '· '}{one.text}")
    return FINE


def _better(one: FigureChange) -> str:
    if one.better is None:
        return ""
    return _("better") if one.better else _("worse")


def _json_changes(changes: Changes) -> dict[str, object]:
    return {
        "figures": [
            {
                "key": one.key,
                "before": one.before,
                "after": one.after,
                "difference": one.difference,
                "better": one.better,
                "before_second": one.before_second,
                "after_second": one.after_second,
            }
            for one in changes.figures
        ],
        "moved": [_json_moved(one) for one in changes.moved],
        "dearer": [_json_cost(one) for one in changes.dearer],
        "cheaper": [_json_cost(one) for one in changes.cheaper],
        "dropped": _json_named(changes.dropped),
        "new": _json_named(changes.new),
        "done": _json_named(changes.done),
        "newly_overdue": _json_named(changes.newly_overdue),
        "no_longer_overdue": _json_named(changes.renewed),
        "put_off": [_json_slip(one) for one in changes.slipped],
        "kpis": [_json_kpi(one) for one in changes.kpis],
    }


def _json_moved(one: Moved) -> dict[str, object]:
    return {
        "id": one.initiative_id,
        "name": one.name,
        "start_before": one.start_before,
        "start_after": one.start_after,
        "end_before": one.end_before,
        "end_after": one.end_after,
        "start_months": one.start_months,
        "end_months": one.end_months,
    }


def _json_cost(one: CostChange) -> dict[str, object]:
    return {
        "id": one.initiative_id,
        "name": one.name,
        "before": one.before,
        "after": one.after,
        "difference": one.difference,
    }


def _json_named(things: Sequence[Named]) -> list[dict[str, object]]:
    return [{"id": one.key, "name": one.name, "amount": one.amount} for one in things]


def _json_slip(one: Slip) -> dict[str, object]:
    return {"id": one.thing_id, "name": one.name, "times": one.times, "days": one.days}


def _json_kpi(one: KpiChange) -> dict[str, object]:
    return {
        "id": one.kpi_id,
        "name": one.name,
        "before": one.before,
        "after": one.after,
        "value_before": one.value_before,
        "value_after": one.value_after,
        "better": one.better,
    }
