"""Rows of a list that the company has already: which record each one is, and what it would change there."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal

from virtualcio.exchange.import_fields import Hints, ImportTarget, Reader, Reading, RowDraft
from virtualcio.exchange.import_plan import PlanValue, ValueState
from virtualcio.exchange.plan_values import (
    Booked,
    Change,
    Existing,
    KnownRecord,
    Measured,
    Named,
    Part,
    SeriesChange,
)
from virtualcio.exchange.raw_table import RawCell
from virtualcio.texts import Message, mark

_KEY = re.compile(r"[0-9a-f]{32}")
KEY_FIELD = "id"  # the key of a record, as exports of the program write it
Changes = dict[str, Change | SeriesChange]


def key_reader(key: str) -> Reader:
    """Keys that the program gave; other numbers under the same heading belong to the list's own counting."""

    def reading(cell: RawCell, _hints: Hints) -> Reading:
        text = cell.text.strip()
        if _KEY.fullmatch(text):
            return Reading({key: text})
        return Reading(problem=Message(mark("“{text}” is no key of the program."), {"text": text}))

    return reading


class Matching:
    """Finds the record that a row is about: by its key, by a number of its own, by all that makes two things
    the same, and at last by a name that both sides have once. Each record is found once.
    """

    def __init__(self, records: Sequence[KnownRecord], target: ImportTarget) -> None:
        self._target = target
        self._by_id = {one.id: one for one in records}
        self._by_key: dict[tuple[str, str], list[KnownRecord]] = defaultdict(list)
        self._by_identity: dict[Hashable, list[KnownRecord]] = defaultdict(list)
        self._by_name: dict[str, list[KnownRecord]] = defaultdict(list)
        for one in records:
            for key in target.keys:
                self._by_key[(key, _folded(one.values.get(key)))].append(one)
            identity = target.identity(one.values)
            if identity is not None:
                self._by_identity[identity].append(one)
            self._by_name[one.name.casefold()].append(one)
        self._used: set[str] = set()

    def match(self, drafts: Sequence[RowDraft], left_out: frozenset[int]) -> dict[int, KnownRecord]:
        """Position of the draft -> its record. Rows that the user leaves out claim none."""
        found: dict[int, KnownRecord] = {}
        wanted = [at for at, draft in enumerate(drafts) if at not in left_out and self._name(draft)]
        for surely in (self._of_key, self._of_number, self._of_identity):
            for at in wanted:
                if at not in found and (record := surely(drafts[at])) is not None:
                    self._used.add(record.id)
                    found[at] = record
        names = Counter(self._name(drafts[at]) for at in wanted)
        for at in wanted:
            if at not in found and (self._target.gathers_rows or names[self._name(drafts[at])] == 1):
                record = self._of_name(drafts[at])
                if record is not None:
                    self._used.add(record.id)
                    found[at] = record
        return found

    def _name(self, draft: RowDraft) -> str:
        return str(draft.value(self._target.name_field) or "").casefold()

    def _free(self, records: Iterable[KnownRecord]) -> KnownRecord | None:
        several = self._target.gathers_rows
        return next((one for one in records if several or one.id not in self._used), None)

    def _of_key(self, draft: RowDraft) -> KnownRecord | None:
        record = self._by_id.get(str(draft.value(KEY_FIELD) or ""))
        return None if record is None else self._free([record])

    def _of_number(self, draft: RowDraft) -> KnownRecord | None:
        for key in self._target.keys:
            number = _folded(draft.value(key))
            known = self._by_key.get((key, number), []) if number else []
            if len(known) == 1 and self._free(known) is not None and not self._contradicts(draft, known[0]):
                return known[0]
        return None

    def _of_identity(self, draft: RowDraft) -> KnownRecord | None:
        identity = self._target.identity({key: value.value for key, value in draft.values.items()})
        return None if identity is None else self._free(self._by_identity.get(identity, ()))

    def _of_name(self, draft: RowDraft) -> KnownRecord | None:
        known = self._by_name.get(self._name(draft), [])
        if len(known) != 1 or self._free(known) is None:
            return None
        kept_apart = any(
            _differ(draft.value(key), known[0].values.get(key))
            for key in (*self._target.keys, *self._target.apart)
        )
        return None if kept_apart else known[0]

    def _contradicts(self, draft: RowDraft, record: KnownRecord) -> bool:
        """Another number of its own says that it is another thing: a serial number typed twice."""
        return any(_differ(draft.value(key), record.values.get(key)) for key in self._target.keys)


def changes_of(
    values: Mapping[str, PlanValue], record: KnownRecord, target: ImportTarget, existing: Existing
) -> Changes:
    """What the row would change in the record, by field key. Nothing is ever emptied.

    FILL changes empty fields only; what the program inferred never takes the place of what is there.
    """
    found: Changes = {}
    for key, value in values.items():
        if key not in target.simple or value.value is None or value.state is ValueState.NOT_UNDERSTOOD:
            continue
        before = record.values.get(key)
        if _is_series(value.value):
            series = _series_change(before, value.value, existing)
            if series is not None:
                found[key] = series
            continue
        if isinstance(value.value, Booked):
            change = _booked_change(before, value.value, existing)
            if change is not None:
                found[key] = change
            continue
        if key not in record.values or _same(before, value.value):
            continue
        if key == target.name_field and _folded(value.value) == record.name.casefold():
            continue  # another spelling of the same name
        if _is_empty(before):
            found[key] = Change(before, value.value)
        elif existing is Existing.UPDATE and key == target.note_field:
            longer = with_lines(str(before), str(value.value))
            if longer != before:
                found[key] = Change(before, longer)
        elif existing is Existing.UPDATE and not value.inferred:
            found[key] = Change(before, value.value)
    return found


def _series_change(before: object, values: object, existing: Existing) -> SeriesChange | None:
    assert isinstance(values, tuple)
    known = {one.day: one.value for one in before} if isinstance(before, tuple) else {}
    wanted = {one.day: one for one in values}  # of two values of a day the later one counts
    added = tuple(one for day, one in wanted.items() if day not in known)
    changed = tuple(
        (day, known[day], one.value)
        for day, one in wanted.items()
        if existing is Existing.UPDATE and day in known and known[day] != one.value
    )
    return SeriesChange(added, changed) if added or changed else None


def _booked_change(before: object, booked: Booked, existing: Existing) -> Change | None:
    """A longer list of the same months takes the place of the shorter one; other months stand beside."""
    known = before if isinstance(before, tuple) else ()
    replaced = tuple(one for one in known if booked.covers(one))
    if replaced == (booked,) or (replaced and existing is not Existing.UPDATE):
        return None
    return Change(replaced or None, booked)


def _is_series(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Measured)


def with_lines(before: str, after: str) -> str:
    """A note that was written in the program stays; only lines that it lacks are added."""
    known = {line.strip() for line in before.splitlines()}
    new = [line for line in after.splitlines() if line.strip() and line.strip() not in known]
    return "\n".join([before, *new] if before else new)


def _is_empty(value: object) -> bool:
    return value is None or value in ("", ())


def _same(before: object, after: object) -> bool:
    if isinstance(after, tuple):
        known, wanted = _parts(before), _parts(after)
        amounts = (one is None or _plain(one) == _plain(known.get(name)) for name, one in wanted.items())
        return set(known) == set(wanted) and all(amounts)
    return _plain(before) == _plain(after)


def _parts(value: object) -> dict[str, object]:
    if not isinstance(value, tuple):
        return {}
    return {_folded(one.named): one.amount for one in value if isinstance(one, Part)}


def _plain(value: object) -> object:
    """Comparable: names whatever their spelling, numbers whatever their places."""
    if isinstance(value, Named):
        return value.name.casefold()
    if isinstance(value, bool):
        return value
    if isinstance(value, int | Decimal):
        return Decimal(value)
    return value


def _folded(value: object) -> str:
    return str(value or "").strip().casefold()


def _differ(one: object, other: object) -> bool:
    """Both are known and not the same."""
    return not _is_empty(one) and not _is_empty(other) and _folded(one) != _folded(other)
