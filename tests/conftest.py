"""What every test starts from: compiled words, a home of its own, no screen."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT))


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return  # the main process has done it
    spec = importlib.util.spec_from_file_location(
        "compile_translations", ROOT / "scripts/compile_translations.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.main()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, recent files and logs of a test never meet those of the user."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("VIRTUALCIO_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def in_german() -> None:
    from virtualcio.texts import use_language

    use_language("de")


@pytest.fixture(autouse=True)
def no_key_held_down() -> None:
    let_go_of_keys()


def let_go_of_keys() -> None:
    """Qt remembers the Ctrl of the last key that a test pressed, and lists select otherwise with it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    if widgets.QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(widgets.QWidget(), Qt.Key.Key_F24)
