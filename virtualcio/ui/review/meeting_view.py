"""The review that is being held: stations on top, what is looked at on the left, decisions on the right."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.model.review import ReviewStation
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.review.end_panel import EndPanel
from virtualcio.ui.review.meeting_desk import STATIONS, MeetingDesk
from virtualcio.ui.review.note_field import NoteField
from virtualcio.ui.review.proposal_card import ProposalCard
from virtualcio.ui.review.sizes import WINDOW, Sizes
from virtualcio.ui.review.station_view import StationView
from virtualcio.ui.review.stations import content_of
from virtualcio.ui.review.stepper import Stepper
from virtualcio.ui.review.task_list import TaskList
from virtualcio.ui.shell import theme

_SIDE, _SIDE_NARROWER = 392, 340
_ROOMY = 1080
_MOST_TASKS = 8


class MeetingView(QWidget):
    """The same in the window and in full screen; only the sizes differ."""

    opened = Signal(object, str)

    def __init__(self, desk: MeetingDesk, sizes: Sizes = WINDOW) -> None:
        super().__init__()
        self.desk, self._sizes = desk, sizes
        self.stepper = Stepper(desk.titles(), sizes)
        self.view = StationView(sizes)
        self.end = EndPanel(desk, sizes)
        self.proposals = ProposalCard(desk, sizes)
        self.tasks = TaskList(
            desk.company, desk.finish, _("Nothing is left from before."), sizes, most=_MOST_TASKS
        )
        self._station = ReviewStation.KPIS
        self.confirm = Button("", desk.confirm_all, icon="check", parent=self)
        self.confirm.setToolTip(_("Somebody looked today, and what these expenses are for is still right"))
        self.confirm.setFont(theme.font(sizes.body))
        self.note = NoteField(self._store_note, sizes)
        self.decide_card = self._card(_("Proposals for decisions"))
        self.task_card = self._card(_("Open from before"))
        self.side = ScrollColumn()
        self._for_lines = QWidget()
        self._for_lines.hide()
        self._build()
        self.stepper.chosen.connect(self._turn)
        for part in (self.view, self.end, self.proposals, self.tasks):
            part.opened.connect(self.opened)

    def _card(self, title: str) -> Card:
        card = Card(title, " ", padding=self._sizes.padding)
        card.title_label.setFont(theme.font(self._sizes.title, semibold=True))
        card.note_label.setFont(theme.font(self._sizes.small))
        return card

    def _build(self) -> None:
        gap = self._sizes.gap
        self.decide_card.body.addWidget(self.proposals)
        self.task_card.body.addWidget(self.tasks)
        for card in (self.decide_card, self.task_card):
            self.side.column.addWidget(card)
        self.side.column.setSpacing(gap)
        self.side.column.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(gap)
        left.addWidget(self.view, 1)
        left.addWidget(self.end, 1)
        left.addWidget(self._for_lines)
        left.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.note)
        self._halves = QHBoxLayout()
        self._halves.setSpacing(gap)
        self._halves.addLayout(left, 1)
        self._halves.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(round(gap * 0.75))
        whole.addWidget(self.stepper)
        whole.addLayout(self._halves, 1)

    # --- showing ---------------------------------------------------------------------------------

    def show_now(self) -> None:
        """The station that the review is at, as it stands now."""
        if self.desk.review is None:
            return
        station = self.desk.station
        turned = station is not self._station
        self._station = station
        self.stepper.show_station(self.desk.index)
        last = station is ReviewStation.DECISIONS
        self.view.setVisible(not last)
        self.end.setVisible(last)
        if last:
            self.end.show_now()
        else:
            self.view.show_content(content_of(self.desk.company, station))
        waiting = len(self.desk.to_confirm()) if station is ReviewStation.BUDGET else 0
        self.confirm.setVisible(waiting > 0)
        self.confirm.setText(
            translate_count("Confirm {count} assignment", "Confirm {count} assignments", waiting)
        )
        self._show_note(turned=turned)
        self.proposals.show_now()
        count = len(self.proposals.proposed)
        self.decide_card.set_note(_("at most 3") if count and self._sizes is WINDOW else "")
        self._show_tasks()
        self._order()

    def _order(self) -> None:
        """Tab goes as one reads, though lists and proposals are built anew and so come last by themselves."""
        stops = [self.stepper.steps[-1], *self.view.tables, *self.proposals.stops(), self.note]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_note(self, *, turned: bool) -> None:
        title = self.desk.titles()[self.desk.index]
        self.note.setPlaceholderText(_("Note on “{station}”").format(station=title) + " …")
        self.note.viewport().update()  # Qt paints a placeholder anew only when it comes or goes
        (self.note.turn_to if turned else self.note.show_text)(self.desk.note())

    def _show_tasks(self) -> None:
        tasks = [*self.desk.tasks(), *self.desk.earlier_tasks()]
        last = self.desk.company.results.last_closed
        title = _("Open since {review}").format(review=last.name) if last else _("Open tasks")
        self.task_card.set_title(title if not self.desk.tasks() else _("Open tasks"))
        open_ones = [task for task in tasks if task.done_on is None]
        words = translate_count("{count} task", "{count} tasks", len(open_ones)) if open_ones else ""
        self.task_card.set_note(words)
        self.tasks.show_tasks(tasks)

    def _store_note(self, text: str) -> None:
        self.desk.write_note(self._station, text)

    def room_for_lines(self, height: int) -> QRect:
        """Messages stand above the note, and what is looked at gets shorter for them: who types or aims at a
        button finds it where it was.
        """
        self._for_lines.setFixedHeight(height)
        self._for_lines.setVisible(height > 0)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        above = self.confirm if not self.confirm.isHidden() else self.note
        bottom = above.mapTo(self, QPoint(0, 0)).y() - self._sizes.gap
        return QRect(self.note.x(), 0, self.note.width(), bottom)

    # --- doing -----------------------------------------------------------------------------------

    def _turn(self, index: int) -> None:
        self.note.take()
        self.desk.go_to(index)

    def next(self) -> None:
        """To the next station; the keyboard follows where it was in the one before."""
        self._turn_along(self.desk.index + 1)

    def back(self) -> None:
        self._turn_along(self.desk.index - 1)

    def _turn_along(self, index: int) -> None:
        focus = self.focusWidget()
        had_keyboard = focus is not None and focus.hasFocus()
        self._turn(index)
        if had_keyboard:
            self.take_keyboard()

    def take_keyboard(self) -> bool:
        """To the first thing of the station that is shown: its first list, a proposal, else the note."""
        tables = [] if self._station is ReviewStation.DECISIONS else self.view.tables
        stop = next((one for one in [*tables, *self.proposals.stops(), self.note] if one.isEnabled()), None)
        if stop is None:
            return False
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return stop.hasFocus()

    def next_title(self) -> str:
        """Name of the next station; "" at the last one."""
        at = self.desk.index + 1
        return self.desk.titles()[at] if at < len(STATIONS) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ROOMY * self._sizes.factor
        wide = (_SIDE_NARROWER if narrow else _SIDE) * min(self._sizes.factor, 1.3)
        self.side.setFixedWidth(round(wide))
