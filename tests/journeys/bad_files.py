"""Files that are not what they should be: company files that are none, and tables that cannot be read."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

Make = Callable[[Path], None]
HEADER = ("Gerät", "Art", "Kaufdatum", "Kaufpreis")
_PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WITH_MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def workbook(path: Path, *rows: tuple[object, ...]) -> None:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    with path.open("wb") as file:  # openpyxl itself insists on the right extension
        book.save(file)


def with_macros(path: Path) -> None:
    """An .xlsm as Excel writes it: another content type, and a part with the compiled macros."""
    plain = path.with_suffix(".plain")
    workbook(plain, HEADER, ("PC 1", "PC", "01.02.2020", 100))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(_PLAIN, _WITH_MACROS))
        target.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    plain.unlink()


def half_a_workbook(path: Path) -> None:
    workbook(path, HEADER, ("PC 1", "PC", "01.02.2020", 100))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def empty_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")


def holding(content: bytes) -> Make:
    return lambda path: path.write_bytes(content) and None


# What is refused as a table, and words of the one sentence that says so.
REFUSED_TABLES: dict[str, tuple[Make, str]] = {
    "leer.csv": (holding(b""), "ist leer"),
    "leer.xlsx": (holding(b""), "ist leer"),
    "ohne Zellen.xlsx": (workbook, "ist leer"),
    "nur Trenner.csv": (holding(b";;\n;;\n"), "ist leer"),
    "nur Kopf.xlsx": (lambda path: workbook(path, HEADER), "keine Zeilen"),
    "nur Kopf.csv": (holding("Gerät;Art;Kaufdatum\n".encode()), "keine Zeilen"),
    "abgeschnitten.xlsx": (half_a_workbook, "beschädigt oder unvollständig"),
    "kein Archiv.xlsx": (holding(b"PK\x03\x04 kaputt"), "beschädigt oder unvollständig"),
    "andere Tabelle.xlsx": (empty_archive, "enthält keine Tabelle"),
    "altes Excel.xlsx": (holding(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "alte Excel-Datei"),
    "Brief.csv": (holding(b"%PDF-1.7\n1 0 obj"), "ist ein PDF"),
    "Seite.xls": (holding(b"<html><table><tr><td>1</td></tr></table></html>"), "Webseite"),
    "Ordner.csv": (Path.mkdir, "ist ein Ordner"),
    "gibt es nicht.csv": (lambda path: None, "ist nicht da"),
}


def cut_short(sound: bytes, share: float) -> Make:
    return holding(sound[: int(len(sound) * share)])


def refused_company_files(sound: bytes) -> dict[str, tuple[Make, str]]:
    """`sound`: the content of a company file that opens."""
    return {
        "leer.vcio": (holding(b""), "ist leer"),
        "Text.vcio": (holding("Geräteliste\n".encode()), "keine Betriebsdatei"),
        "Tabelle.vcio": (lambda path: workbook(path, HEADER), "keine Betriebsdatei"),
        "fast alles fehlt.vcio": (cut_short(sound, 0.001), "das Ende fehlt"),
        "halb.vcio": (cut_short(sound, 0.5), "das Ende fehlt"),
        "letztes Byte fehlt.vcio": (holding(sound[:-1]), "das Ende fehlt"),
        "Ordner.vcio": (Path.mkdir, "ist ein Ordner"),
        "gibt es nicht.vcio": (lambda path: None, "ist nicht da"),
    }


def junk(path: Path) -> None:
    """As long as a locked file, and like one for everybody who lacks the passphrase."""
    path.write_bytes(os.urandom(8192))


def state_of(path: Path) -> object:
    """Everything that somebody who looks at the file could find changed."""
    if path.is_dir():
        return sorted(path.iterdir())
    return path.read_bytes() if path.exists() else None
