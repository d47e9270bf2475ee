"""Taking over a list: choose a file, see row by row what was understood, correct it, take it over, see what
stayed out. One undo step brings everything back.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from virtualcio.actions.columns import Tone
from virtualcio.actions.company_takeover import CompanyResult, take_company_over
from virtualcio.actions.company_workbook import CompanyPlan
from virtualcio.actions.import_file import file_context, propose_file
from virtualcio.actions.import_renewal import renewed
from virtualcio.actions.import_table import ImportResult, run_import
from virtualcio.actions.import_targets import IMPORT_TABLES
from virtualcio.actions.tables import table
from virtualcio.errors import UserError
from virtualcio.exchange.import_plan import ImportPlan
from virtualcio.texts import _
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction, Page
from virtualcio.ui.common.progress import Progress
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.importing.plan_view import PlanView
from virtualcio.ui.importing.plan_words import take_over_words
from virtualcio.ui.importing.result_view import ResultView
from virtualcio.ui.importing.workbook_view import WorkbookView

if TYPE_CHECKING:
    from virtualcio.store.workspace import Change

T = TypeVar("T")


class ImportPage(Page):
    """Its faces: no file yet, the preview of a list or of a whole workbook, the result."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.start = self._start()
        self.preview = PlanView(self.company, shell.refuse)
        self.workbook = WorkbookView()
        self.result = ResultView()
        self._path = Path()
        self._wanted = ""  # table that the list was meant for
        self._running = False
        self._done: ImportResult | None = None
        self._stack = QStackedWidget()
        for face in (self.start, self.preview, self.workbook, self.result):
            self._stack.addWidget(face)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(24, 20, 24, 20)
        self._whole.addWidget(self._stack)
        self.preview.planned.connect(self.header_changed)
        self.workbook.sheets_wanted.connect(lambda: self.load(self._path, sheets=True))
        self.result.opened.connect(self._on_opened)
        self.result.done.connect(self.on_finished)
        self.result.taken_back.connect(self.on_take_back)

    def _start(self) -> EmptyState:
        return EmptyState(
            _("Import a list from Excel or CSV"),
            _(
                "Choose a file or drop it here: devices, contracts, applications, goals, KPIs, initiatives, "
                "account lists with actual costs, budget tables, i-doit lists or an export of VirtualCIO. "
                "Nothing is written before you have seen what was understood, and it can be undone as a "
                "whole."
            ),
            _("Titles above the list, totals, notes and dates in many spellings are no obstacle."),
            [HeaderAction(_("Choose a file…"), self.on_choose, primary=True, icon="folder-open")],
        )

    # --- the page ------------------------------------------------------------------------------

    def show_part(self, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        """`record`: path of the file to take over; `tab`: the table that it is meant for."""
        self._wanted = tab if tab in IMPORT_TABLES else ""
        if record:
            self.load(Path(record))
        elif self._stack.currentWidget() is self.result:
            self._show(self.start)
        if chip:
            self.preview.chips.choose(chip)

    def room_for_lines(self, height: int) -> QRect:
        """Messages stand below the rows and what is said about them."""
        self._whole.setContentsMargins(24, 20, 24, 20 + (height + 4 if height else 0))
        return self.rect()

    def refresh(self, change: "Change | None") -> None:
        if change is None or self._running:
            return
        if self._stack.currentWidget() is self.preview and self.preview.plan is not None:
            self.preview.show_plan(renewed(self.company, self.preview.plan))
        elif self._stack.currentWidget() is self.result:
            self.result.undo_button.setEnabled(False)  # the newest change is another one now

    def header_actions(self) -> Sequence[HeaderAction]:
        other = HeaderAction(_("Choose another file…"), self.on_choose)
        if self._stack.currentWidget() is self.workbook:
            return [other, HeaderAction(_("Take over"), self.on_take_whole, primary=True, icon="check")]
        plan = self.preview.plan
        if self._stack.currentWidget() is not self.preview or plan is None:
            return [other] if self._stack.currentWidget() is self.result else []
        if plan.problem is not None or not plan.taken:
            return [other]
        return [
            other,
            HeaderAction(take_over_words(plan.taken), self.on_take_over, primary=True, icon="check"),
        ]

    def _show(self, face: "EmptyState | PlanView | WorkbookView | ResultView") -> None:
        self._stack.setCurrentWidget(face)
        self.header_changed.emit()

    # --- what happens ----------------------------------------------------------------------------

    def on_choose(self) -> None:
        """Ask for a file and show what is in it."""
        kinds = _("Tables (*.xlsx *.xlsm *.csv *.tsv *.txt);;All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Which list do you want to import?"), "", kinds)
        if chosen:
            self.load(Path(chosen))

    def load(self, path: Path, *, sheets: bool = False) -> None:
        """Read a file outside the window's thread and show the proposal.

        `sheets`: an export of the program is read sheet by sheet, not as a whole.
        """
        context, into = file_context(self.company), self._wanted or None
        self._path = path

        def work(progress: Progress) -> ImportPlan | CompanyPlan:
            return propose_file(context, path, into, progress, sheets=sheets)

        self.shell.in_background(work, self.on_planned, _("Reading {name}").format(name=path.name))

    def on_planned(self, plan: ImportPlan | CompanyPlan) -> None:
        if isinstance(plan, CompanyPlan):
            self.workbook.show_plan(plan)
            self._show(self.workbook)
            return
        self.preview.chips.choose("")
        self.preview.show_plan(plan)
        self._show(self.preview)
        self.preview.table.setFocus()

    def on_take_over(self) -> None:
        """Run the plan that is shown."""
        plan = self.preview.plan
        if plan is None:
            return

        def done(result: ImportResult) -> None:
            self._done = result
            self.result.show_result(result)
            self._show_done()

        self._take(lambda progress: run_import(self.company, plan, progress), done, plan.file_name)

    def on_take_whole(self) -> None:
        """Take the workbook over that is shown."""
        plan = self.workbook.plan
        if plan is None:
            return

        def done(result: CompanyResult) -> None:
            self._done = None
            self.result.show_company(result)
            self._show_done()

        self._take(lambda progress: take_company_over(self.company, plan, progress), done, plan.file_name)

    def _take(self, work: Callable[[Progress], T], then: Callable[[T], None], name: str) -> None:
        """A cancelled or refused import leaves the preview as it is."""
        self._running = True
        try:
            self.shell.in_slices(work, then, _("Importing {name}").format(name=name))
        finally:
            self._running = False

    def _show_done(self) -> None:
        self.result.undo_button.setEnabled(True)
        self._show(self.result)
        self.result.go_button.setFocus()  # the button that had the keyboard is gone

    def on_take_back(self) -> None:
        """Undo the import and show its preview again."""
        self._running = True
        try:
            self.company.workspace.undo()
        except UserError as refused:
            self.shell.refuse(refused)
            return
        finally:
            self._running = False
        if self._done is None:
            self.load(self._path)  # a whole workbook: it is read anew
        else:
            if self.preview.plan is not None:
                self.preview.show_plan(renewed(self.company, self.preview.plan))
            self._show(self.preview)
        self.shell.say(_("The import is undone; nothing of it is left."), Tone.NEUTRAL)

    def on_finished(self) -> None:
        """To what was taken over."""
        if self._done is None:
            self.shell.go("overview")
        else:
            first = next(iter((*self._done.added, *self._done.updated)), "")
            self._on_opened(first)

    def _on_opened(self, key: str) -> None:
        if self._done is not None:
            self.shell.go(table(self._done.into).page, tab=self._done.into, record=key)
