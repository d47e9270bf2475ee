"""F1: the handbook in the language of the interface, with its pictures, readable at any width."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from virtualcio import places
from virtualcio.texts import speaking
from virtualcio.ui.shell.handbook import FILES, HandbookText, HandbookWindow


@pytest.mark.parametrize(
    ("code", "first", "picture"),
    [
        ("de", "VirtualCIO: das Handbuch", "pictures/overview-de.png"),
        ("en", "VirtualCIO: the handbook", "pictures/overview-en.png"),
    ],
)
def test_it_opens_in_the_language_of_the_interface(qtbot: QtBot, code: str, first: str, picture: str) -> None:
    with speaking(code):
        window = HandbookWindow()
    qtbot.addWidget(window)
    window.show()
    assert window.text.document().firstBlock().text() == first
    assert picture in window.text.toHtml()


@pytest.mark.parametrize("width", [420, 860, 1700])
def test_pictures_are_as_wide_as_the_text_and_nothing_has_to_be_scrolled_sideways(
    qtbot: QtBot, width: int
) -> None:
    with speaking("de"):
        window = HandbookWindow()
    qtbot.addWidget(window)
    window.show()
    window.resize(width, 700)
    names = re.findall(r'src="([^"]+)"', window.text.toHtml())
    assert len(names) == len(
        re.findall(r"!\[", (places.program_dir() / "docs" / FILES["de"]).read_text("utf-8"))
    )
    for name in names:
        image = window.text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
        assert isinstance(image, QImage) and not image.isNull(), name
        assert 300 < image.deviceIndependentSize().width() <= min(1280, window.text.viewport().width())
    assert window.text.horizontalScrollBar().maximum() == 0


def test_an_installation_without_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    text = HandbookText(tmp_path)
    qtbot.addWidget(text)
    with speaking("de"):
        text.show_file("handbuch.md")
    assert text.toPlainText() == "Das Handbuch gehört nicht zu dieser Installation."
