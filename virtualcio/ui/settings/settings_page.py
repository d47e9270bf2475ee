"""Settings: the company, the assumptions of the rules, the lifecycle tables, and the file."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.page import Page, PageTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.settings.assumptions_form import AssumptionsForm
from virtualcio.ui.settings.company_form import CompanyForm
from virtualcio.ui.settings.file_tab import FileTab
from virtualcio.ui.settings.lifecycle_tab import LifecycleTab, service_lives_tab, support_ends_tab
from virtualcio.ui.settings.tax_form import TaxForm

if TYPE_CHECKING:
    from virtualcio.store.workspace import Change

COMPANY, ASSUMPTIONS, TAXES, SUPPORT_ENDS, SERVICE_LIVES, FILE = (
    "company", "assumptions", "taxes", "support_ends", "service_lives", "file",
)  # fmt: skip


class SettingsPage(Page):
    """Each tab is built when it is first shown."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._tab = COMPANY
        self._parts: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.addWidget(self._stack)
        self.show_part(COMPANY)

    def tabs(self) -> Sequence[PageTab]:
        return (
            PageTab(COMPANY, _("Company")),
            PageTab(ASSUMPTIONS, _("Assumptions")),
            PageTab(TAXES, _("Tax and books")),
            PageTab(SUPPORT_ENDS, _("Ends of support")),
            PageTab(SERVICE_LIVES, _("Service lives")),
            PageTab(FILE, _("File")),
        )

    def current_tab(self) -> str:
        return self._tab

    def show_part(self, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        if tab not in self._makers():
            tab = self._tab
        self._tab = tab
        if tab not in self._parts:
            self._parts[tab] = self._makers()[tab]()
            self._stack.addWidget(self._parts[tab])
        self._refresh_part(None)
        self._stack.setCurrentWidget(self._parts[tab])
        part = self._parts[tab]
        if record and isinstance(part, LifecycleTab):
            part.own.show_record(record, column)
        if record and isinstance(part, TaxForm):
            part.show_record(record, column)

    def check_file(self) -> None:
        """What the button of the tab "File" does."""
        self.show_part(FILE)
        part = self._parts[FILE]
        assert isinstance(part, FileTab)
        part.on_check()

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        company, shell = self.company, self.shell
        return {
            COMPANY: lambda: CompanyForm(company),
            ASSUMPTIONS: lambda: AssumptionsForm(company),
            TAXES: lambda: TaxForm(shell, company),
            SUPPORT_ENDS: lambda: support_ends_tab(shell, company),
            SERVICE_LIVES: lambda: service_lives_tab(shell, company),
            FILE: lambda: FileTab(shell, company),
        }

    def refresh(self, change: "Change | None") -> None:
        self._refresh_part(change)

    def _refresh_part(self, change: "Change | None") -> None:
        part = self._parts[self._tab]
        if isinstance(part, LifecycleTab | TaxForm):
            part.refresh(change)
        elif isinstance(part, CompanyForm | AssumptionsForm | FileTab):
            part.refresh()
