"""Whatever is edited, refused, undone or redone: kept figures equal those computed from nothing."""

import random
from contextlib import suppress
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.conftest import TODAY
from virtualcio.actions import edit
from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.results import Results
from virtualcio.actions.set_aside import set_aside
from virtualcio.actions.tables import TABLES, table
from virtualcio.errors import UserError
from virtualcio.model import Application, Asset, Company, Contract, Process, Record
from virtualcio.model.inventory import AssetCategory
from virtualcio.store.workspace import Workspace

DAYS = [date(2014, 2, 1), date(2020, 2, 29), date(2025, 6, 30), TODAY, date(2027, 3, 1), date(2031, 1, 1)]
TEXTS = ["Windows Server 2012 R2", "Windows 11 Pro 24H2", "FortiOS 7.0", "Chat", "x", ""]


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


def some_value(company: OpenCompany, column: Column, chance: random.Random) -> object:
    """A value of the column's kind, sensible or not."""
    match column.kind:
        case Kind.MONEY | Kind.PERCENT | Kind.NUMBER:
            return chance.choice([None, Decimal(-1), Decimal(0), Decimal("12.34"), Decimal(99999)])
        case Kind.INTEGER:
            return chance.choice([None, -1, 0, 1, 3, 12, 10**7])
        case Kind.DATE:
            return chance.choice([None, date(1900, 1, 1), *DAYS])
        case Kind.YES_NO:
            return chance.choice([True, False])
        case Kind.CHOICE:
            return chance.choice([None, *(column.choices or ())])
        case Kind.REFERENCE | Kind.LINKS:
            assert column.target is not None
            keys = [one.id for one in company.data.all(column.target)]
            some = chance.sample(keys, min(len(keys), chance.randrange(3)))
            return tuple(some) if column.kind is Kind.LINKS else chance.choice([None, "gone", *some])
    return chance.choice(TEXTS)


def one_step(company: OpenCompany, chance: random.Random) -> None:
    """A user does something; refusals are part of it."""
    shown: Table = chance.choice([*TABLES, table("assets"), table("applications"), table("contracts")])
    records = list(company.data.all(shown.kind))
    some = chance.sample(records, min(len(records), 2))
    action = chance.randrange(9)
    with suppress(UserError):
        if action == 0:
            edit.add_record(company, shown)
        elif action == 1:
            edit.delete_records(company, some)
        elif action == 2:
            edit.duplicate_records(company, shown, some)
        elif action == 3:
            company.workspace.undo()
        elif action == 4:
            company.workspace.redo()
        elif action == 5 and company.results.findings:
            set_aside(company, chance.choice(list(company.results.findings)), "später", None)
        elif some:
            column = chance.choice([column for column in shown.columns if column.editable])
            edit.set_values(company, shown, column, some, some_value(company, column, chance))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_kept_figures_equal_fresh_ones_after_any_edits(seed: int) -> None:
    chance = random.Random(seed)
    company = small_company()
    for _step in range(12):
        one_step(company, chance)
        assert figures(company.results) == figures(Results(company.data, TODAY))
    company.close()


def test_figures_see_what_is_different() -> None:
    """The comparison above can fail: another price is another figure."""
    company = small_company()
    before = figures(company.results)
    asset = company.data.all(Asset)[1]
    edit.set_value(company, table("assets"), table("assets").column("cost"), asset, Decimal(7))
    assert figures(company.results) != before
    company.close()
