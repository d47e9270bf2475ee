"""Names in the golden thread are broken where one would write a hyphen, or end in …."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from virtualcio.ui.checks.flow_painting import two_lines
from virtualcio.ui.shell import theme


@pytest.mark.parametrize(
    ("name", "first", "lines"),
    [
        ("Angebotsdurchlaufzeit", "Angebotsdurchl-", ["Angebotsdurch-", "laufzeit"]),
        ("Rechnungsstellung", "Rechnungsst-", ["Rechnungs-", "stellung"]),
        ("Auftragsabwicklung", "Auftragsabwi-", ["Auftragsab-", "wicklung"]),
        ("Investitionsstau", "Investitionss-", ["Investitions-", "stau"]),
        ("Strom", "Stro-", ["…"]),
        ("Straßenverkehrsamt", "Straßenv-", ["Straßen-", "verkehrs…"]),
        ("Mehr Umsatz mit Kunden", "Mehr Umsatz mit", ["Mehr Umsatz mit", "Kunden"]),
    ],
)
def test_a_long_name_is_broken_between_words_or_syllables(
    qapp: QApplication, name: str, first: str, lines: list[str]
) -> None:
    """`first` is as much as fits into the first line."""
    metrics = QFontMetricsF(theme.font(11.5))
    found = two_lines(name, metrics, metrics.horizontalAdvance(first) + 0.5)
    if lines == ["…"]:
        assert len(found) == 1
        assert found[0].endswith("…")
        return
    assert found[0] == lines[0]
    assert found[1][:6] == lines[1][:6]
    assert all(metrics.horizontalAdvance(line) <= metrics.horizontalAdvance(first) + 1 for line in found)
