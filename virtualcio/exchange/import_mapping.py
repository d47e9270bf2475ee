"""Which column of a file goes to which field, proposed from headers and from what stands in the columns."""

from collections.abc import Sequence
from datetime import date

from virtualcio.exchange.amounts import Style, style_of
from virtualcio.exchange.header_words import counts_rows, fit, normal, unit_in
from virtualcio.exchange.import_fields import Hints, ImportField, ImportTarget
from virtualcio.exchange.object_types import constants_of, share_of
from virtualcio.exchange.raw_table import EMPTY, RawCell, RawRow, RawSheet
from virtualcio.exchange.table_layout import find_header, words_of

SAMPLE = 200  # rows that are looked at to judge a column
_LEAST = 0.5
_SURE = 0.7  # a whole word of the header is known
# What a row of these is about stands in their other columns too (a device, an application): only a heading
# that means their own name tells them from a list of those things.
_NEED_A_NAME = frozenset({"budget_lines", "actual_costs", "accounts"})
_NAMELESS = 0.4
_FILE_WORD_BONUS = 0.8
_SURE_OF_TYPE = 10.0  # each row says itself what it is
_LEAST_EXPORTED = 4  # headings by which an export of the program is known
_MOSTLY = 0.9
_LIES_AHEAD = 1.5  # amounts of years to come are planned: nothing else has columns of them


def letter(index: int) -> str:
    """The letters that a spreadsheet program shows above a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def header_texts(sheet: RawSheet, header: int | None) -> list[str]:
    """One text per column, '' where the header has none."""
    row = None if header is None else sheet.rows[header]
    return ["" if row is None else " ".join(row.cell(index).text.split()) for index in range(sheet.width)]


def column_cells(rows: Sequence[RawRow], index: int, most: int = SAMPLE) -> list[RawCell]:
    """The first filled cells of a column."""
    found: list[RawCell] = []
    for row in rows:
        if index < len(row.cells) and not row.cells[index].empty:
            found.append(row.cells[index])
            if len(found) == most:
                break
    return found


def propose_mapping(sheet: RawSheet, header: int | None, target: ImportTarget) -> dict[int, str | None]:
    """Column index -> field key, or None for a column that says nothing. Each field once, the note often.

    All None if the table does not look like this target at all: then only the user can say.
    """
    headers = header_texts(sheet, header)
    own = exported_mapping(headers, target)
    if own is not None:
        return own
    if not _recognised(headers, target):
        return dict.fromkeys(range(sheet.width))
    rows = sheet.rows[0 if header is None else header + 1 :]
    cells = [column_cells(rows, index) for index in range(sheet.width)]
    scored = [
        (score, -index, field)
        for index, header_text in enumerate(headers)
        if not counts_rows(header_text, [cell.text for cell in cells[index]])
        for field in target.fields
        if (score := _score(field, header_text, cells[index], _heading(sheet, header, index))) >= _LEAST
    ]
    scored.sort(key=lambda one: one[:2], reverse=True)
    mapping: dict[int, str | None] = {}
    used: set[str] = set()
    for _points, minus_index, field in scored:
        if -minus_index not in mapping and (field.many or field.key not in used):
            mapping[-minus_index] = field.key
            used.add(field.key)
    if target.name_field not in used:
        _take_name(mapping, cells, target)
    for index, header_text in enumerate(headers):
        if index not in mapping:
            mapping[index] = _left_over(header_text, cells[index], target)
    return mapping


def exported_mapping(headers: Sequence[str], target: ImportTarget) -> dict[int, str | None] | None:
    """The columns of a table that the program wrote itself; None if the headings are not those of an export.

    What the program works out, such as a rank, is left out: it would only fill the note.
    """
    words = {index: normal(header) for index, header in enumerate(headers) if normal(header)}
    for titles in target.exported:
        known = {index: word for index, word in words.items() if word in titles}
        if len(known) < max(_LEAST_EXPORTED, _MOSTLY * len(words)):
            continue
        mapping: dict[int, str | None] = dict.fromkeys(range(len(headers)))
        for index, word in known.items():
            key = titles[word]
            mapping[index] = None if key in mapping.values() else key
        if target.name_field in mapping.values():
            return mapping
    return None


def _recognised(headers: Sequence[str], target: ImportTarget) -> bool:
    """Whether at least one header is surely one of the target's; else any text would pass for a list."""
    return any(
        fit(header, field.names) >= _SURE
        for header in headers
        for field in target.fields
        if not (field.many or field.weak)
    )


def _heading(sheet: RawSheet, header: int | None, index: int) -> RawCell:
    return EMPTY if header is None else sheet.rows[header].cell(index)


def _score(field: ImportField, header: str, cells: Sequence[RawCell], heading: RawCell) -> float:
    points = fit(header, field.names)
    if field.header_fits is not None and field.header_fits(heading):
        return 0.6 + 0.4 * _share_understood(field, cells[:50]) if cells else 1.0
    if not cells:
        return points
    understood = _share_understood(field, cells[:50])
    if points == 0.0:
        return 0.55 * understood if field.by_content and understood > 0.7 and len(cells) > 2 else 0.0
    return points * (0.4 + 0.6 * understood) + (0.2 * understood if field.by_content else 0.0)


def _share_understood(field: ImportField, cells: Sequence[RawCell]) -> float:
    hints = Hints()
    readings = [field.read(cell, hints) for cell in cells]
    return sum(reading.problem is None for reading in readings) / len(cells)


def _take_name(
    mapping: dict[int, str | None], cells: Sequence[Sequence[RawCell]], target: ImportTarget
) -> None:
    """Without a header word for the name: the first column of mostly different texts."""
    for index, column in enumerate(cells):
        texts = [cell.value for cell in column if isinstance(cell.value, str)]
        if index not in mapping and len(texts) > 0.8 * len(column) and len(set(texts)) > 0.5 * len(texts) > 0:
            mapping[index] = target.name_field
            return


def _left_over(header: str, cells: Sequence[RawCell], target: ImportTarget) -> str | None:
    """A column that fits no field is kept in the note; one that only counts the rows is not."""
    if not cells or counts_rows(header, [cell.text for cell in cells]):
        return None
    return target.note_field if header else None


def hints_of(header: str, cells: Sequence[RawCell]) -> Hints:
    """What a column says about all of its cells."""
    styles = {style_of(cell.value) for cell in cells if isinstance(cell.value, str)} - {None}
    style: Style | None = styles.pop() if len(styles) == 1 else None
    return Hints(header, style, unit_in(header))


def header_of(sheet: RawSheet, target: ImportTarget) -> int | None:
    """Index of the header row, by the words that the target knows."""
    return find_header(sheet, words_of([field.names for field in target.fields]))


def target_score(
    sheet: RawSheet, target: ImportTarget, file_name: str, today: date
) -> tuple[float, int | None]:
    """How well a sheet fits a target, and where its header is. 0.0 if it has no data."""
    header = header_of(sheet, target)
    rows = sheet.rows[0 if header is None else header + 1 :]
    filled = sum(1 for row in rows[:SAMPLE] if row.filled > 0)
    if not filled:
        return 0.0, header
    headers = header_texts(sheet, header)
    mapping = propose_mapping(sheet, header, target)
    fits = {
        key: fit(headers[index], target.field(key).names)
        for index, key in mapping.items()
        if key is not None and not target.field(key).many
    }
    points = sum(fits.values())
    if not fits.get(target.name_field) and target.key in _NEED_A_NAME:
        points *= _NAMELESS
    own = exported_mapping(headers, target)
    points += len(own) if own is not None else 0
    points += _SURE_OF_TYPE * share_of(constants_of(sheet), target.key)
    wide = target.unfolding
    if wide is not None and any(
        key == wide.key and wide.lies_ahead(_heading(sheet, header, index), today)
        for index, key in mapping.items()
    ):
        points += _LIES_AHEAD
    titles = " ".join(cell.text for row in sheet.rows[: header or 0] for cell in row.cells)
    where = normal(f"{file_name} {sheet.title} {titles}")
    if any(word in where for word in target.file_words):
        points += _FILE_WORD_BONUS
    size = min(1.0, 0.4 + filled / 10)
    return points * size * (0.5 if sheet.hidden else 1.0), header
