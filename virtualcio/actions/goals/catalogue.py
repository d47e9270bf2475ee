"""A KPI taken over from the program's catalogue."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from virtualcio.actions.journal_words import ADDED
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table
from virtualcio.exchange.kpi_catalogue import CatalogueKpi, catalogue_kpi
from virtualcio.model import Goal, Kpi
from virtualcio.texts import Message, _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

_THUMB = "Praxis"
# How well a figure of the program's tables is founded, by the first word of the table.
_CERTAINTY = {
    "hoch": mark("well founded"),
    "mittel": mark("fairly founded"),
    "niedrig": mark("weakly founded"),
    _THUMB: mark("rule of thumb"),
}


def certainty_title(certainty: str) -> str:
    """What the program's tables call "hoch", "mittel", "niedrig" or "Praxis", in the interface's words."""
    first = certainty.split(":")[0].split(" (")[0]
    return _(_CERTAINTY[first])


def founded_words(certainty: str, source: str) -> str:
    """'well founded (VDMA)'; a rule of thumb has no source of its own."""
    title = certainty_title(certainty)
    return f"{title} ({source})" if source and not certainty.startswith(_THUMB) else title


def add_from_catalogue(company: "OpenCompany", key: str, goal: Goal | None = None) -> Kpi:
    """Add the KPI of the catalogue to a goal (or to none) as one undo step and give it back.

    Its usual target is taken over with a note where it comes from. One that this file computes starts from
    today's value. KeyError for an unknown key.
    """
    row = catalogue_kpi(key)
    start = starting_value(company, row)
    with company.workspace.change(Message(ADDED, {"name": row.name})) as edit:
        return put_catalogue_kpi(company, edit, row, goal, start)


def starting_value(company: "OpenCompany", row: CatalogueKpi) -> Decimal | None:
    """What a KPI that this file computes comes to today; None for all others. Not within an open change."""
    return company.results.computed_value(Kpi(name=row.name, source=row.source_kind))


def put_catalogue_kpi(
    company: "OpenCompany", edit: "Edit", row: CatalogueKpi, goal: Goal | None, start: Decimal | None
) -> Kpi:
    """As `add_from_catalogue`, within an open change, from `start` on if it is known."""
    values: dict[str, Any] = {
        "name": row.name,
        "goal": None if goal is None else goal.id,
        "level": row.level,
        "unit": row.unit,
        "source": row.source_kind,
        "target_kind": row.target_kind,
        "better": row.better,
        "baseline": start,
        "baseline_on": None if start is None else company.today,
        "target": row.target,
        "band_from": row.band_from,
        "band_to": row.band_to,
        "cadence": row.cadence,
        "aggregation": row.aggregation,
        "catalogue_key": row.key,
        "formula": row.formula,
        "note": _origin(row),
    }
    kpi = put_record(company, edit, table("kpis"), values)
    assert isinstance(kpi, Kpi)
    return kpi


def _origin(row: CatalogueKpi) -> str:
    if not row.sme_target:
        return ""
    return _("The target {target} is a proposal: {founded}.").format(
        target=row.sme_target, founded=founded_words(row.certainty, row.source)
    )
