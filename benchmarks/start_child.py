"""One start of a program up to its first painted page; prints the time of day of that paint.

`python -m benchmarks.start_child empty|floor|start|overview [FILE]`, run in a process of its own.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Ends the process as soon as a widget of the wanted class has been asked to paint."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self._wanted = wanted

    def _is_wanted(self, widget: QWidget | None) -> bool:
        """The widget or what it lies in: a page may leave all painting to its parts."""
        while widget is not None:
            if type(widget).__name__ == self._wanted:
                return True
            widget = widget.parentWidget()
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and self._is_wanted(watched):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            watched.window().repaint()  # the paint itself, of all that is on the window
            sys.stdout.write(f"{time.time()!r}\n")
            sys.stdout.flush()
            os._exit(0)
        return False


def wait_for(wanted: str) -> None:
    """From now on the event loop watches for the first paint of `wanted`."""
    watch = FirstPaint(wanted)
    loop = QApplication.exec

    def watched_loop() -> int:
        QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]
        return loop()

    QApplication.exec = staticmethod(watched_loop)  # type: ignore[method-assign]


def empty_window() -> None:
    app = QApplication([])
    window = QWidget()
    window.resize(1440, 900)
    window.show()
    wait_for("QWidget")
    app.exec()


def floor_of_overview() -> None:
    """What the overview needs to be imported and mapped, and then one empty window."""
    import sqlalchemy.orm
    import sqlcipher3  # noqa: F401 - imported as the program imports it

    import virtualcio.store.workspace
    import virtualcio.ui.overview.overview_page  # noqa: F401 - what the page needs

    sqlalchemy.orm.configure_mappers()
    empty_window()


def main() -> None:
    what = sys.argv[1]
    if what == "empty":
        empty_window()
    elif what == "floor":
        floor_of_overview()
    else:
        from virtualcio.app import open_window

        wait_for("StartScreen" if what == "start" else "OverviewPage")
        open_window(Path(sys.argv[2]) if len(sys.argv) > 2 else None)


if __name__ == "__main__":
    main()
