"""How cells of a workbook with formulas look: number formats, fonts, lines."""

from enum import StrEnum
from typing import Any

from virtualcio.exchange.workbook import CellKind, number_format

_FONT = "Calibri"


class Look(StrEnum):
    """How a cell looks. INPUT: what somebody may change; the formulas follow."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    YEAR = "year"  # without a thousands separator
    MONEY = "money"
    DECIMAL = "decimal"  # with as many places as it has
    PERCENT = "percent"  # a share, shown in percent
    RATE = "rate"  # a number that is in percent already
    MONTH = "month"
    DATE = "date"
    INPUT_NUMBER = "input_number"
    INPUT_MONEY = "input_money"
    INPUT_RATE = "input_rate"
    INPUT_DATE = "input_date"
    SUM = "sum"
    SUM_TEXT = "sum_text"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEAD = "head"
    CHECK = "check"  # money that has to be 0


_INDENTED = (Look.TEXT, Look.LONG, Look.SUM_TEXT)  # beside numbers, which stand at the right


class Styles:
    """The numbers of the looks in the workbook; text that looks like a formula has one of its own."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self.plain = {look: self._number(look, quoted=False) for look in Look}
        self.quoted = {look: self._number(look, quoted=True) for look in Look}

    def _number(self, look: Look, quoted: bool) -> int:
        from openpyxl.cell import Cell as BookCell
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        cell = BookCell(self._sheet, row=1, column=1)
        cell.number_format = _number_format(look)
        cell.alignment = Alignment(
            vertical="center" if look is Look.HEAD else "top",
            wrap_text=look in (Look.HEAD, Look.LONG) or None,
            horizontal="left" if look in _INDENTED else None,  # else an indent says nothing
            indent=1 if look in _INDENTED else 0,
        )
        if look is Look.HEAD:
            cell.font = Font(_FONT, bold=True)
            cell.fill = PatternFill("solid", fgColor="FFE7EFF9")
            cell.border = Border(bottom=Side("thin", color="FF1F5EA8"))
        elif look in (Look.SUM, Look.SUM_TEXT):
            cell.font = Font(_FONT, bold=True)
            cell.border = Border(top=Side("thin", color="FF182230"))
        elif look is Look.TITLE:
            cell.font = Font(_FONT, 14, bold=True)
        elif look is Look.SUBTITLE:
            cell.font = Font(_FONT, color="FF556070")
        elif look.name.startswith("INPUT"):
            cell.font = Font(_FONT, color="FF1F5EA8")
        if quoted:
            cell.quotePrefix = 1
        return int(cell.style_id)


def _number_format(look: Look) -> str:
    match look:
        case Look.NUMBER | Look.INPUT_NUMBER:
            return number_format(CellKind.INTEGER)
        case Look.YEAR:
            return "0"
        case Look.MONEY | Look.INPUT_MONEY | Look.SUM:
            return "#,##0.00;-#,##0.00;–"
        case Look.RATE | Look.INPUT_RATE:
            return "0.00##"
        case Look.PERCENT:
            return number_format(CellKind.PERCENT)
        case Look.MONTH:
            return number_format(CellKind.MONTH)
        case Look.DATE | Look.INPUT_DATE:
            return number_format(CellKind.DATE)
        case Look.CHECK:
            return "[Red]0.00;[Red]-0.00;0.00"
        case _:
            return "General"
