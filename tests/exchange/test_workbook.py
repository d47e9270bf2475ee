"""Workbooks: real cells, nothing typed becomes a formula, and the old file stays if the new one fails."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from virtualcio.errors import RefusedFile
from virtualcio.exchange.csv_file import write_csv
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn, write_workbook
from virtualcio.texts import speaking

DAY = date(2026, 11, 22)
COLUMNS = (
    SheetColumn("System", CellKind.TEXT, 30),
    SheetColumn("Kaufpreis", CellKind.MONEY, 14),
    SheetColumn("Gekauft am", CellKind.DATE, 12),
    SheetColumn("Anzahl", CellKind.INTEGER, 8),
    SheetColumn("Preisanstieg", CellKind.PERCENT, 10),
    SheetColumn("Notiz", CellKind.LONG_TEXT, 40),
)
ROW = ("ERP-Server HV01", Decimal("11240.05"), date(2015, 3, 12), 1, Decimal("4.25"), "Zeile 1\nZeile 2")
NASTY = ("=1+1", "+49 7351", "-12", "@SUM(A1)", "\t=1", "\r=1", "#N/A", "#DIV/0!", "'abc", "00123", " x ")


def one_sheet(path: Path, *rows: tuple[object, ...], company: str = "Brenner & Söhne") -> Worksheet:
    write_workbook(path, [Sheet("Infrastruktur", COLUMNS, rows)], company, DAY)
    sheet = load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_numbers_amounts_and_dates_are_real_cells_with_formats(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path / "liste.xlsx", ROW)

    name, cost, bought, quantity, increase, note = sheet[2]
    assert (name.value, quantity.value, note.value) == ("ERP-Server HV01", 1, "Zeile 1\nZeile 2")
    assert cost.data_type == "n" and Decimal(str(cost.value)) == Decimal("11240.05")
    assert cost.number_format == '#,##0.00\\ "€"'
    assert bought.is_date and bought.value.date() == date(2015, 3, 12)
    assert bought.number_format == "dd.mm.yyyy"
    assert increase.value == 0.0425 and increase.number_format == "0.0#%"
    assert note.alignment.wrap_text


def test_in_english_dates_cannot_be_misread_as_month_first(tmp_path: Path) -> None:
    with speaking("en"):
        sheet = one_sheet(tmp_path / "list.xlsx", ROW)

    assert sheet["C2"].number_format == "d mmm yyyy"
    assert sheet["B2"].number_format == '"€"#,##0.00'


def test_the_sheet_can_be_filtered_read_and_printed(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path / "liste.xlsx", ROW, ROW)

    assert sheet.auto_filter.ref == "A1:F3"
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["A"].width == 30
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.page_setup.fitToWidth == 1 and sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddHeader.left.text == "Brenner && Söhne"
    assert sheet.oddFooter.left.text == "22.11.2026"


@pytest.mark.parametrize("text", NASTY)
def test_typed_text_never_becomes_a_formula_or_an_error(tmp_path: Path, text: str) -> None:
    sheet = one_sheet(tmp_path / "liste.xlsx", (text, None, None, None, None, ""))

    cell = sheet["A2"]
    assert cell.data_type == "s"
    assert cell.value == text.replace("\r", "\n")
    assert bool(cell.quotePrefix) == (text[0] in "=+-@\t\r#")


texts = st.text(max_size=40) | st.sampled_from(NASTY) | st.text("=_x0123456789ABCD \n", max_size=12)


def as_a_cell_holds_it(text: str) -> str:
    """One kind of line end, and � for what XML has no sign for."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        "\ufffd" if (c < " " and c not in "\t\n") or c in "\ufffe\uffff" or "\ud800" <= c <= "\udfff" else c
        for c in lines
    )


@settings(max_examples=60, deadline=None)
@given(typed=st.lists(texts, min_size=1, max_size=8))
def test_any_text_reads_back_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, typed: list[str]
) -> None:
    path = tmp_path_factory.mktemp("out") / "liste.xlsx"

    sheet = one_sheet(path, *[(text, None, None, None, None, None) for text in typed])

    for row, text in enumerate(typed, start=2):
        assert unescape(str(sheet.cell(row, 1).value or "")) == as_a_cell_holds_it(text)


def test_a_text_too_long_for_a_cell_is_cut_visibly(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path / "liste.xlsx", ("x" * 40_000, None, None, None, None, None))

    assert len(sheet["A2"].value) == 32_767
    assert sheet["A2"].value.endswith("x…")


def test_sheet_names_are_made_allowed_and_different(tmp_path: Path) -> None:
    sheets = [Sheet(title, COLUMNS, ()) for title in ("Ein/Aus: [alt]", "x" * 40, "X" * 40, "")]
    write_workbook(tmp_path / "a.xlsx", sheets, "Firma", DAY)

    assert load_workbook(tmp_path / "a.xlsx").sheetnames == ["Ein Aus   alt", "x" * 31, "X" * 27 + " 2", "1"]


def test_an_empty_table_is_a_sheet_with_its_header(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path / "liste.xlsx")

    assert [cell.value for cell in sheet[1]] == [column.title for column in COLUMNS]
    assert sheet.max_row == 1


def test_what_stops_the_export_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(b"the old one")

    def cancel(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_workbook(path, [Sheet("S", COLUMNS, [ROW] * 600)], "Firma", DAY, cancel)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_ends_at_all_rows(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_workbook(
        tmp_path / "a.xlsx",
        [Sheet("S", COLUMNS, [ROW] * 700), Sheet("T", COLUMNS, [ROW] * 400)],
        "Firma",
        DAY,
        lambda done, total: seen.append((done, total)),
    )

    assert seen[-1] == (1100, 1100)
    assert [done for done, _total in seen] == sorted(done for done, _total in seen)


def test_a_write_protected_file_is_named_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(b"the old one")
    path.chmod(0o444)

    with pytest.raises(RefusedFile, match="schreibgeschützt"):
        one_sheet(path, ROW)
    assert path.read_bytes() == b"the old one"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match="gibt es nicht"):
        one_sheet(tmp_path / "fehlt" / "liste.xlsx", ROW)


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match="ist ein Ordner"):
        one_sheet(tmp_path, ROW)


def test_a_full_disk_is_said_so(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    from virtualcio.exchange.safe_write import written_aside

    path = tmp_path / "liste.xlsx"
    path.write_bytes(b"the old one")
    with pytest.raises(RefusedFile, match="Datenträger ist voll"), written_aside(path):
        Path("/dev/full").write_bytes(b"x" * 100_000)
    assert path.read_bytes() == b"the old one"


def test_csv_speaks_the_language_of_the_spreadsheet(tmp_path: Path) -> None:
    sheet = Sheet("Infrastruktur", COLUMNS, [("=cmd;x", *ROW[1:])])

    write_csv(tmp_path / "de.csv", sheet)
    with speaking("en"):
        write_csv(tmp_path / "en.csv", sheet)

    with (tmp_path / "de.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file, delimiter=";"))[1] == [
            "'=cmd;x", "11240,05", "12.03.2015", "1", "4,25", "Zeile 1\nZeile 2",
        ]  # fmt: skip
    with (tmp_path / "en.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1][:3] == ["'=cmd;x", "11240.05", "2015-03-12"]
