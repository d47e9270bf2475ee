"""The register of a company: what stands in it, what is wrong, and that one edit makes one thing anew."""

import random
from dataclasses import astuple
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.any_edits import stay_as_computed_anew
from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions.depreciation.item_words import item_sentence, problem_lines
from virtualcio.actions.depreciation.life_classes import LIFE_CLASSES, LifeClass
from virtualcio.actions.depreciation.method_words import method_rows
from virtualcio.actions.depreciation.tax_settings import choice_rows, set_choice
from virtualcio.actions.edit import add_record, delete_records, set_value
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.results import Results
from virtualcio.actions.tables import table
from virtualcio.analysis.depreciation.choices import Chart, YesNo
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.year_cents import YearRow
from virtualcio.errors import RefusedValue
from virtualcio.exchange.tax_tables import life_words
from virtualcio.model import Application, Asset, Company, Disposal, TaxYear
from virtualcio.model.depreciation import DepreciationMethod, DigitalRule, DisposalReason, LowValueRule
from virtualcio.model.inventory import AssetCategory, Hosting, Ownership
from virtualcio.store.workspace import Workspace
from virtualcio.texts import speaking, translate

D = Decimal


def server(**fields: object) -> Asset:
    """11,240 € in March 2020: 84 months by the table, 133.81 € a month."""
    values: dict[str, object] = {
        "name": "Server", "category": AssetCategory.SERVER, "purchase_date": date(2020, 3, 12),
        "cost": D("11240.00"),
    }  # fmt: skip
    return Asset(**{**values, **fields})


def test_only_what_is_owned_and_has_price_and_day_stands_in_the_register(make_company: MakeCompany) -> None:
    there, software = server(), Application(name="DMS", cost=D(3600), purchase_date=date(2025, 7, 1))
    company = make_company(
        there, software,
        server(ownership=Ownership.LEASED), server(purchase_date=date(2027, 1, 1)),
        server(name="ohne Tag", purchase_date=None),
        Application(name="Cloud", hosting=Hosting.CLOUD, cost=D(9)),
    )  # fmt: skip
    results = company.results

    assert list(results.depreciation_items) == [there.id, software.id]
    assert results.depreciation_count == 2
    assert [thing.name for thing in results.without_price_or_day] == ["ohne Tag"]
    with pytest.raises(KeyError):
        results.depreciation_schedule("nonsense", Book.TAX)


def test_a_year_adds_up_and_says_what_it_is_in_words(make_company: MakeCompany) -> None:
    one = server()
    company = make_company(one)
    shown = company.results.depreciation_year(2026, Book.TAX)

    assert (shown.sums.depreciation, shown.sums.closing) == (D("1605.71"), D("267.64"))
    said = item_sentence(company, one.id, 2026, Book.TAX).text.replace("\u00a0", " ")
    assert said == "Kostet 2026 noch 1.606 € und ist Ende 2027 abgeschrieben."
    assert "Seit Ende 2027 abgeschrieben" in item_sentence(company, one.id, 2030, Book.TAX).text
    assert company.results.depreciation_year(2019, Book.TAX).rows == ()


def test_what_is_out_of_use_without_a_disposal_was_scrapped_that_day(make_company: MakeCompany) -> None:
    gone = server(retired_on=date(2026, 8, 20))
    company = make_company(gone)
    [left] = company.results.depreciation_schedule(gone.id, Book.TAX).disposals

    # 78 of 84 months through August 2026
    assert (left.reason, left.proceeds) == (DisposalReason.SCRAPPED, D("0.00"))
    assert left.book_value == D("802.87") and left.gain == D("-802.87")
    words = item_sentence(company, gone.id, 2026, Book.TAX).text.replace("\u00a0", " ")
    assert "Abgang am 20.08.2026; ein Buchwert von 803 € ist verloren." in words


def test_the_commercial_life_is_the_one_typed_else_the_years_it_is_used_else_the_tables(
    make_company: MakeCompany,
) -> None:
    plain, used, typed = server(), server(service_life_years=5), server(commercial_life_years=4)
    company = make_company(plain, used, typed)
    lives = [
        [company.results.depreciation_schedule(one.id, book).life_months for book in Book]
        for one in (plain, used, typed)
    ]

    assert lives == [[84, 84], [84, 60], [84, 48]]


def test_choices_are_settings_and_each_is_one_undo_step(make_company: MakeCompany) -> None:
    notebook = Asset(name="NB", category=AssetCategory.NOTEBOOK, purchase_date=date(2026, 5, 3), cost=D(1800))
    company = make_company(notebook)
    row = lambda: company.results.depreciation_year(2026, Book.TAX).rows[0]  # noqa: E731

    assert (row().method, row().depreciation) == (Method.DIGITAL, D("1800.00"))
    assert set_choice(company, "tax_digital", DigitalRule.NOT_USED)
    assert (row().method, row().depreciation) == (Method.LINEAR, D("400.00"))  # 8 of 36 months
    assert not set_choice(company, "tax_digital", DigitalRule.NOT_USED)
    company.workspace.undo()
    assert row().method is Method.DIGITAL
    assert set_choice(company, "tax_chart", Chart.SKR04) and set_choice(company, "tax_full_euros", YesNo.YES)
    assert company.results.tax_choices.tax_chart is Chart.SKR04 and company.results.tax_rules.full_euros
    with pytest.raises(ValueError, match="no such choice"):
        set_choice(company, "tax_chart", YesNo.YES)
    assert len({one.title for one in choice_rows(company)}) == 7


def test_the_choice_of_a_year_puts_everything_of_it_into_the_pool(make_company: MakeCompany) -> None:
    tablets = Asset(
        name="Tablets",
        category=AssetCategory.TABLET,
        purchase_date=date(2026, 5, 3),
        cost=D(1500),
        quantity=3,
    )
    company = make_company(tablets)
    spec = table("tax_years")

    added = add_record(company, spec)
    assert isinstance(added, TaxYear) and added.year == 2026
    set_value(company, spec, spec.column("low_value"), added, LowValueRule.POOL)
    assert company.results.depreciation_schedule(tablets.id, Book.TAX).method is Method.POOL
    assert add_record(company, spec).__dict__["year"] == 2027  # the next one that nothing was chosen for
    with pytest.raises(RefusedValue, match="schon gewählt"):
        set_value(company, spec, spec.column("year"), added, 2027)


def test_disposals_are_rows_of_an_asset_and_go_with_it(make_company: MakeCompany) -> None:
    group = server(quantity=4)
    company = make_company(group)
    spec = table("disposals")

    row = add_record(company, spec, {"asset": group.id, "pieces": 1, "proceeds": D(500)})
    assert isinstance(row, Disposal) and row.disposed_on == TODAY
    for field, value, words in (
        ("day", date(2019, 1, 1), "Gekauft wurde es am 12.03.2020"),
        ("pieces", 5, "Von 4 Stück sind noch 4 da; 5 können nicht abgehen."),
    ):
        with pytest.raises(RefusedValue) as refused:
            set_value(company, spec, spec.column(field), row, value)
        assert words in str(refused.value.message)
    assets = table("assets")
    with pytest.raises(RefusedValue, match="abgegangen"):
        set_value(company, assets, assets.column("purchase_date"), group, date(2026, 12, 1))
    delete_records(company, [group])
    assert company.data.count(Disposal) == 0


def test_what_is_wrong_is_named_and_the_rest_is_reckoned(make_company: MakeCompany) -> None:
    free = server(name="Geschenk", cost=D("0.00"))
    soft = Application(
        name="CAD", cost=D(9000), purchase_date=date(2026, 1, 2), tax_method=DepreciationMethod.DECLINING
    )
    odd = server(name="Zutritt", category=AssetCategory.OTHER)
    early = server(name="Früh")
    company = make_company(free, soft, odd, early, Disposal(asset_id=early.id, disposed_on=date(2019, 1, 1)))

    assert set(company.results.depreciation_problems) == {free.id, soft.id, odd.id, early.id}
    [line] = problem_lines(company, soft.id)
    assert "Degressiv ist nicht möglich: Keine bewegliche Sache" in line
    assert "Ein Jahr (digital)" in line
    assert "Gekauft" not in problem_lines(company, free.id)[0]
    assert company.results.depreciation_year(2026, Book.COMMERCIAL).sums.depreciation > 0


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_method_of_the_example_company_is_explained(demo: OpenCompany, language: str) -> None:
    with speaking(language):
        for key in demo.results.depreciation_items:
            for book in Book:
                rows = method_rows(demo, key, book)
                assert sum(row.chosen for row in rows) == 1 and rows[0].chosen
                assert {row.method for row in rows} == set(Method)
                assert all("{" not in row.why and row.why.endswith(".") for row in rows)
                said = item_sentence(demo, key, 2026, book)
                assert said.text and "{" not in " ".join((said.text, *said.why))


def test_kinds_of_things_are_the_rows_of_the_table_in_both_languages() -> None:
    assert [one.value for one in LifeClass][1:] == list(life_words())
    for key, words in life_words().items():
        assert translate(LIFE_CLASSES[LifeClass(key)]) == words.name.de
        with speaking("en"):
            assert translate(LIFE_CLASSES[LifeClass(key)]) == words.name.en


def test_one_edit_makes_one_thing_anew(make_company: MakeCompany) -> None:
    things = [server(name=f"S{n}") for n in range(20)]
    company = make_company(*things)
    assert len(company.results.depreciation_year(2026, Book.TAX).rows) == 20
    made = company.results.kept.made
    before = made["register_years_of_asset"]

    assets = table("assets")
    set_value(company, assets, assets.column("cost"), things[0], D(8400))
    assert company.results.depreciation_year(2026, Book.TAX).sums.depreciation == D("31708.49")
    assert made["register_years_of_asset"] - before == 1


def register(results: Results) -> object:
    """All figures of the register."""
    years = range(2024, 2029)
    return (
        [astuple(row) for book in Book for year in years for row in _sorted(results, year, book)],
        [results.depreciation_year(year, book).sums for book in Book for year in years],
        results.depreciation_problems,
        results.tax_rules,
    )


def _sorted(results: Results, year: int, book: Book) -> list[YearRow]:
    return sorted(results.depreciation_year(year, book).rows, key=lambda row: row.key)


def _dispose_or_choose(company: OpenCompany, chance: random.Random) -> None:
    """Lets a piece of something leave, or chooses something for the books."""
    if chance.random() < 0.5:
        set_choice(company, "tax_digital", chance.choice(list(DigitalRule)))
        return
    assets = company.data.all(Asset)
    if assets:
        try:
            add_record(company, table("disposals"), {"asset": chance.choice(assets).id})
        except RefusedValue:
            return  # all its pieces have left already, or it is still to be bought


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_kept_figures_of_the_register_equal_fresh_ones_after_any_edits(seed: int) -> None:
    things = [server(name=f"S{n}", quantity=n + 1) for n in range(3)]
    notebook = Asset(name="NB", category=AssetCategory.NOTEBOOK, purchase_date=date(2025, 5, 3), cost=D(900))
    software = Application(name="DMS", cost=D(3600), purchase_date=date(2025, 7, 1))
    company = OpenCompany(
        Workspace.create(None, Company(name="Test"), records=[*things, notebook, software]), TODAY
    )
    stay_as_computed_anew(
        company, register, seed, 8, ("assets", "applications", "tax_years"), own=(_dispose_or_choose,) * 2
    )
