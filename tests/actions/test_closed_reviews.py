"""A closed review does not change when anything else does, and what is different since then is told."""

import random
from contextlib import suppress
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.any_edits import some_value
from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions import edit
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.results import Results
from virtualcio.actions.review import reviewing
from virtualcio.actions.tables import table
from virtualcio.analysis.review.snapshot import Figure
from virtualcio.errors import UserError
from virtualcio.model import Asset, Company, Goal, Initiative, Kpi, Task
from virtualcio.store.workspace import Workspace

Q3, Q4 = date(2026, 7, 1), date(2026, 10, 1)


def server(name: str = "HV01", cost: str = "4000.00") -> Asset:
    return Asset(name=name, cost=Decimal(cost), purchase_date=date(2015, 1, 1), service_life_years=5)


def test_since_the_last_review_a_server_was_renewed_and_another_became_overdue(
    make_company: MakeCompany,
) -> None:
    old = server("HV01", "4000.00")
    soon = Asset(name="DB01", cost=Decimal("9800.00"), purchase_date=date(2025, 1, 1), service_life_years=5)
    company = make_company(old, soon)
    review = reviewing.start_review(company)
    reviewing.close_review(company, review, leave_open=True)
    assets = table("assets")
    edit.set_value(company, assets, assets.column("retired_on"), old, TODAY)
    edit.set_value(company, assets, assets.column("purchase_date"), soon, date(2021, 11, 22))
    changes = company.results.changes()
    assert [one.name for one in changes.renewed] == ["HV01"]
    assert [one.name for one in changes.newly_overdue] == ["DB01"]
    overdue = next(one for one in changes.figures if one.key is Figure.OVERDUE)
    assert (overdue.before, overdue.after, overdue.better) == (Decimal(1), Decimal(1), None)


TABLES = ("initiatives", "assets", "kpis", "goals", "contracts", "tasks", "decisions")


def random_edit(company: OpenCompany, chance: random.Random) -> None:
    """A user does something; refusals are part of it."""
    shown = table(chance.choice(TABLES))
    records = list(company.data.all(shown.kind))
    with suppress(UserError):
        match chance.randrange(4):
            case 0:
                edit.add_record(company, shown)
            case 1 if records:
                edit.delete_records(company, [chance.choice(records)])
            case 2 if company.workspace.undo_label is not None and chance.random() < 0.3:
                company.workspace.undo()
                company.workspace.redo()
            case _ if records:
                column = chance.choice([one for one in shown.columns if one.field])
                edit.set_value(
                    company, shown, column, chance.choice(records), some_value(company, column, chance)
                )


def company_with_history() -> OpenCompany:
    goal = Goal(name="Umsatz", weight=Decimal(100))
    records = [
        goal,
        *(server(f"S{n}") for n in range(3)),
        *(Initiative(name=f"V{n}", start=date(2027, 1 + n, 1), one_off_cost=Decimal(1000)) for n in range(3)),
        Kpi(name="Lieferzeit", goal_id=goal.id),
        Task(name="T", due_on=date(2026, 1, 1)),
    ]
    return OpenCompany(Workspace.create(None, Company(name="Test"), records=records), TODAY)


@given(st.integers(0, 10**9))
@settings(max_examples=8, deadline=None)
def test_a_closed_review_does_not_change_when_anything_else_does(seed: int) -> None:
    company, chance = company_with_history(), random.Random(seed)
    first = reviewing.start_review(company, Q3)
    reviewing.close_review(company, first, leave_open=True)
    for _step in range(4):
        random_edit(company, chance)
    second = reviewing.start_review(company, Q4)
    reviewing.close_review(company, second, leave_open=True)
    results = company.results
    frozen = results.snapshot_of(first), results.snapshot_of(second), results.changes(first, second)
    for _step in range(8):
        random_edit(company, chance)
        assert (results.snapshot_of(first), results.snapshot_of(second)) == frozen[:2]
        assert results.changes(first, second) == frozen[2]
        fresh = Results(company.data, TODAY)
        assert results.snapshot_now == fresh.snapshot_now
        assert results.changes() == fresh.changes()
        assert fresh.changes(first, second) == frozen[2]
    company.close()
