"""All rows of a sheet, understood: which are taken, which are there twice or already, what is new."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from virtualcio.exchange.import_fields import ImportTarget, RowDraft
from virtualcio.exchange.import_plan import Named, PlanRow, PlanValue, RowRole, ValueState
from virtualcio.exchange.row_reading import RowReader
from virtualcio.exchange.table_layout import LaidOutRow, first_text
from virtualcio.exchange.table_reader import Progress, report
from virtualcio.texts import Message, mark

REASONS = {
    RowRole.TITLE: Message(mark("Stands above the header.")),
    RowRole.HEADER: Message(mark("Is a header.")),
    RowRole.SECTION: Message(mark("Is a heading for the rows below it.")),
    RowRole.TOTAL: Message(mark("Is a total.")),
    RowRole.REMARK: Message(mark("Is a remark, no row of the table.")),
}
NO_NAME = Message(mark("Has no name."))
THERE_ALREADY = Message(mark("Is in the inventory already."))
BY_USER = Message(mark("Left out by you."))
TWICE = Message(mark("Is in the inventory already and would be there twice."))


@dataclass(frozen=True)
class Known:
    """What the company has: how often each thing, and by table key the names that references can lead to."""

    things: Mapping[Hashable, int] = field(default_factory=dict)
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Decisions:
    """What the user decided in the preview: typed values by (row, field key), rows taken or left out."""

    values: Mapping[tuple[int, str], str] = field(default_factory=dict)
    taken: Mapping[int, bool] = field(default_factory=dict)

    def by_row(self) -> Mapping[int, Mapping[str, str]]:
        grouped: dict[int, dict[str, str]] = defaultdict(dict)
        for (number, key), text in self.values.items():
            grouped[number][key] = text
        return grouped


def plan_rows(
    laid_out: Sequence[LaidOutRow],
    reader: RowReader,
    known: Known,
    decisions: Decisions,
    progress: Progress | None = None,
) -> tuple[PlanRow, ...]:
    """A PlanRow for each row of the sheet, in its order."""
    target = reader.target
    typed = decisions.by_row()
    left = Counter(known.things)
    first_seen: dict[Hashable, int] = {}
    rows: list[PlanRow] = []
    for done, one in enumerate(laid_out, start=1):
        report(progress, done, len(laid_out))
        wanted = decisions.taken.get(one.row.number)
        if one.role is not RowRole.DATA and not (wanted and one.row.filled):
            rows.append(_left_out(one))
            continue
        draft = reader.read(one, typed.get(one.row.number, {}))
        rows.append(_decided(draft, one, target, wanted, left, first_seen))
    return _with_one_spelling(rows, target, known)


def _left_out(one: LaidOutRow) -> PlanRow:
    return PlanRow(
        one.row.number,
        one.role,
        taken=False,
        reason=REASONS.get(one.role),
        values={},
        label=first_text(one.row),
    )


def _decided(
    draft: RowDraft,
    one: LaidOutRow,
    target: ImportTarget,
    wanted: bool | None,
    left: "Counter[Hashable]",
    first_seen: dict[Hashable, int],
) -> PlanRow:
    """Whether the row is taken: not without a name, not again unless the user wants it."""
    number = one.row.number
    name = draft.value(target.name_field)
    doubts = list(draft.doubts)
    reason = NO_NAME if not name else BY_USER if wanted is False else None
    identity = None
    if name:
        identity = target.identity({key: value.value for key, value in draft.values.items()})
    if identity is not None and reason is None:
        if left[identity] > 0:
            left[identity] -= 1
            if wanted:
                doubts.append(TWICE)
            else:
                reason = THERE_ALREADY
        elif identity in first_seen:
            doubts.append(
                Message(
                    mark("Looks like row {number}: is it the same thing?"), {"number": first_seen[identity]}
                )
            )
        first_seen.setdefault(identity, number)
    label = str(name) if name else first_text(one.row)
    return PlanRow(number, RowRole.DATA, reason is None, reason, draft.values, tuple(doubts), label)


def _with_one_spelling(rows: Sequence[PlanRow], target: ImportTarget, known: Known) -> tuple[PlanRow, ...]:
    """'HALLE 1' and 'Halle 1' are one site: known names first, then the commonest not in capitals."""
    spelling: dict[tuple[str, str], Named] = {}
    counted = Counter(_named(rows, target))
    for table, name in sorted(counted, key=lambda one: (one[1].isupper(), -counted[one])):
        spelling.setdefault((table, name.casefold()), Named(name))
    for table, names in known.names.items():
        for name in names:
            spelling[(table, name.casefold())] = Named(name, new=False)
    return tuple(_respelled(row, target, spelling) for row in rows)


def _named(rows: Iterable[PlanRow], target: ImportTarget) -> Iterable[tuple[str, str]]:
    for row in rows:
        for key, table in target.references.items():
            value = row.values.get(key)
            if value is not None and isinstance(value.value, Named):
                yield table, value.value.name


def _respelled(row: PlanRow, target: ImportTarget, spelling: Mapping[tuple[str, str], Named]) -> PlanRow:
    changed: dict[str, PlanValue] = {}
    for key, table in target.references.items():
        value = row.values.get(key)
        if value is not None and isinstance(value.value, Named):
            settled = spelling[(table, value.value.name.casefold())]
            if settled != value.value:
                changed[key] = replace(value, value=settled)
    return replace(row, values={**row.values, **changed}) if changed else row


def new_records(rows: Iterable[PlanRow], target: ImportTarget) -> dict[str, tuple[str, ...]]:
    """The names that rows to be taken lead to and the company lacks, by table key."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        if not row.taken:
            continue
        for key, table in target.references.items():
            value = row.values.get(key)
            if value is not None and isinstance(value.value, Named) and value.value.new:
                found.setdefault(table, {})[value.value.name] = None
    return {table: tuple(names) for table, names in found.items()}


def shown_fields(rows: Iterable[PlanRow], order: Sequence[str]) -> tuple[str, ...]:
    """The fields in which at least one row has something, in the table's order."""
    used: set[str] = set()
    for row in rows:
        if len(used) == len(order):
            break
        used.update(
            key
            for key, value in row.values.items()
            if key not in used and (value.value is not None or value.state is not ValueState.OK)
        )
    return tuple(key for key in order if key in used)


def known_things(records: Iterable[Mapping[str, object]], target: ImportTarget) -> "Counter[Hashable]":
    """How often each thing is there, from values by field key."""
    identities = (target.identity(values) for values in records)
    return Counter(one for one in identities if one is not None)
