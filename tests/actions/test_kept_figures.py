"""Whatever is edited, refused, undone or redone: kept figures equal those computed from nothing."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.any_edits import stay_as_computed_anew
from tests.actions.conftest import TODAY
from virtualcio.actions import edit
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.results import Results
from virtualcio.actions.tables import table
from virtualcio.model import Application, Asset, Company, Contract, Process, Record
from virtualcio.model.inventory import AssetCategory
from virtualcio.store.workspace import Workspace


def figures(results: Results) -> dict[str, object]:
    """Everything that pages show, without the objects themselves."""
    data = results.data
    return {
        "dues": dict(results.dues),
        "states": dict(results.due_states),
        "remedies": dict(results.remedies),
        "values": {key: value.amount for key, value in results.values.items()},
        "gaps": dict(results.gaps),
        "backlog": (results.backlog.total, results.backlog.by_area, results.backlog.unknown_due),
        "wave": [(column.label_year, column.total) for column in results.wave.columns],
        "curves": results.curves,
        "contracts": dict(results.all_contract_dates),
        "yearly": results.yearly_contract_cost,
        "processes": {one.id: [p.id for p in results.processes(one)] for one in results.dated},
        "stops": {one.id: results.stops(one).bearable_hours for one in results.dated},
        "findings": [
            (one.key, one.severity, one.money, one.act_by, one.set_aside_by) for one in results.all_findings
        ],
        "state": results.step_state("inventory").percent,
        "assets of processes": {one.id: len(results.assets_of_process(one)) for one in data.all(Process)},
    }


def small_company() -> OpenCompany:
    records: list[Record] = [
        *(Asset(name=f"Server {n}", category=AssetCategory.SERVER, cost=Decimal(n * 100)) for n in range(4)),
        *(Application(name=f"Anwendung {n}") for n in range(3)),
        *(Process(name=f"Prozess {n}") for n in range(2)),
        *(Contract(name=f"Vertrag {n}", start=date(2024, 1, 31)) for n in range(2)),
    ]
    return OpenCompany(Workspace.create(None, Company(name="Test"), records=records), TODAY)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_kept_figures_equal_fresh_ones_after_any_edits(seed: int) -> None:
    stay_as_computed_anew(small_company(), figures, seed, steps=12)


def test_figures_see_what_is_different() -> None:
    """The comparison above can fail: another price is another figure."""
    company = small_company()
    before = figures(company.results)
    asset = company.data.all(Asset)[1]
    edit.set_value(company, table("assets"), table("assets").column("cost"), asset, Decimal(7))
    assert figures(company.results) != before
    company.close()
