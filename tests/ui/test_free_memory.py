"""What PySide keeps for each signal is let go without anybody noticing."""

import pytest
import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from virtualcio.ui.shell.free_memory import forget_signals, give_back


class Typed(QLineEdit):
    """With a signal and a value of its own."""

    finished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.value = 7


def test_objects_of_signals_are_let_go_and_own_values_stay(qtbot: QtBot) -> None:
    line = Typed()
    qtbot.addWidget(line)
    assert "destroyed" in vars(line) and "finished" in vars(line)  # else there is nothing to free any more
    forget_signals()
    assert vars(line) == {"value": 7}


def test_connections_stay_and_new_ones_are_made(qtbot: QtBot) -> None:
    line, heard = Typed(), list[str]()
    qtbot.addWidget(line)
    note = heard.append
    line.textChanged.connect(note)
    line.finished.connect(note)
    forget_signals()
    line.setText("one")
    line.finished.emit("two")
    assert heard == ["one", "two"]
    line.textChanged.disconnect(note)
    line.textEdited.connect(note)
    line.setText("three")
    assert heard == ["one", "two"]
    forget_signals()
    qtbot.keyClicks(line, "x")
    assert heard == ["one", "two", "threex"]


def test_signals_of_several_kinds_and_those_passed_on_are_heard(qtbot: QtBot) -> None:
    box, choice, line, heard = QSpinBox(), QComboBox(), Typed(), list[object]()
    for widget in (box, choice, line):
        qtbot.addWidget(widget)
    choice.addItems(["a", "b"])
    choice.currentTextChanged.connect(line.finished)
    forget_signals()
    line.finished.connect(heard.append)
    box.valueChanged[int].connect(heard.append)
    forget_signals()
    choice.setCurrentIndex(1)
    box.setValue(4)
    assert heard == ["b", 4]


def test_a_signal_held_before_is_still_sent(qtbot: QtBot) -> None:
    line, heard = Typed(), list[str]()
    qtbot.addWidget(line)
    send = line.finished.emit
    line.finished.connect(heard.append)
    forget_signals()
    send("late")
    assert heard == ["late"]


def test_timers_go_on(qtbot: QtBot) -> None:
    timer = QTimer(singleShot=True, interval=1)
    heard: list[bool] = []
    timer.timeout.connect(lambda: heard.append(True))
    forget_signals()
    timer.start()
    qtbot.waitUntil(lambda: heard == [True])


def test_a_deleted_widget_still_says_that_it_is_gone(qtbot: QtBot) -> None:
    line = Typed()
    forget_signals()
    shiboken6.delete(line)
    with pytest.raises(RuntimeError):
        line.textChanged.connect(print)
    with pytest.raises(RuntimeError):
        line.finished.emit("late")


def test_giving_memory_back_harms_nothing() -> None:
    give_back()
