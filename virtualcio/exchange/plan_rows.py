"""All rows of a sheet, understood: which are taken, which are there twice or already, what is new."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from virtualcio.exchange.existing_rows import Matching, changes_of
from virtualcio.exchange.import_fields import ImportTarget, RowDraft, WholeList
from virtualcio.exchange.import_plan import PlanRow, PlanValue, RowRole, ValueState
from virtualcio.exchange.list_period import ListFacts
from virtualcio.exchange.plan_values import Change, Existing, KnownRecord, Named, Part, row_in_file
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
    RowRole.NOTHING: Message(mark("Has no amount: nothing is planned for it.")),
}
NO_NAME = Message(mark("Has no name."))
THERE_ALREADY = Message(mark("Is there already."))
NOTHING_NEW = Message(mark("Is there already, with the same values."))
BY_USER = Message(mark("Left out by you."))
TWICE = Message(mark("Is there already and would be there twice."))


@dataclass(frozen=True)
class Known:
    """What the company has: its records, and by table key the names that references can lead to."""

    records: Sequence[KnownRecord] = ()
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


@dataclass(frozen=True)
class PlannedRows:
    """Every row of the sheet, and how many of the skipped ones would change something."""

    rows: tuple[PlanRow, ...]
    could_change: int


def plan_rows(
    laid_out: Sequence[LaidOutRow],
    reader: RowReader,
    known: Known,
    decisions: Decisions,
    existing: Existing,
    progress: Progress | None = None,
    facts: ListFacts | None = None,
) -> PlannedRows:
    """A PlanRow for each row of the sheet, in its order."""
    target = reader.target
    typed = decisions.by_row()
    data: list[LaidOutRow] = []
    drafts: list[RowDraft] = []
    for done, one in enumerate(laid_out, start=1):
        report(progress, done, len(laid_out))
        if one.role is RowRole.DATA or (decisions.taken.get(one.row.number) and one.row.filled):
            data.append(one)
            drafts.append(reader.read(one, typed.get(one.row.number, {})))
    left_out = frozenset(at for at, one in enumerate(data) if decisions.taken.get(one.row.number) is False)
    for rule in target.whole_rules:
        drafts = list(rule(WholeList(drafts, left_out, known.records, existing, facts)))
    drafts = _with_one_spelling(drafts, target, known)
    records = Matching(known.records, target).match(drafts, left_out)
    deciding = _Deciding(target, existing, decisions)
    rows = {
        one.row.number: deciding.row(one, draft, records.get(at))
        for at, (one, draft) in enumerate(zip(data, drafts, strict=True))
    }
    return PlannedRows(
        tuple(rows.get(one.row.number) or _left_out(one) for one in laid_out), deciding.could_change
    )


def _left_out(one: LaidOutRow) -> PlanRow:
    return PlanRow(
        one.row.number,
        one.role,
        taken=False,
        reason=REASONS.get(one.role),
        values={},
        label=first_text(one.row),
    )


class _Deciding:
    """Whether rows are taken: not without a name, not again unless the user wants it."""

    def __init__(self, target: ImportTarget, existing: Existing, decisions: Decisions) -> None:
        self._target, self._existing, self._decisions = target, existing, decisions
        self._first_seen: dict[Hashable, int] = {}
        self.could_change = 0

    def row(self, one: LaidOutRow, draft: RowDraft, record: KnownRecord | None) -> PlanRow:
        number = one.row.number
        name = draft.value(self._target.name_field)
        label = str(name) if name else first_text(one.row)
        row = PlanRow(
            number, RowRole.DATA, True, None, draft.values, tuple(draft.doubts), label,
            existing="" if record is None else record.id,
        )  # fmt: skip
        if not name:
            return replace(row, taken=False, reason=NO_NAME)
        if self._decisions.taken.get(number) is False:
            return replace(row, taken=False, reason=BY_USER)
        return self._new(row, draft) if record is None else self._known(row, record)

    def _known(self, row: PlanRow, record: KnownRecord) -> PlanRow:
        if self._existing is not Existing.SKIP:
            changes = changes_of(row.values, record, self._target, self._existing)
            if not changes:
                return replace(row, taken=False, reason=NOTHING_NEW)
            return replace(row, changes=changes)
        if self._decisions.taken.get(row.number):
            return replace(row, doubts=(*row.doubts, TWICE))
        self.could_change += bool(changes_of(row.values, record, self._target, Existing.UPDATE))
        return replace(row, taken=False, reason=THERE_ALREADY)

    def _new(self, row: PlanRow, draft: RowDraft) -> PlanRow:
        identity = self._target.identity({key: value.value for key, value in draft.values.items()})
        if identity is None:
            return row
        first = self._first_seen.setdefault(identity, row.number)
        if first == row.number:
            return row
        if self._target.gathers_rows:
            return replace(row, joins=first)
        said = Message(mark("Looks like row {number}: is it the same thing?"), {"number": row_in_file(first)})
        return replace(row, doubts=(*row.doubts, said))


def _with_one_spelling(drafts: Sequence[RowDraft], target: ImportTarget, known: Known) -> list[RowDraft]:
    """'HALLE 1' and 'Halle 1' are one site: known names first, then the commonest not in capitals."""
    leads_to = target.leads_to
    spelling: dict[tuple[str, str], Named] = {}
    counted = Counter(
        (leads_to[key], name) for draft in drafts for key, name in _named(draft.values, leads_to)
    )
    for table, name in sorted(counted, key=lambda one: (one[1].isupper(), -counted[one])):
        spelling.setdefault((table, name.casefold()), Named(name))
    for table, names in known.names.items():
        for name in names:
            spelling[(table, name.casefold())] = Named(name, new=False)
    return [_respelled(draft, leads_to, spelling) for draft in drafts]


def _named(values: Mapping[str, PlanValue], keys: Iterable[str]) -> Iterable[tuple[str, str]]:
    """(field key, name) of everything that the values lead to."""
    for key in keys:
        value = values.get(key)
        if value is not None:
            for named in named_in(value.value):
                yield key, named.name


def named_in(value: object) -> tuple[Named, ...]:
    """The things that a value names."""
    if isinstance(value, Named):
        return (value,)
    if isinstance(value, tuple):
        return tuple(one.named for one in value if isinstance(one, Part))
    return ()


def _respelled(
    draft: RowDraft, leads_to: Mapping[str, str], spelling: Mapping[tuple[str, str], Named]
) -> RowDraft:
    changed: dict[str, PlanValue] = {}
    for key, table in leads_to.items():
        value = draft.values.get(key)
        if value is None:
            continue
        settled: object = value.value
        if isinstance(value.value, Named):
            settled = spelling[(table, value.value.name.casefold())]
        elif isinstance(value.value, tuple):
            settled = tuple(
                replace(part, named=spelling[(table, part.named.name.casefold())]) for part in value.value
            )
        if settled != value.value:
            changed[key] = replace(value, value=settled)
    return replace(draft, values={**draft.values, **changed}) if changed else draft


def new_records(rows: Iterable[PlanRow], target: ImportTarget) -> dict[str, tuple[str, ...]]:
    """The names that rows to be taken lead to and the company lacks, by table key."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        if not row.taken:
            continue
        for key, table in target.leads_to.items():
            if key in target.made_elsewhere:
                continue
            for named in named_in(_what_goes_in(row, key)):
                if named.new:
                    found.setdefault(table, {})[named.name] = None
    return {table: tuple(names) for table, names in found.items()}


def _what_goes_in(row: PlanRow, key: str) -> object:
    if row.existing and row.changes:
        change = row.changes.get(key)
        return change.after if isinstance(change, Change) else None
    value = row.values.get(key)
    return None if value is None else value.value


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
