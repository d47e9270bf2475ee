"""The tax advisor's workbook: another spreadsheet program comes to the program's own figures, cell by cell."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from tests.exchange.tax_company import austrian, choices_of, swiss, workbook
from virtualcio.exchange.tax_workbook import write_tax_workbook

CASES = {
    "calendar years": lambda: workbook(),
    "years from July": lambda: workbook(choices=choices_of(fiscal_start=7)),
    "full euros, a value to keep, full months before a disposal": lambda: workbook(
        choices=choices_of(full_euros=True, reminder_value=True, disposal_month_counts=False)
    ),
    "Austria": lambda: workbook(*austrian()),
    "Switzerland": lambda: workbook(*swiss()),
    "typed text that looks like formulas": lambda: workbook(nasty=True),
}


def recalculated(path: Path, folder: Path) -> Path:
    """The file without any stored result, worked out by LibreOffice."""
    bare = folder / "bare.xlsx"
    with ZipFile(path) as old, ZipFile(bare, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            new.writestr(info.filename, content)
    out = folder / "out"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
         "--outdir", str(out), str(bare)],
        check=True, capture_output=True, timeout=170,
    )  # fmt: skip
    return out / "bare.xlsx"


def formulas(path: Path) -> Iterator[tuple[str, str]]:
    for sheet in load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate


def same(found: Any, expected: Any) -> bool:
    if isinstance(expected, int | float) and not isinstance(expected, bool):
        return isinstance(found, int | float) and abs(found - expected) < 0.000_001
    return bool(found == expected)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice on this machine")
@pytest.mark.parametrize("case", CASES)
def test_another_program_comes_to_the_same_figures_in_every_cell(case: str, tmp_path: Path) -> None:
    path = tmp_path / "steuer.xlsx"
    write_tax_workbook(path, CASES[case]())
    own, other = (
        load_workbook(path, data_only=True),
        load_workbook(recalculated(path, tmp_path), data_only=True),
    )

    places = list(formulas(path))
    wrong = [
        (title, place, own[title][place].value, other[title][place].value)
        for title, place in places
        if not same(other[title][place].value, own[title][place].value)
    ]
    assert len(places) > 100
    assert wrong == []
