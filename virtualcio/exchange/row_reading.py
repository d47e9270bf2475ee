"""One row of a file, understood: each cell by the reader of its field, then what the row says as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from virtualcio.errors import RefusedValue
from virtualcio.exchange.header_words import fit
from virtualcio.exchange.import_fields import Hints, ImportField, ImportTarget, Reading, RowDraft
from virtualcio.exchange.import_plan import PlanValue, ValueState
from virtualcio.exchange.raw_table import RawCell
from virtualcio.exchange.table_layout import LaidOutRow
from virtualcio.texts import Message, mark


@dataclass(frozen=True)
class MappedColumn:
    """A column of the file that goes to a field."""

    index: int
    field: ImportField
    hints: Hints

    @property
    def labelled(self) -> bool:
        """Whether its words in the note need the header before them: "Kostenstelle: 4711"."""
        return self.field.many and fit(self.hints.header, self.field.names) < 0.5


class CellResult(NamedTuple):
    """What a cell gives, ready to be put into any row: the same cell in the same column gives the same."""

    values: tuple[tuple[str, PlanValue], ...]
    keep: bool


@dataclass
class RowReader:
    """Reads rows of one sheet with one mapping. Cells that were read once are remembered."""

    target: ImportTarget
    columns: Sequence[MappedColumn]
    today: date
    _known: dict[tuple[int, RawCell], CellResult] = field(default_factory=dict)
    _drafts: dict[tuple[int, str], RowDraft] = field(default_factory=dict)

    def with_columns(self, columns: Sequence[MappedColumn]) -> "RowReader":
        """A reader of other columns that still knows the cells of those that stay."""
        if list(columns) == list(self.columns):
            return self
        same = {column.index for column in columns if column in self.columns}
        known = {key: result for key, result in self._known.items() if key[0] in same}
        return RowReader(self.target, columns, self.today, known)

    def read(self, laid_out: LaidOutRow, corrections: Mapping[str, str]) -> RowDraft:
        """The values of a data row. `corrections`: field key -> text typed instead of what was understood.

        What comes back is not to be changed: rows without corrections are remembered.
        """
        if corrections:
            return self._read(laid_out, corrections)
        key = (laid_out.row.number, laid_out.section)
        draft = self._drafts.get(key)
        if draft is None:
            draft = self._drafts[key] = self._read(laid_out, corrections)
        return draft

    def _read(self, laid_out: LaidOutRow, corrections: Mapping[str, str]) -> RowDraft:
        row = laid_out.row
        draft = RowDraft({}, {}, laid_out.section)
        texts: dict[str, str] = {}
        lines: list[str] = []
        for column in self.columns:
            cell = row.cell(column.index)
            if cell.empty:
                continue
            key = column.field.key
            texts.setdefault(key, cell.text)
            result = self._result(column, cell)
            if column.field.gathers:
                self._gather(draft, column, cell, result)
                continue
            for name, value in result.values:
                self._put(draft, key, name, value)
            if key == self.target.note_field:
                text = str(result.values[0][1].value or cell.text) if result.values else cell.text
                if column.labelled:
                    lines.append(f"{column.hints.header}: {text}")
                else:
                    lines.insert(0, text)
            elif result.keep:
                draft.kept[key] = f"{column.hints.header}: {cell.text.strip()}"
        draft.texts = texts
        for name, typed in corrections.items():
            draft.values[name] = self._typed(name, typed)
            for kept in [kept for kept in draft.kept if kept.partition(" ")[0] == name]:
                draft.kept.pop(kept)
        for rule in self.target.rules:
            rule(draft, self.today)
        self._write_note(draft, lines)
        return draft

    def _result(self, column: MappedColumn, cell: RawCell) -> CellResult:
        known = self._known.get((column.index, cell))
        if known is None:
            known = self._understand(column, cell)
            self._known[(column.index, cell)] = known
        return known

    def _understand(self, column: MappedColumn, cell: RawCell) -> CellResult:
        reading = column.field.read(cell, column.hints)
        raw, own = "" if column.hints.made else cell.text, column.field.key
        values = [
            (key, self._checked(key, value, reading, raw, column.index))
            for key, value in reading.values.items()
        ]
        if reading.problem is not None:
            lost = PlanValue(None, ValueState.NOT_UNDERSTOOD, (reading.problem,), raw, column.index)
            values = [(key, value) for key, value in values if key != own] + [(own, lost)]
        elif not values and reading.doubts:
            values = [(own, PlanValue(None, ValueState.DOUBT, reading.doubts, raw, column.index))]
        values.sort(key=lambda pair: pair[0] != own)
        refused = any(value.state is ValueState.NOT_UNDERSTOOD for _key, value in values)
        return CellResult(tuple(values), reading.keep or refused)

    def _checked(self, key: str, value: object, reading: Reading, raw: str, source: int | None) -> PlanValue:
        sentences = reading.about.get(key, reading.doubts)
        check = self.target.checks.get(key)
        if check is not None and value is not None:
            try:
                check(value)
            except RefusedValue as refused:
                return PlanValue(None, ValueState.NOT_UNDERSTOOD, (refused.message,), raw, source)
        return PlanValue(value, ValueState.DOUBT if sentences else ValueState.OK, sentences, raw, source)

    def _typed(self, key: str, text: str) -> PlanValue:
        """A value typed in the preview: no doubts, but it can still be not understood."""
        reading = self.target.simple[key](RawCell(text.strip() or None), Hints())
        if reading.problem is not None:
            return PlanValue(None, ValueState.NOT_UNDERSTOOD, (reading.problem,), text, None, corrected=True)
        value = self._checked(key, reading.values.get(key), Reading(), text, None)
        return PlanValue(value.value, value.state, value.sentences, text, None, corrected=True)

    def _put(self, draft: RowDraft, own: str, key: str, value: PlanValue) -> None:
        """Put a value in; where two columns say different things the field's own column wins, in doubt."""
        before = draft.values.get(key)
        if before is None or (before.value is None and value.value is not None):
            draft.values[key] = value
            return
        if key == self.target.note_field:
            for sentence in value.sentences:
                draft.doubt(key, sentence)
            return
        if value.value is None or value.value == before.value:
            return
        winner, loser = (value, before) if own == key else (before, value)
        said = Message(mark("“{text}” says something else."), {"text": loser.raw.strip()})
        draft.values[key] = winner
        draft.doubt(key, said)

    def _gather(self, draft: RowDraft, column: MappedColumn, cell: RawCell, result: CellResult) -> None:
        """What several columns say about one field stands side by side; a cell not understood is in doubt."""
        key = column.field.key
        for _name, value in result.values:
            before = draft.values.get(key)
            lost = value.state is ValueState.NOT_UNDERSTOOD
            said = tuple(_about(column, sentence) if lost else sentence for sentence in value.sentences)
            both = (*_several(before), *_several(value))
            sentences = (*before.sentences, *said) if before is not None else said
            state = ValueState.DOUBT if sentences else ValueState.OK
            if sentences and not both:
                state = ValueState.NOT_UNDERSTOOD
            raw = "; ".join(map(str, both)) or value.raw
            draft.values[key] = PlanValue(both or None, state, sentences, raw, column.index)
        if result.keep:
            draft.kept[f"{key} {column.index}"] = f"{column.hints.header}: {cell.text.strip()}"

    def _write_note(self, draft: RowDraft, lines: Sequence[str]) -> None:
        """The remark and the kept words: one line each. A note that was typed in the preview stays."""
        key = self.target.note_field
        note = draft.values.get(key)
        if note is not None and note.corrected:
            return
        whole = "\n".join([*lines, *draft.kept.values()])
        if not whole:
            return
        if note is None:
            draft.values[key] = PlanValue(whole)
        else:
            draft.values[key] = PlanValue(whole, note.state, note.sentences, note.raw, note.source)


def _several(value: PlanValue | None) -> tuple[object, ...]:
    return value.value if value is not None and isinstance(value.value, tuple) else ()


def _about(column: MappedColumn, sentence: Message) -> Message:
    """Which of several columns the sentence is about."""
    return Message(mark("{column}: {sentence}"), {"column": column.hints.header, "sentence": sentence})
