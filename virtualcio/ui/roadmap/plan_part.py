"""The tab of the time plan: what is changed on it is written to the file here."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap import plan_moves
from virtualcio.actions.roadmap.load_columns import pool_views, pool_views_as
from virtualcio.actions.roadmap.plan_rows import TimePlan, plan_of
from virtualcio.actions.tables import table
from virtualcio.analysis.roadmap.conflict import Conflict
from virtualcio.errors import UserError
from virtualcio.model import Initiative
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.inspector import Inspector
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.roadmap.chip_drops import ChipDrops
from virtualcio.ui.roadmap.conflict_card import ConflictCard
from virtualcio.ui.roadmap.no_plan import no_plan
from virtualcio.ui.roadmap.plan_card import PlanCard
from virtualcio.ui.roadmap.plan_picker import PlanPicker
from virtualcio.ui.roadmap.plan_proposal import PlanProposal
from virtualcio.ui.roadmap.proposal_lines import ProposalLines
from virtualcio.ui.roadmap.time_axis import TimeScale
from virtualcio.ui.roadmap.waiting_card import WaitingCard

_SCALE, _DETAILS = "roadmap/scale", "roadmap/details"
_BELOW, _BELOW_LOW, _BELOW_NOTHING = 178, 136, 44  # px of the cards below the plan
_LOW = 640  # px of the tab
_ABOVE_LINES = 8
_AT_ONCE = 60  # bars; the conflicts of a longer plan follow after the bars are painted
_FEW = 3  # chips that need less than their share of the place


class PlanPart(PartOfPage):
    """Plan, load, conflicts and what waits; every change is one undo step."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.plan = plan_of(company)
        self.proposal = PlanProposal(shell, company, self)
        self.beside = ProposalLines(company, self.proposal)
        self.card = PlanCard(company, self.plan, self.show_scale, self._to_pools, self.turn_details)
        self.card.why_proposed = self.proposal.why
        self.chart = self.card.chart
        self.conflicts = ConflictCard(self._choose_conflict, self._mend)
        self.waiting = WaitingCard()
        self.inspector = Inspector(company, table("initiatives"))
        self.drops = ChipDrops(company, self.card, self.move_to, self._show_load)
        self.picker: PlanPicker | None = None
        self._places = QStackedWidget()
        self._rest_later = QTimer(self, interval=0, singleShot=True)
        self._rest_later.timeout.connect(self._show_rest)
        self._build()
        self._connect()
        self.show_scale(_remembered_scale(shell))
        self._show_all(self.plan)

    def _build(self) -> None:
        self.below = QWidget()
        row = self._cards = QHBoxLayout(self.below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.conflicts, 6)
        row.addWidget(self.waiting, 4)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(12)
        self._left.addWidget(self.proposal.band)
        self._left.addWidget(self.card, 1)
        self._left.addWidget(self.below)
        self._left.addWidget(self.beside.card)
        both = QWidget()
        columns = QHBoxLayout(both)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addWidget(left, 1)
        columns.addWidget(self.inspector)
        self._places.addWidget(both)
        self._places.addWidget(no_plan(self.shell))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._places)

    def _connect(self) -> None:
        chart = self.chart
        chart.selected.connect(lambda _key: self._show_details())
        chart.details_wanted.connect(lambda _key: self.turn_details(wanted=True))
        chart.moved.connect(self.move_to)
        chart.stretched.connect(
            lambda key, months: self._do(key, lambda one: plan_moves.stretch(self.company, one, months))
        )
        chart.pin_turned.connect(
            lambda key: self._do(key, lambda one: plan_moves.set_pinned(self.company, one, not one.pinned))
        )
        chart.taken_off.connect(lambda key: self._do(key, lambda one: plan_moves.take_off(self.company, one)))
        chart.dragging.connect(self.drops.preview)
        chart.scale_chosen.connect(self.show_scale)
        self.proposal.changed.connect(self._show_proposal)
        self.beside.card.chosen.connect(self.chart.choose)
        self.beside.card.given_up.connect(self.proposal.give_up)
        self.beside.card.led.connect(
            lambda way: self.shell.go(way.page, tab=way.tab, record=way.record, column=way.column)
        )
        self.waiting.pressed.connect(self.pick)
        self.waiting.dragged.connect(self.drops.dragged)
        self.waiting.dropped.connect(self.drops.dropped)
        self.inspector.opened.connect(self.opened)
        self.inspector.closed.connect(lambda: self.turn_details(wanted=False))

    # --- showing -----------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        """A long plan shows the bars first, and its conflicts when those are painted."""
        if len(self.plan.rows) > _AT_ONCE:
            self._show_bars(plan_of(self.company, {row.initiative_id: row.tone for row in self.plan.rows}))
            self._rest_later.start()
        else:
            self._show_all(plan_of(self.company))

    def _show_all(self, plan: TimePlan) -> None:
        self._show_bars(plan)
        self._show_rest()

    def _show_bars(self, plan: TimePlan) -> None:
        self.plan = plan
        self._places.setCurrentIndex(0 if plan.rows or plan.waiting else 1)
        self.card.show_plan(plan.beside(self.proposal.places))
        self._show_details()

    def _show_proposal(self) -> None:
        """The proposal beside today's plan, or today's plan alone."""
        self.chart.show_plan(self.plan.beside(self.proposal.places))
        compares = self.beside.card.says_something
        if not compares:
            self.beside.card.hide()
        self.below.setVisible(not compares)  # first what goes: both together are higher than the window
        self._arrange()
        if compares:
            self.beside.card.show()
        self._show_load()
        self.card.show_current()

    def _show_load(self) -> None:
        """The load of today's plan, or that of the proposal with today's beside it."""
        places, today = self.proposal.places, pool_views(self.company)
        if places:
            self.card.show_views(pool_views_as(self.company, places), today)
        else:
            self.card.show_views(today)

    def _show_rest(self) -> None:
        """Conflicts with their marks, what waits, and the table behind the picture."""
        self._rest_later.stop()
        plan = plan_of(self.company)
        if plan != self.plan:
            self.plan = plan
            self._show_proposal()
        self.proposal.follow()
        self.card.show_table(plan)
        self.conflicts.show_conflicts(self.company)
        self.waiting.show_waiting(plan.waiting)
        self.waiting.setVisible(bool(plan.waiting))
        self._arrange()

    def _arrange(self) -> None:
        low, compares = self.height() < _LOW, self.beside.card.says_something
        self.card.show_low(low, flat=compares)
        self.card.show_load(not compares or (not low and bool(self.proposal.places)))
        self.conflicts.show_low(low)
        self.beside.card.show_low(low, self._left.contentsMargins().bottom())
        self._cards.setStretch(1, 4 if len(self.plan.waiting) > _FEW else 2)
        anything = bool(self.plan.waiting or self.conflicts.rows)
        high = (_BELOW_LOW if low else _BELOW) if anything else _BELOW_NOTHING
        self.below.setFixedHeight(max(_BELOW_NOTHING, high - self._left.contentsMargins().bottom()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_scale(self, scale: TimeScale) -> None:
        """Months, quarters or years; it stays so for this user."""
        self.card.show_scale(scale)
        self.shell.remember(_SCALE, scale.value)

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        """Choose the bar of an initiative; one that is not planned yet gets its chip focused."""
        if record:
            self.chart.choose(record)
            for one in self.waiting.chips:
                if one.waiting.initiative_id == record:
                    one.setFocus()
        field = self.inspector.fields.fields.get(column)
        if column and field is not None and self.chart.current:
            self.turn_details(wanted=True)
            field.editor.widget.setFocus()

    def take_keyboard(self) -> bool:
        self.chart.setFocus()
        return self.chart.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """The conflicts get shorter for messages: nothing is covered, and the plan somebody works on stands
        still.
        """
        below = height + _ABOVE_LINES if height else 0
        if self._left.contentsMargins().bottom() != below:
            self._left.setContentsMargins(0, 0, 0, below)
            self._arrange()
        return QRect(0, 0, self.card.width(), self.height())

    def turn_details(self, wanted: bool | None = None) -> None:
        """Show or hide the details of the chosen initiative at the right."""
        shown = self.inspector.isHidden() if wanted is None else wanted
        self.shell.remember(_DETAILS, shown)
        self._show_details()

    def _show_details(self) -> None:
        shown = self.shell.remembered(_DETAILS, False) is True
        self.inspector.setVisible(shown)
        if shown:
            found = self.company.data.get(Initiative, self.chart.current)
            self.inspector.show_records([found] if found is not None else [])

    def header_actions(self) -> Sequence[HeaderAction]:
        actions = []
        if self.plan.waiting:
            tip = _("Choose an initiative and its first month")
            put = HeaderAction(
                _("Put an initiative on the roadmap"), self.pick, icon="plus", tip=tip, entry=True
            )
            actions.append(put)
        if self.plan.waiting or any(not row.done for row in self.plan.rows):
            tip = _("The best time plan for your people, money and dates; nothing changes until you say so")
            propose = HeaderAction(_("Propose a plan"), self.propose, primary=True, tip=tip, entry=False)
            actions.append(propose)
        return actions

    def propose(self) -> None:
        """Search for the best plan with the figures as they are."""
        self.proposal.propose()

    # --- doing -------------------------------------------------------------------------------

    def _do(self, key: str, change: Callable[[Initiative], object]) -> None:
        """Change one initiative; a refusal is said, and the plan is as it was."""
        initiative = self.company.data.get(Initiative, key)
        if initiative is None:
            return
        try:
            change(initiative)
        except UserError as refused:
            self.shell.refuse(refused)

    def move_to(self, key: str, month: date) -> None:
        """Let an initiative begin in a month, and choose its bar."""
        self._do(key, lambda one: plan_moves.move(self.company, one, month))
        self.chart.choose(key)
        self.chart.setFocus()

    def _choose_conflict(self, conflict: Conflict) -> None:
        planned = [key for key in conflict.initiative_ids if key in self.plan.row_of]
        self.chart.choose(planned[0] if planned else "")
        if conflict.pool_id is not None:
            self.card.show_pool(conflict.pool_id)

    def _mend(self, conflict: Conflict) -> None:
        key = conflict.mend.initiative_id if conflict.mend is not None else ""
        self._do(key, lambda _one: plan_moves.apply_mend(self.company, conflict))
        self.chart.choose(key)
        self.chart.setFocus()  # the button that had the keyboard is gone with its conflict

    def _to_pools(self) -> None:
        self.shell.go("roadmap", tab="pools")

    def pick(self, chosen: str = "", beside: QWidget | None = None) -> None:
        """Offer what waits and the months to begin in."""
        self.picker = PlanPicker(self, self.company, self.plan.waiting, self.move_to, chosen)
        self.picker.open_at(beside or self.card.scale)


def _remembered_scale(shell: Shell) -> TimeScale:
    kept = shell.remembered(_SCALE, "")
    return next((scale for scale in TimeScale if scale.value == kept), TimeScale.QUARTERS)
