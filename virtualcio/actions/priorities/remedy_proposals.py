"""Initiatives proposed from what is overdue: like things with the same remedy become one initiative."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.cells import choice_text
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table, table_of
from virtualcio.analysis.amounts import total
from virtualcio.analysis.inventory.due_dates import DueState
from virtualcio.model import Application, Asset, Initiative, InitiativeApplication, InitiativeAsset
from virtualcio.model.initiatives import ChangeKind
from virtualcio.model.inventory import RemedyKind
from virtualcio.texts import Message, _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_ONE = {
    RemedyKind.UPDATE: mark("Update {what}"),
    RemedyKind.UPGRADE: mark("Upgrade {what}"),
    RemedyKind.REPLACE: mark("Replace {what}"),
    RemedyKind.RETIRE: mark("Retire {what}"),
}


@dataclass(frozen=True)
class RemedyProposal:
    """One initiative that could be made. `without_value` of the things have no price yet; `cost` None: none
    of them has one."""

    key: str
    name: str
    why: str
    asset_ids: tuple[str, ...]
    application_ids: tuple[str, ...]
    cost: Decimal | None
    without_value: int
    since: date


def proposed_remedies(company: "OpenCompany") -> Sequence[RemedyProposal]:
    """One per kind of device and remedy, and one per application; the dearest first.

    What an open initiative remedies already, and what was knowingly accepted, is left out.
    """
    groups: dict[tuple[str, ...], list[Asset | Application]] = {}
    for record, remedy in _unplanned(company):
        like = record.category.value if isinstance(record, Asset) else record.id
        groups.setdefault((remedy.value, like), []).append(record)
    proposals = [_proposal(company, key, records) for key, records in groups.items()]
    return sorted(proposals, key=lambda one: (-(one.cost or Decimal(0)), one.since, one.name))


def has_proposals(company: "OpenCompany") -> bool:
    """Whether `proposed_remedies` has any, without making them: asked whenever the page's head is shown."""
    return next(_unplanned(company), None) is not None


def _unplanned(company: "OpenCompany") -> Iterator[tuple[Asset | Application, RemedyKind]]:
    """What is overdue and in no open initiative, with its remedy."""
    taken = _remedied(company)
    for record in company.results.dated:
        if record.id in taken or company.results.due_state(record) is not DueState.OVERDUE:
            continue
        remedy = company.results.remedy(record).kind
        if remedy in _ONE:
            yield record, remedy


def take_remedies(company: "OpenCompany", keys: Collection[str]) -> Sequence[Initiative]:
    """Make the initiatives of these proposals with their links and cost, as one undo step."""
    chosen = [one for one in proposed_remedies(company) if one.key in keys]
    made: list[Initiative] = []
    if not chosen:
        return made
    label = Message(mark("Initiatives for overdue systems: {count}"), {"count": len(chosen)})
    with company.workspace.change(label) as edit:
        for one in chosen:
            values: dict[str, Any] = {"name": one.name, "description": one.why, "change_kind": ChangeKind.RUN}
            if one.cost is not None:
                values["one_off_cost"] = one.cost
            record = put_record(company, edit, table("initiatives"), values)
            assert isinstance(record, Initiative)
            made.append(record)
            for key in one.asset_ids:
                edit.add(InitiativeAsset(initiative_id=record.id, asset_id=key))
            for key in one.application_ids:
                edit.add(InitiativeApplication(initiative_id=record.id, application_id=key))
    return made


def _remedied(company: "OpenCompany") -> set[str]:
    data = company.data
    taken: set[str] = set()
    for initiative in data.all(Initiative):
        if initiative.state.is_open:
            taken.update(row.asset_id for row in data.where(InitiativeAsset, "initiative_id", initiative.id))
            links = data.where(InitiativeApplication, "initiative_id", initiative.id)
            taken.update(row.application_id for row in links)
    return taken


def _proposal(
    company: "OpenCompany", key: tuple[str, ...], records: Sequence[Asset | Application]
) -> RemedyProposal:
    amounts = [company.results.remedy_value(record).amount for record in records]
    known = [amount for amount in amounts if amount is not None]
    dues = [due for record in records if (due := company.results.due(record).due) is not None]
    since = min(dues)
    cost = total(known) if known else None
    return RemedyProposal(
        key=":".join(key),
        name=_(_ONE[RemedyKind(key[0])]).format(what=_what(records)),
        why=_why(records, since, len(amounts) - len(known)),
        asset_ids=tuple(record.id for record in records if isinstance(record, Asset)),
        application_ids=tuple(record.id for record in records if isinstance(record, Application)),
        cost=cost,
        without_value=len(amounts) - len(known),
        since=since,
    )


def _what(records: Sequence[Asset | Application]) -> str:
    first = records[0]
    if len(records) == 1 or not isinstance(first, Asset):
        return first.name
    kind = choice_text(table_of(Asset).column("category"), first.category)
    return f"{formats.number(_pieces(records))} × {kind}"


def _pieces(records: Sequence[Asset | Application]) -> int:
    return sum(max(record.quantity, 1) if isinstance(record, Asset) else 1 for record in records)


def _why(records: Sequence[Asset | Application], since: date, without_value: int) -> str:
    count = translate_count("{count} system overdue", "{count} systems overdue", len(records))
    words = _("{count}, since {day} at the longest.").format(count=count, day=formats.day(since))
    if 0 < without_value < len(records):
        missing = translate_count("{count} without value", "{count} without value", without_value)
        words = _("{sentence} Not in the cost: {missing}.").format(sentence=words, missing=missing)
    return words
