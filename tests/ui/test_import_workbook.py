"""An export of the program is known on the import page, comes in as a whole, and can be taken back."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.actions.test_whole_workbook import company_with
from tests.ui.inventory_window import InventoryWindow, window
from tests.ui.test_import_page import wait_until
from virtualcio.actions.export import export_company
from virtualcio.model import Site
from virtualcio.ui.importing.import_page import ImportPage

__all__ = ["window"]


def test_a_workbook_comes_in_as_a_whole_and_goes_again(window: InventoryWindow, tmp_path: Path) -> None:
    export_company(company_with(Site(name="Werk 77")), tmp_path / "betrieb.xlsx")
    window.shell.go("import", record=str(tmp_path / "betrieb.xlsx"))
    page = window.shell.current_page
    assert isinstance(page, ImportPage)
    wait_until(lambda: page.workbook.plan is not None)
    QApplication.processEvents()
    assert page.workbook.title.text().startswith("Diese Mappe ist ein Export von VirtualCIO")
    assert [one.title for one in page.header_actions() if one.primary] == ["Übernehmen"]

    company = window.shell.company
    before, name = company.data.count(Site), company.data.company.name
    page.on_take_whole()
    assert company.data.count(Site) == before + 1
    assert page.result.title.text().endswith("übernommen")
    assert company.data.company.name == name  # another company's workbook does not rename this one
    company.workspace.undo()
    assert company.data.count(Site) == before
