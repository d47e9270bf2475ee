"""What remarks of a device list say about other fields is proposed; the remark itself stays as it is."""

from datetime import date

import pytest

from virtualcio.exchange.import_fields import Hints, Reading
from virtualcio.exchange.import_plan import Named
from virtualcio.exchange.raw_table import RawCell
from virtualcio.exchange.remarks import asset_note_reader
from virtualcio.model.inventory import Ownership


def read(text: str) -> Reading:
    reading = asset_note_reader()(RawCell(text), Hints())
    assert reading.values["note"] == text
    return reading


@pytest.mark.parametrize(
    ("text", "serial"),
    [
        ("S/N: 847144854", "847144854"),
        ("SN 5CG1234XYZ", "5CG1234XYZ"),
        ("Seriennummer: AB-12.34", "AB-12.34"),
        ("Serien-Nr. X9Y8Z7, neu", "X9Y8Z7"),
    ],
)
def test_a_serial_number_is_found_without_doubt(text: str, serial: str) -> None:
    reading = read(text)
    assert reading.values["serial_number"] == serial
    assert not any(reading.about.values())


@pytest.mark.parametrize(
    ("text", "lender"),
    [
        ("geliehen v. Fa. Technik-Partner", "Technik-Partner"),
        ("Geliehen von Firma Meier GmbH, bis 2027", "Meier GmbH"),
        ("Leihgerät", None),
    ],
)
def test_borrowed_things_are_proposed_with_their_lender(text: str, lender: str | None) -> None:
    reading = read(text)
    assert reading.values["ownership"] is Ownership.BORROWED
    assert reading.values.get("supplier") == (Named(lender) if lender else None)
    assert len(reading.about["ownership"]) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ausgemustert 2024", date(2024, 12, 31)),
        ("ausgemustert am 03.04.2024", date(2024, 4, 3)),
        ("entsorgt 05/2023", date(2023, 5, 1)),
        ("außer Betrieb seit 2020", date(2020, 12, 31)),
        ("ausgemustert 31.02.2024", None),
        ("verschrottet", None),
    ],
)
def test_out_of_use_is_proposed_with_its_day(text: str, day: date | None) -> None:
    reading = read(text)
    assert reading.values.get("retired_on") == day
    assert len(reading.about["retired_on" if day else "note"]) == 1


def test_leasing_and_defects_are_pointed_out() -> None:
    assert read("läuft über Leasing").values["ownership"] is Ownership.LEASED
    assert "ownership" not in read("Leasinggeber fragt nach").values
    assert len(read("defekt?").about["note"]) == 1
    assert read("defekt?").values == {"note": "defekt?"}


def test_an_ordinary_remark_says_nothing_else() -> None:
    for text in ("steht im Keller", "bitte Snack nicht daneben abstellen", "Version 2024"):
        reading = read(text)
        assert reading.values == {"note": text}
        assert not any(reading.about.values())
