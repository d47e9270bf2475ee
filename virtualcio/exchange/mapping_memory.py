"""Which column of a list went where the last time: known again by its headings, whatever rows it has now."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_fields import ImportTarget
from virtualcio.exchange.periods import periods_of
from virtualcio.exchange.raw_table import RawRow, RawSheet, RawTable

TO_BE_PROPOSED = "?"  # remembered of a column that only went into the note because nobody could read it
MappingKey = tuple[str, str]  # table key, fingerprint of the headings
_LOOK_AT = 60  # rows among which headings are looked for
_LEAST_HEADINGS = 2


def fingerprint(header: RawRow) -> str:
    """Stays the same in either language and when months are added to a list; "" for too few headings."""
    words = [_word(header, index) for index in _columns(header)]
    if len([word for word in words if word]) < _LEAST_HEADINGS:
        return ""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def _columns(header: RawRow) -> list[int]:
    """All columns but those of months, which become more with every month."""
    periods = periods_of(header.cells)
    return [index for index in range(len(header.cells)) if index not in periods]


def _word(header: RawRow, index: int) -> str:
    cell = header.cell(index)
    return cell.value.isoformat() if isinstance(cell.value, date) else normal(cell.text)


def fields_to_remember(header: RawRow, mapping: Mapping[int, str | None]) -> list[str | None]:
    """Field keys in the order of the columns that are remembered."""
    return [mapping.get(index) for index in _columns(header)]


def mapping_from(
    remembered: Mapping[MappingKey, Sequence[str | None]], target: ImportTarget, header: RawRow
) -> dict[int, str | None]:
    """Column index -> field key as the last time; {} if this header never came, or fields are gone since."""
    fields = remembered.get((target.key, fingerprint(header)))
    columns = _columns(header)
    if fields is None or len(fields) != len(columns):
        return {}
    known = {one.key for one in target.fields}
    said = {index: key for index, key in zip(columns, fields, strict=True) if key != TO_BE_PROPOSED}
    if any(key is not None and key not in known for key in said.values()):
        return {}
    return said


def remembered_place(
    remembered: Mapping[MappingKey, Sequence[str | None]],
    table: RawTable,
    targets: Mapping[str, ImportTarget],
    into: str | None,
    sheet: str | None,
) -> tuple[RawSheet, ImportTarget, int] | None:
    """Sheet, target and index of the header of the first headings that came before."""
    if not remembered:
        return None
    by_print = {print_: key for key, print_ in remembered if key in targets and into in (None, key)}
    for one in table.sheets:
        if sheet is not None and one.title != sheet:
            continue
        for index, row in enumerate(one.rows[:_LOOK_AT]):
            found = by_print.get(fingerprint(row)) if row.filled >= _LEAST_HEADINGS else None
            if found is not None and any(later.filled for later in one.rows[index + 1 :]):
                return one, targets[found], index
    return None
