"""After a file was opened, its rows are compared with what was saved last, quietly beside the window.

Nothing is said if all is well; else there is a line in the page that offers to put it right.
"""

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.progress import Cancelled, Progress

if TYPE_CHECKING:
    from virtualcio.store.verify import VerifyReport
    from virtualcio.ui.shell.main_window import MainWindow
    from virtualcio.ui.shell.open_files import OpenFile
    from virtualcio.ui.shell.workplace import Workplace

CHECK_AFTER = 3_000  # milliseconds; by then the first page is there and idle work is done
_REST = 0.001  # seconds


def check_soon(window: "MainWindow", opened: "OpenFile") -> None:
    """Compare the rows of the file that was just opened, if it is still open then."""
    QTimer.singleShot(CHECK_AFTER, window, partial(check, window, opened))


def check(window: "MainWindow", opened: "OpenFile") -> None:
    """Begin now. The work rests every few rows, so that the window goes on answering."""
    from virtualcio.actions.file_care import check_file

    place = window.workplace
    if place is None or window.open_file is not opened or opened.company.path is None:
        return

    def work(progress: Progress) -> "VerifyReport":
        def rest() -> None:
            if progress.cancelled:
                raise Cancelled
            time.sleep(_REST)

        return check_file(opened.company, rest)()

    place.in_background(work, partial(_say, place, opened), _("Check the file"), quiet=True)


def _say(place: "Workplace", opened: "OpenFile", report: "VerifyReport") -> None:
    from virtualcio.actions.file_care import check_words, mending

    if not report.ok:
        mend = partial(place.open_again, mending(opened.company))
        place.offer(check_words(report), Tone.ACT, _("Put right"), mend)
