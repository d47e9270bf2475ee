"""The menu that writes a table, or everything, to a file of one's choice."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from virtualcio.actions.chart_export import chart_export
from virtualcio.actions.columns import Tone
from virtualcio.actions.export import Export, company_export, table_export
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _, translate
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.progress import Progress
from virtualcio.ui.common.record_table import RecordTable
from virtualcio.ui.common.shell import Shell


class TableExport(QObject):
    """Writes what the table shows: its rows after filtering, in their order, and its visible columns."""

    def __init__(self, table: RecordTable, shell: Shell) -> None:
        super().__init__(table)
        self._table = table
        self._shell = shell

    def menu(self) -> QMenu:
        menu = QMenu(self._table)
        rows = (
            (_("This table as a workbook (.xlsx)…"), lambda: self.ask_and_write(".xlsx")),
            (_("This table as text (.csv)…"), lambda: self.ask_and_write(".csv")),
            (_("Everything as a workbook…"), self.ask_and_write_all),
            (_("Empty template for this table…"), self.ask_and_write_template),
        )
        for title, slot in rows:
            menu.addAction(title).triggered.connect(lambda _checked=False, slot=slot: slot())
        return menu

    def ask_and_write(self, suffix: str) -> None:
        path = self._ask(translate(self._table.table.plural), suffix)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the visible rows and columns to `path`; the ending says which kind of file."""
        model = self._table.records
        export = table_export(self._table.company, self._table.table, model.rows, model.columns)
        self._write(export, path)

    def ask_and_write_all(self) -> None:
        ask_and_write_company(self._shell, self._table.company, self._table)

    def ask_and_write_template(self) -> None:
        path = self._ask(_("{what} template").format(what=translate(self._table.table.plural)), ".xlsx")
        if path is not None:
            self.write_template(path)

    def write_template(self, path: Path) -> None:
        """A workbook with the titles of everything that can be typed, to fill in and take over."""
        columns = [column for column in self._table.table.columns if column.field]
        self._write(table_export(self._table.company, self._table.table, [], columns), path)

    def _ask(self, name: str, suffix: str) -> Path | None:
        return _ask_place(self._table, self._table.company, name, suffix)

    def _write(self, export: Export, path: Path) -> None:
        _write_export(self._shell, export, path)


def ask_and_write_company(shell: Shell, company: OpenCompany, parent: QWidget) -> None:
    """Everything as a workbook, to a place of one's choice."""
    path = _ask_place(parent, company, "VirtualCIO", ".xlsx")
    if path is not None:
        _write_export(shell, company_export(company), path)


def ask_and_write_numbers(
    shell: Shell, company: OpenCompany, parent: QWidget, title: str, numbers: ChartTable
) -> None:
    """What a chart shows as a workbook or text, to a place of one's choice."""
    kinds = ";;".join((_("Workbook (*.xlsx)"), _("Text with semicolons (*.csv)")))
    path = _ask_place(parent, company, title, ".xlsx", kinds)
    if path is not None:
        _write_export(shell, chart_export(company, title, numbers.header, numbers.rows), path)


def _ask_place(parent: QWidget, company: OpenCompany, name: str, suffix: str, kinds: str = "") -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    proposed = str(Path(folder) / f"{company.data.company.name} {name}{suffix}".replace("/", "-"))
    usual = _("Workbook (*.xlsx)") if suffix == ".xlsx" else _("Text with semicolons (*.csv)")
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Export"), proposed, kinds or usual)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(suffix)


def _write_export(shell: Shell, export: Export, path: Path) -> None:
    def work(progress: Progress) -> Path:
        export.write(path, progress)
        return path

    def written(path: Path) -> None:
        shell.say(_("“{name}” has been saved.").format(name=path.name), Tone.GOOD)

    shell.in_background(work, written, _("Writing {name}").format(name=path.name))
