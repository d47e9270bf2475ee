"""The dependency picture in words: what the things of a finding carry, and what they stand on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.cells import choice_text
from virtualcio.actions.columns import Sentence
from virtualcio.actions.tables import name_in, table_of
from virtualcio.actions.tone import Tone
from virtualcio.analysis.inventory.dependency_graph import Node, dependency_graph
from virtualcio.analysis.inventory.due_dates import DueState
from virtualcio.model import (
    Application,
    Asset,
    Company,
    Contract,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeProcess,
    Process,
    Record,
    Risk,
    RiskApplication,
    RiskAsset,
    RiskProcess,
)
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_TONES = {DueState.OVERDUE: Tone.ACT, DueState.SOON: Tone.WATCH}


@dataclass(frozen=True)
class PictureNode:
    """One box; `table` and `record` say where it leads."""

    table: str
    record: str
    kind_title: str
    title: str
    note: str
    tone: Tone
    is_start: bool


@dataclass(frozen=True)
class PictureColumn:
    """The boxes of one kind; `left_out` more are not drawn."""

    title: str
    nodes: tuple[PictureNode, ...]
    left_out: int


@dataclass(frozen=True)
class DependencyPicture:
    """Columns from left (carries) to right (is carried), and lines between the boxes."""

    columns: tuple[PictureColumn, ...]
    edges: tuple[tuple[PictureNode, PictureNode], ...]

    @property
    def nodes(self) -> tuple[PictureNode, ...]:
        return tuple(node for column in self.columns for node in column.nodes)

    def carried_by(self, node: PictureNode) -> tuple[str, ...]:
        """Titles of what hangs directly on a box."""
        return tuple(to.title for origin, to in self.edges if origin == node)


SYSTEMS = (Asset, Application, Process, Contract)
# What initiatives and risks are about: link, its field with their key, and its field with the other's.
_ABOUT: tuple[tuple[type[Record], type[Record], str, type[Record], str], ...] = (
    (Initiative, InitiativeAsset, "initiative_id", Asset, "asset_id"),
    (Initiative, InitiativeApplication, "initiative_id", Application, "application_id"),
    (Initiative, InitiativeProcess, "initiative_id", Process, "process_id"),
    (Risk, RiskAsset, "risk_id", Asset, "asset_id"),
    (Risk, RiskApplication, "risk_id", Application, "application_id"),
    (Risk, RiskProcess, "risk_id", Process, "process_id"),
)


def systems_of(
    company: "OpenCompany", objects: Iterable[tuple[type[Record], str]]
) -> Sequence[tuple[type[Record], str]]:
    """Objects as they are; initiatives and risks by the systems and processes that they are about."""
    found: dict[tuple[type[Record], str], None] = {}
    for kind, key in objects:
        about = [
            (other_kind, str(getattr(link, other)))
            for of_kind, link_kind, own, other_kind, other in _ABOUT
            if of_kind is kind
            for link in company.data.where(link_kind, own, key)
        ]
        found.update(dict.fromkeys(about or [(kind, key)]))
    return tuple(found)


def dependency_picture(
    company: "OpenCompany", starts: Iterable[tuple[type[Record], str]]
) -> DependencyPicture:
    """The picture around some records; empty if none of them is part of a dependency."""
    graph = dependency_graph(company.data, starts)
    worded = {node: _worded(company, node) for node in graph.nodes}
    columns = tuple(
        PictureColumn(
            _(table_of(layer.kind).plural), tuple(worded[node] for node in layer.nodes), layer.left_out
        )
        for layer in graph.layers
    )
    return DependencyPicture(columns, tuple((worded[start], worded[end]) for start, end in graph.edges))


def business_sentence(
    company: "OpenCompany", starts: Sequence[tuple[type[Record], str]]
) -> tuple[str, Sentence] | None:
    """What the first of some records means for the company, with its name; None if nothing is to say."""
    known = [start for start in starts if start[0] is not Company]  # the company itself stands in no table
    for kind, key in known[:1]:
        record, table = company.data.get(kind, key), table_of(kind)
        if record is not None and table.sentence is not None:
            return name_in(table, record), table.sentence(company, record)
    return None


def _worded(company: "OpenCompany", node: Node) -> PictureNode:
    table, record = table_of(node.kind), company.data.find(node.kind, node.id)
    note, tone = _note(company, record)
    title = name_in(table, record)
    return PictureNode(table.key, node.id, _(table.singular), title, note, tone, node.is_start)


def _note(company: "OpenCompany", record: Record) -> tuple[str, Tone]:
    """The one thing to know about a box at a glance."""
    if isinstance(record, Process):
        words = choice_text(table_of(Process).column("criticality"), record.criticality)
        if record.max_outage_hours is None:
            return words, Tone.NEUTRAL
        return (
            _("{criticality} · {hours} h").format(
                criticality=words, hours=formats.number(record.max_outage_hours)
            ),
            Tone.NEUTRAL,
        )
    if isinstance(record, Asset | Application):
        return _due_note(company, record)
    return "", Tone.NEUTRAL


def _due_note(company: "OpenCompany", record: Asset | Application) -> tuple[str, Tone]:
    due, state = company.results.due(record), company.results.due_state(record)
    if due.due is None or state not in _TONES:
        return "", Tone.NEUTRAL
    if state is DueState.OVERDUE:
        return _("overdue {month}").format(month=formats.month(due.due)), Tone.ACT
    return _("due {month}").format(month=formats.month(due.due)), Tone.WATCH
