"""Where a table begins and what each of its rows is: title, header, section, data, total, remark."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from virtualcio.exchange.header_words import fit, normal
from virtualcio.exchange.import_plan import RowRole
from virtualcio.exchange.periods import period_of
from virtualcio.exchange.raw_table import RawCell, RawRow, RawSheet

_LOOK_AT = 60  # rows among which a header is looked for
_LEAST_FIT = 0.9
_NEARLY = 0.6
_LONGEST_SECTION = 60
_LEAST_PERIODS = 3  # fewer dates beside each other can be those of a thing: bought, warranty
_TOTAL = re.compile(
    r"\W*(?:zwischen|gesamt|end)?(?:summe|gesamt|gesamtsumme|total|subtotal|sum|übertrag|saldo|ergebnis|insgesamt)"
    r"(?:\s+(?:netto|brutto|eur|€|:|gesamt|aller? .*))*\W*",
    re.IGNORECASE,
)
# An amount written as text: every cell of a CSV file is text.
_WRITTEN_NUMBER = re.compile(r"[-+]?\d[\d.,'\s]*(?:€|EUR|Euro|T€|Stück|Stk\.?)?", re.IGNORECASE)
_SUM_FORMULA = re.compile(r"=\s*(?:SUM|SUMME|SUBTOTAL|TEILERGEBNIS|AGGREGATE)\(", re.IGNORECASE)


class LaidOutRow(NamedTuple):
    row: RawRow
    role: RowRole
    section: str = ""  # the heading above a data row


def find_header(sheet: RawSheet, known_words: Callable[[RawRow], float]) -> int | None:
    """Index into `sheet.rows` of the header: the row with the best known words, or one that looks like it."""
    candidates = [
        (known_words(row), -index) for index, row in enumerate(sheet.rows[:_LOOK_AT]) if _could_be_header(row)
    ]
    best = max(candidates, default=(0.0, 0))[0]
    if best >= _LEAST_FIT:
        # the first that is nearly as good: data below a header can hold its words too
        return -next(index for points, index in candidates if points >= max(_LEAST_FIT, best * _NEARLY))
    return _like_a_header(sheet)


def _could_be_header(row: RawRow) -> bool:
    filled = [cell for cell in row.cells if not cell.empty]
    texts = [cell for cell in filled if isinstance(cell.value, str) and not cell.formula]
    return bool(texts) and (len(texts) == len(filled) or _heads_periods(filled))


def _heads_periods(filled: Sequence[RawCell]) -> bool:
    """Texts, and behind them months or years in their order: a table with a column for each of them."""
    others = [cell for cell in filled if not isinstance(cell.value, str)]
    periods = [period.last for cell in others if (period := period_of(cell)) is not None]
    years = [cell.value for cell in others if isinstance(cell.value, int)]
    two_years = len(others) == 2 == len(years) and years[1] == years[0] + 1
    return (
        (len(others) >= _LEAST_PERIODS or two_years)
        and len(periods) == len(others)
        and periods == sorted(set(periods))
    )


def _like_a_header(sheet: RawSheet) -> int | None:
    """The first row of several different texts above a row with numbers or dates in it."""
    for index, row in enumerate(sheet.rows[:_LOOK_AT]):
        below = next((later for later in sheet.rows[index + 1 :] if later.filled), None)
        if below is None or row.filled < 2 or not _could_be_header(row):
            continue
        texts = [cell.text for cell in row.cells if not cell.empty]
        figures = any(not isinstance(cell.value, str) for cell in below.cells if not cell.empty)
        if figures and len(set(texts)) == len(texts) and not any(re.search(r"\d{3}", text) for text in texts):
            return index
    return None


def lay_out(
    sheet: RawSheet, header: int | None, name_column: int | None, section_words: Sequence[str] = ()
) -> list[LaidOutRow]:
    """What every row of the sheet is. `section_words`: normalised names that are surely a heading (sites)."""
    first = 0 if header is None else header + 1
    headers = [] if header is None else [normal(cell.text) for cell in sheet.rows[header].cells]
    roles = [_role(row, headers, name_column, sheet, section_words) for row in sheet.rows[first:]]
    _settle_headings(roles, sheet.rows[first:])
    laid_out = [
        LaidOutRow(row, RowRole.TITLE if row.filled else RowRole.BLANK) for row in sheet.rows[: header or 0]
    ]
    if header is not None:
        laid_out.append(LaidOutRow(sheet.rows[header], RowRole.HEADER))
    section = ""
    for row, role in zip(sheet.rows[first:], roles, strict=True):
        if role is RowRole.SECTION:
            section = first_text(row).strip().rstrip(":").strip()
        laid_out.append(LaidOutRow(row, role, section if role is RowRole.DATA else ""))
    return laid_out


def first_text(row: RawRow) -> str:
    return next((cell.text for cell in row.cells if not cell.empty), "")


def _role(
    row: RawRow,
    headers: Sequence[str],
    name_column: int | None,
    sheet: RawSheet,
    section_words: Sequence[str],
) -> RowRole:
    filled = [(index, cell) for index, cell in enumerate(row.cells) if not cell.empty]
    if not filled:
        return RowRole.BLANK
    if _repeats(filled, headers):
        return RowRole.HEADER
    if _is_total(filled, name_column):
        return RowRole.TOTAL
    if len(filled) > 1 or sheet.width < 3:
        return RowRole.DATA
    index, cell = filled[0]
    text = cell.text.strip()
    heading = len(text) <= _LONGEST_SECTION and isinstance(cell.value, str)
    plainly = (
        text.isupper() or text.endswith(":") or row.number in sheet.wide_rows or normal(text) in section_words
    )
    if index == name_column and not (heading and plainly):
        return RowRole.DATA
    return RowRole.SECTION if heading else RowRole.REMARK


def _repeats(filled: Sequence[tuple[int, RawCell]], headers: Sequence[str]) -> bool:
    if len(filled) < 2 or not headers:
        return False
    if not any(isinstance(cell.value, str) and normal(cell.value) in headers for _index, cell in filled[:2]):
        return False  # most rows end here
    same = sum(index < len(headers) and normal(cell.text) == headers[index] for index, cell in filled)
    return same > len(filled) * 0.6


def _is_total(filled: Sequence[tuple[int, RawCell]], name_column: int | None) -> bool:
    texts = [cell for _index, cell in filled if isinstance(cell.value, str) and not cell.formula]
    named = bool(texts) and _TOTAL.fullmatch(texts[0].text.strip()) is not None
    if named and all(_WRITTEN_NUMBER.fullmatch(cell.text.strip()) for cell in texts[1:]):
        return True
    sums = any(_SUM_FORMULA.match(cell.formula) for _index, cell in filled)
    return sums and (not texts or not any(index == name_column for index, _cell in filled))


def _settle_headings(roles: list[RowRole], rows: Sequence[RawRow]) -> None:
    """A heading with no data row below it is a remark; so is a lone name below the end of the table."""
    below: RowRole | None = None
    blank_below = True
    for position in range(len(roles) - 1, -1, -1):
        role = roles[position]
        if role is RowRole.SECTION and below is not RowRole.DATA:
            roles[position] = RowRole.REMARK
        elif role is RowRole.DATA and rows[position].filled == 1 and below is None and blank_below:
            above = roles[position - 1] if position else RowRole.DATA
            if above in (RowRole.BLANK, RowRole.TOTAL):
                roles[position] = RowRole.REMARK
                continue
        if role is RowRole.BLANK:
            blank_below = True
        elif roles[position] in (RowRole.DATA, RowRole.SECTION):
            below, blank_below = roles[position], False


def words_of(names: Sequence[Sequence[str]]) -> Callable[[RawRow], float]:
    """How many cells of a row are known header words, weighted by how well they fit."""
    known: dict[str, float] = {}

    def score(row: RawRow) -> float:
        total = 0.0
        for cell in row.cells:
            text = cell.text
            if text not in known:
                known[text] = max((fit(text, one) for one in names), default=0.0) if len(text) <= 60 else 0.0
            total += known[text]
        return total

    return score
