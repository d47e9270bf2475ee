"""Tables are read by what is in the file; what is no table is refused with a sentence that helps."""

import zipfile
from pathlib import Path

import pytest

from tests.exchange.table_files import SAMPLES, saved, texts, written
from virtualcio.errors import RefusedFile
from virtualcio.exchange import table_reader
from virtualcio.exchange.table_reader import read_table

GERMAN = "Gerät;Preis\r\nServer Süd;1.234,50 €\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    table = read_table(written(tmp_path, GERMAN.encode(encoding)))
    assert texts(table.sheets[0]) == [["Gerät", "Preis"], ["Server Süd", "1.234,50 €"]]
    assert bool(table.notes) == (encoding == "cp1252")


def test_dos_umlauts_are_read(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "Gerät;Lösung\nMüller;ok\n".encode("cp850")))
    assert texts(table.sheets[0])[1] == ["Müller", "ok"]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_usual_separator_is_recognised(tmp_path: Path, separator: str) -> None:
    lines = [["Gerät", "Preis", "Ort"], ["PC, groß; neu", "1.234,50", "Halle 1"], ["Drucker", "99,90", ""]]
    content = "\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    sheet = read_table(written(tmp_path, content.encode())).sheets[0]
    assert texts(sheet) == [lines[0], lines[1], ["Drucker", "99,90"]]


def test_the_line_that_names_the_separator_is_no_row(tmp_path: Path) -> None:
    sheet = read_table(written(tmp_path, b"sep=,\na,b\n1,2\n")).sheets[0]
    assert texts(sheet) == [["a", "b"], ["1", "2"]]
    assert sheet.rows[0].number == 2


def test_a_quotation_mark_inside_or_never_closed_loses_no_row(tmp_path: Path) -> None:
    inside = read_table(written(tmp_path, b'Name;Preis\nMonitor 24" breit;5\nPC;6\n')).sheets[0]
    assert texts(inside) == [["Name", "Preis"], ['Monitor 24" breit', "5"], ["PC", "6"]]

    lines = [f"PC {number};{number}" for number in range(100)]
    content = "Name;Preis\n" + '"Monitor;7\n' + "\n".join(lines)
    table = read_table(written(tmp_path, content.encode()))
    assert len(table.sheets[0].rows) == 102
    assert "Ein Anführungszeichen wird nie geschlossen" in str(table.notes[0])


def test_a_cell_may_hold_line_breaks(tmp_path: Path) -> None:
    sheet = read_table(written(tmp_path, b'Name;Notiz\n"PC";"eins\nzwei"\n')).sheets[0]
    assert texts(sheet)[1] == ["PC", "eins\nzwei"]


@pytest.mark.parametrize("name", ["liste.xlsx", "liste.csv", "liste.txt", "liste"])
def test_the_extension_does_not_matter(tmp_path: Path, name: str) -> None:
    as_text = read_table(written(tmp_path, GERMAN.encode(), name))
    assert texts(as_text.sheets[0])[0] == ["Gerät", "Preis"]
    as_book = read_table(written(tmp_path, (SAMPLES / "geraeteliste.xlsx").read_bytes(), name))
    assert as_book.sheets[0].title == "Geräte 2026"


# --- what is no table ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "ist leer"),
        (b"\r\n;;;\r\n", "ist leer"),
        (b"\xef\xbb\xbf", "ist leer"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "alte Excel-Datei"),
        (b"%PDF-1.7\n", "ist ein PDF"),
        (b"<!DOCTYPE html><table>", "Webseite oder XML"),
        (b"<?xml version='1.0'?><Workbook/>", "Webseite oder XML"),
        (b"SQLite format 3\0" + b"\0" * 100, "ist eine Betriebsdatei"),
        (bytes(range(256)) * 8, "enthält keine Tabelle"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(200)), "enthält keine Tabelle"),
        (b"PK\x03\x04 and no more", "beschädigt oder unvollständig"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = written(tmp_path, content, "datei.xlsx")
    with pytest.raises(RefusedFile, match=sentence):
        read_table(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("part", "sentence"),
    [("xl/workbook.bin", r"\.xlsb"), ("content.xml", "OpenDocument"), ("word/document.xml", "keine Tabelle")],
)
def test_other_packages_are_refused_with_a_sentence(tmp_path: Path, part: str, sentence: str) -> None:
    path = tmp_path / "t.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(part, "x")
    with pytest.raises(RefusedFile, match=sentence):
        read_table(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match="ist nicht da"):
        read_table(tmp_path / "fehlt.csv")
    with pytest.raises(RefusedFile, match="ist ein Ordner"):
        read_table(tmp_path)


# --- size ------------------------------------------------------------------------------


def test_more_rows_or_columns_than_a_list_can_have_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_reader, "MOST_ROWS", 50)
    monkeypatch.setattr(table_reader, "MOST_COLUMNS", 5)
    long = written(tmp_path, b"a;b\n" * 51, "lang.csv")
    wide = written(tmp_path, b"a;b;c;d;e;f\n" * 3, "breit.csv")
    book = saved(tmp_path, lambda made: [made.worksheets[0].append([1, 2]) for _ in range(51)] and None)

    for path, sentence in (
        (long, "mehr als 50 Zeilen"),
        (wide, "mehr als 5 Spalten"),
        (book, "mehr als 50 Zeilen"),
    ):
        with pytest.raises(RefusedFile, match=sentence):
            read_table(path)


def test_a_file_beyond_all_lists_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_reader, "MOST_BYTES", 2_000_000)
    with pytest.raises(RefusedFile, match="hat 3 MB"):
        read_table(written(tmp_path, b"a;b\n" * 800_000))


def test_reading_says_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    said: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        said.append((done, total))
        if done >= 1500:
            raise Stop

    path = written(tmp_path, b"a;b\n" * 3000)
    with pytest.raises(Stop):
        read_table(path, progress)
    assert said == [(500, 3000), (1000, 3000), (1500, 3000)]
