"""Pictures of every page come from the real window, in any language and theme, and change nothing."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.shell_window import NOW
from virtualcio.actions.open_company import open_demo
from virtualcio.errors import UserError
from virtualcio.texts import language
from virtualcio.ui.pages import PAGES
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.recent_files import recent_files
from virtualcio.ui.shell.screenshots import take_screenshots


def test_every_page_and_tab_is_drawn_in_the_size_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "demo.vcio"
    open_demo(path, NOW.date()).close()
    before = (path.read_bytes(), language(), theme.choice())
    pictures = take_screenshots(path, tmp_path / "out", "en", "dark", (1280, 720))
    names = {picture.name for picture in pictures}
    assert "dark-en-start.png" in names
    assert {"dark-en-inventory-assets.png", "dark-en-inventory-contracts.png"} <= names
    assert {"dark-en-review-meeting.png", "dark-en-review-full-screen.png"} <= names
    assert {"dark-en-roadmap-proposal.png", "dark-en-roadmap-compare.png"} <= names
    for spec in PAGES:
        assert any(name.startswith(f"dark-en-{spec.key}") for name in names), spec.key
    for picture in pictures:
        image = QImage(str(picture))
        if "palette" not in picture.name:
            assert (image.width(), image.height()) == (1280, 720)
        assert image.pixelColor(2, image.height() - 2).lightnessF() < 0.3
    assert (path.read_bytes(), language(), theme.choice()) == before
    assert recent_files() == []


def test_a_file_that_is_not_there_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        take_screenshots(tmp_path / "weg.vcio", tmp_path / "out", "de", "light", (1280, 720))
