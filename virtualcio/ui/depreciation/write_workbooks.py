"""Asks for a place and writes the workbooks for the tax advisor and for the management, in the background."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.progress import Progress
from virtualcio.ui.common.shell import Shell


class _Made(Protocol):
    """A workbook that was taken from the company and can be written elsewhere."""

    def write(self, path: Path, progress: Progress | None = None) -> None: ...


def ask_and_write_tax(shell: Shell, company: OpenCompany, parent: QWidget) -> None:
    """Year and accounts, then a place; what is missing is named before."""
    from virtualcio.actions.budget.plan_words import year_name
    from virtualcio.actions.depreciation.tax_export import tax_export, this_fiscal_year
    from virtualcio.ui.depreciation.tax_export_dialog import TaxExportDialog

    dialog = TaxExportDialog(company, this_fiscal_year(company), parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    year, chart = dialog.year, dialog.chart
    dialog.deleteLater()
    if not accepted:
        return
    title = _("Tax advisor {year}").format(year=year_name(company, year))
    _ask_and_write(shell, company, parent, title, lambda progress: tax_export(company, year, chart, progress))


def ask_and_write_management(shell: Shell, company: OpenCompany, parent: QWidget) -> None:
    """Plan, backlog, business cases, roadmap and KPIs as they are today."""
    from virtualcio.actions.management_export import management_export

    _ask_and_write(shell, company, parent, _("Management"), lambda _progress: management_export(company))


def _ask_and_write(
    shell: Shell, company: OpenCompany, parent: QWidget, title: str, make: Callable[[Progress], _Made]
) -> None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    proposed = str(Path(folder) / f"{company.data.company.name} {title}.xlsx".replace("/", "-"))
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Export"), proposed, _("Workbook (*.xlsx)"))
    if not chosen:
        return
    path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".xlsx")
    words = _("Writing {name}").format(name=path.name)

    def write(made: _Made) -> None:
        def work(progress: Progress) -> Path:
            made.write(path, progress)
            return path

        shell.in_background(work, lambda written: _written(shell, written), words)

    shell.in_slices(make, write, words)


def _written(shell: Shell, path: Path) -> None:
    shell.offer(
        _("“{name}” has been saved.").format(name=path.name),
        Tone.GOOD,
        _("Open"),
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
    )
