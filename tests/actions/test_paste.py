"""A block from a spreadsheet: what fits is taken in one step, what does not is named."""

from datetime import date
from decimal import Decimal

from tests.actions.conftest import MakeCompany
from virtualcio.actions import edit
from virtualcio.actions.columns import Column
from virtualcio.actions.tables import table
from virtualcio.model import Asset, Site

ASSETS = table("assets")


def columns(*keys: str) -> list[Column]:
    return [ASSETS.column(key) for key in keys]


def test_a_block_goes_into_rows_and_columns_and_is_undone_at_once(make_company: MakeCompany) -> None:
    first, second = Asset(name="A"), Asset(name="B")
    company = make_company(first, second)
    result = edit.paste_block(
        company, ASSETS, [first, second], columns("purchase_date", "cost"),
        [["12.03.2015", "11.240,00 €"], ["2020-01-31", "99"]],
    )  # fmt: skip
    assert (first.purchase_date, first.cost) == (date(2015, 3, 12), Decimal(11240))
    assert (second.purchase_date, second.cost) == (date(2020, 1, 31), Decimal(99))
    assert result.changed_cells == 4 and not result.refused
    assert str(company.workspace.undo_label) == "4 Zellen eingefügt"
    company.workspace.undo()
    assert (first.cost, second.purchase_date) == (None, None)


def test_a_cell_that_does_not_fit_is_named_and_keeps_its_value(make_company: MakeCompany) -> None:
    asset = Asset(name="A", cost=Decimal(5))
    company = make_company(asset)
    result = edit.paste_block(
        company, ASSETS, [asset], columns("cost", "quantity", "due"), [["viel", "3", "2030"]]
    )  # fmt: skip
    assert (asset.cost, asset.quantity) == (Decimal(5), 3)
    assert [(cell.row, cell.column.key, cell.text) for cell in result.refused] == [(0, "cost", "viel")]
    assert "viel" in str(result.refused[0].reason)


def test_rows_beyond_the_end_become_new_ones(make_company: MakeCompany) -> None:
    asset, site = Asset(name="A"), Site(name="Werk 2")
    company = make_company(asset, site)
    result = edit.paste_block(
        company, ASSETS, [asset], columns("name", "site"),
        [["Alt", "Werk 2"], ["Neu 1", "werk 2"], ["", ""], ["Neu 2", "Mond"]],
    )  # fmt: skip
    assert [one.name for one in company.data.all(Asset)] == ["Alt", "Neu 1", "Neu 2"]
    assert [one.site_id for one in company.data.all(Asset)] == [site.id, site.id, None]
    assert [(cell.row, cell.text) for cell in result.refused] == [(3, "Mond")]
    assert len(result.added) == 2
    company.workspace.undo()
    assert [one.name for one in company.data.all(Asset)] == ["A"]


def test_one_copied_cell_goes_into_all_chosen_rows(make_company: MakeCompany) -> None:
    assets = [Asset(name=name) for name in "ABC"]
    company = make_company(*assets)
    edit.paste_block(company, ASSETS, assets, columns("quantity"), [["4"]])
    assert [asset.quantity for asset in assets] == [4, 4, 4]


def test_an_amount_that_reads_two_ways_is_taken_and_pointed_out(make_company: MakeCompany) -> None:
    asset = Asset(name="A")
    company = make_company(asset)
    result = edit.paste_block(company, ASSETS, [asset], columns("cost"), [["1.234"]])
    assert asset.cost == Decimal(1234)
    assert [(cell.text, cell.taken) for cell in result.doubtful] == [("1.234", Decimal(1234))]
