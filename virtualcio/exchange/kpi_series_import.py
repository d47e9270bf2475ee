"""What lists of KPIs say: a column per month, or a row per value; shares written as 0.03 and percentages."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import median

from virtualcio.errors import RefusedValue
from virtualcio.exchange.cell_readers import plain, reference_reader, yes_no_reader
from virtualcio.exchange.import_fields import Hints, ImportField, Reader, Reading, RowDraft, WholeList
from virtualcio.exchange.import_plan import PlanValue, ValueState
from virtualcio.exchange.number_readers import PERCENT_SUFFIX, number_reader, pieces, read_number
from virtualcio.exchange.periods import period_of, periods_of
from virtualcio.exchange.plan_values import KnownRecord, Measured
from virtualcio.exchange.raw_table import RawCell
from virtualcio.model.goals import Better, Cadence, KpiSource
from virtualcio.texts import Message, mark

FILE_WORDS = ("kennzahl", "kpi", "messwert")
VALUES, SHARES, DAY, VALUE = "values", "shares", "day", "value"
_NUMBERS = ("target", "baseline", "band_from", "band_to")
_HUNDRED = Decimal(100)
_CADENCES = (
    (Cadence.WEEKLY, 10),
    (Cadence.MONTHLY, 45),
    (Cadence.QUARTERLY, 120),
    (Cadence.HALF_YEARLY, 250),
)


def values_reader(key: str) -> Reader:
    """One value of the period that heads its column; without one, 'Jan 2025: 6,1; Feb 2025: 6,0'."""

    def number(cell: RawCell, hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        value, doubts, percent = read_number(cell, hints)
        if hints.period is None:
            if hints.header:
                raise RefusedValue(
                    mark("“{text}” heads a column of values and names no month."), text=hints.header
                )
            return (), doubts, False
        return (Measured(hints.period.last, value, percent),), doubts, False

    def listed(cell: RawCell, hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        found = []
        for piece in pieces(cell.text):
            when, _colon, text = piece.rpartition(":")
            period = periods_of([RawCell(when.strip())]).get(0)
            if period is None:
                raise RefusedValue(
                    mark("“{text}” names no month and value. Write it like 01/2026: 6.1."), text=piece
                )
            value, _doubts, percent = read_number(RawCell(text.strip()), hints)
            found.append(Measured(period.last, value, percent))
        return tuple(found), (), False

    alone, several = plain(key, number), plain(key, listed)

    def reading(cell: RawCell, hints: Hints) -> Reading:
        in_one = hints.period is None and isinstance(cell.value, str) and ":" in cell.value
        return several(cell, hints) if in_one else alone(cell, hints)

    return reading


def day_reader(key: str) -> Reader:
    """The day of a value: of a month, quarter or week its last one."""

    def read(cell: RawCell, _hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        period = period_of(cell)
        if period is None:
            raise RefusedValue(mark("“{text}” is not a date. Type it like 22.11.2026."), text=cell.text)
        return period.last, (), False

    return plain(key, read)


def goal_reader(key: str) -> Reader:
    """The goal's name: 'Ziel' above numbers means the target value."""
    by_name = reference_reader(key)

    def reading(cell: RawCell, hints: Hints) -> Reading:
        if cell.text and not any(one.isalpha() for one in cell.text):
            said = Message(mark("“{text}” is a number and no name of a goal."), {"text": cell.text})
            return Reading(problem=said, keep=True)
        return by_name(cell, hints)

    return reading


def special_fields() -> tuple[ImportField, ...]:
    """Fields with readers of their own; the columns of the table have no place for values."""
    numbers = tuple(
        ImportField(key, "", names, number_reader(key, telling_percent=True), amount=True, weak=True)
        for key, names in (
            ("target", ("ziel", "sollwert", "plan")), ("baseline", ()), ("band_from", ()), ("band_to", ()),
        )
    )  # fmt: skip
    return (
        *numbers,
        ImportField("goal", "", (), goal_reader("goal")),
        ImportField(
            VALUES, mark("Values"), ("messwerte", "werte", "values"), values_reader(VALUES), many=True,
            amount=True, gathers=True, header_fits=lambda cell: period_of(cell) is not None,
        ),
        ImportField(DAY, mark("Day of the value"), ("datum", "tag", "monat", "stichtag", "periode",
                    "zeitraum", "quartal", "date", "month", "day", "period"), day_reader(DAY), weak=True),
        ImportField(VALUE, mark("Measured value"), ("wert", "messwert", "istwert", "value", "result"),
                    number_reader(VALUE, telling_percent=True), amount=True, weak=True),
        ImportField(SHARES, mark("Shares as percent"), (), yes_no_reader(SHARES)),
    )  # fmt: skip


def value_of_row(draft: RowDraft, _today: date) -> None:
    """A row per value: its day and its value become one measurement."""
    day, value = draft.values.pop(DAY, None), draft.values.pop(VALUE, None)
    percent = draft.values.pop(VALUE + PERCENT_SUFFIX, None) is not None
    if value is None or VALUES in draft.values:
        return
    if day is None or not isinstance(day.value, date) or not isinstance(value.value, Decimal):
        said = (*value.sentences, *(day.sentences if day is not None else ()))
        missing = Message(mark("“{text}” has no day and is not taken."), {"text": value.raw})
        draft.values[VALUES] = PlanValue(
            None, ValueState.NOT_UNDERSTOOD, said or (missing,), value.raw, value.source
        )
        return
    said = (*day.sentences, *value.sentences)
    measured = Measured(day.value, value.value, percent)
    state = ValueState.DOUBT if said else ValueState.OK
    draft.values[VALUES] = PlanValue((measured,), state, said, str(measured), value.source)


def no_future_values(draft: RowDraft, today: date) -> None:
    """Only what is over was measured: a month that still runs comes with the next list."""
    measured = series_of(draft)
    late = [one for one in measured if one.day > today]
    if not late:
        return
    kept = tuple(one for one in measured if one.day <= today)
    said = Message(
        mark("Lies in the future or in a month that still runs, and is not taken: {values}."),
        {"values": "; ".join(map(str, late))},
    )
    old = draft.values[VALUES]
    state = ValueState.DOUBT if kept else ValueState.NOT_UNDERSTOOD
    draft.values[VALUES] = replace(old, value=kept or None, state=state, sentences=(*old.sentences, said))


RULES = (value_of_row, no_future_values)


def series_of(draft: RowDraft) -> tuple[Measured, ...]:
    """The values of a row, as they stand in the file."""
    value = draft.value(VALUES)
    return value if isinstance(value, tuple) else ()


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The name: a company measures a thing once."""
    name = str(values.get("name") or "").casefold()
    return (name,) if name else None


def settle_series(whole: WholeList) -> Sequence[RowDraft]:
    """What only all rows of a KPI say together: shares or percent, the starting value, the direction."""
    records = {one.name.casefold(): one for one in whole.records}
    rows: dict[str, list[int]] = defaultdict(list)
    for at, draft in enumerate(whole.drafts):
        rows[str(draft.value("name") or "").casefold()].append(at)
    settled = list(whole.drafts)
    for name, places in rows.items():
        group = [
            replace(
                whole.drafts[at], values=dict(whole.drafts[at].values), doubts=list(whole.drafts[at].doubts)
            )
            for at in places
        ]
        if name:
            _settle(group, records.get(name))
        for at, draft in zip(places, group, strict=True):
            for key in _NUMBERS:
                draft.values.pop(key + PERCENT_SUFFIX, None)
            settled[at] = draft
    return settled


def _settle(group: list[RowDraft], record: KnownRecord | None) -> None:
    if record is not None and record.values.get("source") not in (None, KpiSource.MEASURED):
        for draft in group:
            if series_of(draft):
                draft.take_out(
                    VALUES,
                    Message(mark("Its values are counted or computed by the program and are not taken.")),
                )
        return
    _name_unit(group)
    _as_percent(group, record)
    _name_twice(group)
    _infer(group[0], [one for draft in group for one in series_of(draft)])


def _name_unit(group: Sequence[RowDraft]) -> None:
    shown = any(one.percent for draft in group for one in series_of(draft))
    if shown and not any(draft.value("unit") for draft in group):
        group[0].propose("unit", "%")


def _as_percent(group: Sequence[RowDraft], record: KnownRecord | None) -> None:
    """0.03 with the unit % is 3 %, if no value of the KPI is above 1. The user can say otherwise."""
    units = [str(draft.value("unit")) for draft in group if draft.value("unit")]
    unit = units[0] if units else str(record.values.get("unit") or "") if record is not None else ""
    bare = [one.value for draft in group for one in series_of(draft) if not one.percent]
    said = next((draft.value(SHARES) for draft in group if draft.value(SHARES) is not None), None)
    looks_so = (
        unit.strip() in ("%", "Prozent", "percent") and any(bare) and all(abs(one) <= 1 for one in bare)
    )
    if said is None and looks_so:
        sentence = Message(mark("Shares up to 1 are taken as percent: 0.03 as 3%. Type No to leave them."))
        group[0].propose(SHARES, True, sentence)
    if said is False or (said is None and not looks_so):
        return
    for draft in group:
        measured = tuple(
            one if one.percent else replace(one, value=one.value * _HUNDRED) for one in series_of(draft)
        )
        if measured:
            draft.values[VALUES] = replace(draft.values[VALUES], value=measured)
        for key in _NUMBERS:
            number = draft.values.get(key)
            if (
                number is not None
                and isinstance(number.value, Decimal)
                and abs(number.value) <= 1
                and not number.corrected
                and key + PERCENT_SUFFIX not in draft.values
            ):
                draft.values[key] = replace(number, value=number.value * _HUNDRED)


def _name_twice(group: Sequence[RowDraft]) -> None:
    known: dict[date, Measured] = {}
    for draft in group:
        for one in series_of(draft):
            before = known.get(one.day)
            if before is not None and before.value != one.value:
                draft.doubt(
                    VALUES,
                    Message(mark("{day} has another value too: the later one counts."), {"day": str(before)}),
                )
            known[one.day] = one


def _infer(draft: RowDraft, measured: Sequence[Measured]) -> None:
    """What follows from the values: starting value and its day, direction, how often it is measured."""
    ordered = sorted({one.day: one for one in measured}.values(), key=lambda one: one.day)
    if ordered and draft.value("baseline") is None and "baseline" not in draft.values:
        draft.propose("baseline", ordered[0].value)
        if draft.value("baseline_on") is None:
            draft.propose("baseline_on", ordered[0].day)
    baseline, target = draft.value("baseline"), draft.value("target")
    if isinstance(baseline, Decimal) and isinstance(target, Decimal) and baseline != target:
        draft.propose("better", Better.LOWER if target < baseline else Better.HIGHER)
    gaps = [(later.day - earlier.day).days for earlier, later in pairwise(ordered)]
    if gaps:
        usual = median(gaps)
        draft.propose("cadence", next((one for one, most in _CADENCES if usual <= most), Cadence.YEARLY))
