"""A company without anything in it, and the sample lists, for tests of the import."""

from datetime import date
from pathlib import Path

import openpyxl

from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Company
from virtualcio.store.workspace import Workspace

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
DEVICES = SAMPLES / "geraeteliste.xlsx"
CONTRACTS = SAMPLES / "vertraege.csv"
TODAY = date(2026, 11, 22)


def empty_company(path: Path | None = None) -> OpenCompany:
    return OpenCompany(Workspace.create(path, Company(name="Metallbau Süd GmbH")), TODAY)


def text_file(folder: Path, *lines: str, name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def workbook(folder: Path, *rows: list[object], name: str = "liste.xlsx", title: str = "Liste") -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    path = folder / name
    book.save(path)
    return path
