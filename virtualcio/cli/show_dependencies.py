"""`show FILE dependencies`: what stops if something fails, and where only one thing stands in between."""

from typing import TYPE_CHECKING

from virtualcio.actions.inventory.choice_titles import CRITICALITIES
from virtualcio.analysis.inventory.dependencies import Stops
from virtualcio.analysis.inventory.due_dates import DueState
from virtualcio.analysis.inventory.single_points import SinglePoint, single_points_of_failure
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title
from virtualcio.model import Application, Asset, Process
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_RANKS = tuple(CRITICALITIES)
_Hit = tuple[Asset | Application, Stops]


def show_dependencies(company: "OpenCompany", as_json: bool) -> int:
    """What is in use and something hangs on, the most critical first; then the single points of failure."""
    hits = _hits(company)
    alone = single_points_of_failure(company.data, company.today)
    if as_json:
        print_json(
            {
                "what_stops": [_json_hit(record, stops) for record, stops in hits],
                "single_points_of_failure": [_json_alone(point) for point in alone],
            }
        )
        return FINE
    print_title(_("What stops if something fails"), first=True)
    print()
    print_table(
        (_("If this fails"), _("these processes stop"), _("most critical"), _("bearable for")),
        [
            (
                record.name,
                join_names([process.name for process in stops.processes], most=2),
                _(CRITICALITIES[stops.criticality]) if stops.criticality else "",
                _hours(stops.bearable_hours),
            )
            for record, stops in hits
        ],
        frozenset({3}),
    )
    print_title(_("Critical processes hang on these alone"))
    print()
    print_table(
        (_("Asset"), _("Applications"), _("Processes"), _("bearable for")),
        [
            (
                point.asset.name,
                _names(point.applications),
                _names(point.processes),
                _hours(point.bearable_hours),
            )
            for point in alone
        ],
        frozenset({3}),
    )
    return FINE


def _hits(company: "OpenCompany") -> list[_Hit]:
    results = company.results
    hits = [
        (record, results.stops(record))
        for record in results.dated
        if results.due_state(record) is not DueState.RETIRED
    ]
    hits = [(record, stops) for record, stops in hits if not stops.nothing]
    hits.sort(key=lambda hit: (_rank(hit[1]), -len(hit[1].processes), hit[0].name))
    return hits


def _rank(stops: Stops) -> int:
    return len(_RANKS) if stops.criticality is None else _RANKS.index(stops.criticality)


def _names(records: tuple[Process, ...] | tuple[Application, ...]) -> str:
    return join_names([record.name for record in records], most=2)


def _hours(hours: int | None) -> str:
    return "" if hours is None else translate_count("{count} hour", "{count} hours", hours)


def _json_hit(record: Asset | Application, stops: Stops) -> dict[str, object]:
    return {
        "kind": record.__tablename__,
        "id": record.id,
        "name": record.name,
        "processes": [{"id": process.id, "name": process.name} for process in stops.processes],
        "applications": [{"id": one.id, "name": one.name} for one in stops.applications],
        "criticality": stops.criticality,
        "bearable_hours": stops.bearable_hours,
    }


def _json_alone(point: SinglePoint) -> dict[str, object]:
    return {
        "id": point.asset.id,
        "name": point.asset.name,
        "processes": [{"id": process.id, "name": process.name} for process in point.processes],
        "applications": [{"id": one.id, "name": one.name} for one in point.applications],
        "bearable_hours": point.bearable_hours,
    }
