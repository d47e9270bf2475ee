"""One start of a program up to its first painted page; prints the time of day when the paint is done.

`python -m benchmarks.start_child empty|floor|start|overview [FILE]`, run in a process of its own.
"""

import os
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


def _say_when_painted() -> None:
    sys.stdout.write(f"{time.time()!r}\n")
    sys.stdout.flush()
    os._exit(0)


def end_with_first_paint(kind: type[QWidget]) -> None:
    """End the process after the pass in which the first widget of this class was painted, and its parts.

    An event filter would do, but it makes Python wrap every object and event of the program.
    """

    before: Callable[[QWidget, Any], None] = kind.paintEvent

    def paint(self: QWidget, event: Any) -> None:
        before(self, event)
        QTimer.singleShot(0, _say_when_painted)

    kind.paintEvent = paint  # type: ignore[method-assign]


class EmptyWindow(QWidget):
    """Nothing but a window."""


def empty_window() -> None:
    end_with_first_paint(EmptyWindow)
    app = QApplication([])
    window = EmptyWindow()
    window.resize(1440, 900)
    window.show()
    app.exec()


def floor_of_overview() -> None:
    """What the overview needs to be imported and mapped, and then one empty window."""
    import sqlalchemy.orm
    import sqlcipher3  # noqa: F401 - imported as the program imports it

    import virtualcio.store.workspace
    import virtualcio.ui.overview.overview_page  # noqa: F401 - what the page needs

    sqlalchemy.orm.configure_mappers()
    empty_window()


def start_screen() -> None:
    from virtualcio.__main__ import main
    from virtualcio.ui.shell.start_screen import TileButton

    end_with_first_paint(TileButton)
    sys.argv = ["virtualcio", "--lang", "de"]
    main()


def overview(file: str) -> None:
    from virtualcio.__main__ import main
    from virtualcio.ui.overview.overview_page import OverviewPage

    end_with_first_paint(OverviewPage)
    sys.argv = ["virtualcio", "--lang", "de", file]
    main()


if __name__ == "__main__":
    what = sys.argv[1]
    if what == "overview":
        overview(sys.argv[2])
    else:
        {"empty": empty_window, "floor": floor_of_overview, "start": start_screen}[what]()
