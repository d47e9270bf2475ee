"""One table as a CSV file that a spreadsheet program of the chosen language opens with a double click."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from virtualcio.exchange.safe_write import written_aside
from virtualcio.exchange.workbook import Sheet
from virtualcio.texts import language

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, sheet: Sheet) -> None:
    """UTF-8 with a mark; German: semicolons, decimal commas, dd.mm.yyyy; else commas, points, ISO dates.

    Text that a spreadsheet program would run as a formula gets a ' in front (CSV has no other way to say
    "text"). RefusedFile if the file cannot be written; it then stays as it was.
    """
    german = language() == "de"
    with written_aside(path) as aside, aside.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";" if german else ",", lineterminator="\r\n")
        writer.writerow([column.title for column in sheet.columns])
        for row in sheet.rows:
            writer.writerow([_text(value, german) for value in row])


def _text(value: object, german: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",") if german else f"{value:f}"
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y") if german else value.isoformat()
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if isinstance(value, str) and text.startswith(_STARTS_A_FORMULA) else text
