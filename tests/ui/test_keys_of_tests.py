"""What tests may rely on: no key is held down when they begin."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import let_go_of_keys

HELD = Qt.KeyboardModifier.ControlModifier


def test_a_key_that_the_test_before_held_down_is_let_go(qapp: QApplication) -> None:
    QTest.keyClick(QWidget(), Qt.Key.Key_A, HELD)
    assert QApplication.keyboardModifiers() == HELD
    let_go_of_keys()
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
