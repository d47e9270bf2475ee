"""Whatever a user may do, one random edit after the other: kept figures equal those computed anew."""

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal

from tests.actions.conftest import TODAY
from virtualcio.actions import edit
from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.results import Results
from virtualcio.actions.set_aside import set_aside
from virtualcio.actions.tables import TABLES, table
from virtualcio.errors import UserError
from virtualcio.model import Record

DAYS = [date(2014, 2, 1), date(2020, 2, 29), date(2025, 6, 30), TODAY, date(2027, 3, 1), date(2031, 1, 1)]
TEXTS = ["Windows Server 2012 R2", "Windows 11 Pro 24H2", "FortiOS 7.0", "Chat", "x", ""]
EVERYWHERE = (*(one.key for one in TABLES), "assets", "applications", "contracts")  # these more often
OwnEdit = Callable[[OpenCompany, random.Random], object]


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


def one_step(
    company: OpenCompany,
    chance: random.Random,
    tables: Sequence[str] = EVERYWHERE,
    own: Sequence[OwnEdit] = (),
) -> None:
    """A user does something in one of `tables`, or one of the page's `own` edits; refusals are part of it."""
    shown = table(chance.choice(tables))
    records = list(company.data.all(shown.kind))
    some = chance.sample(records, min(len(records), 2))
    action = chance.randrange(9 + 2 * len(own))
    with suppress(UserError):
        if action >= 9:
            own[(action - 9) // 2](company, chance)
        elif action == 0:
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
            _type_in(company, shown, some, chance)


def _type_in(company: OpenCompany, shown: Table, some: Sequence[Record], chance: random.Random) -> None:
    column = chance.choice([column for column in shown.columns if column.editable])
    edit.set_values(company, shown, column, some, some_value(company, column, chance))


def stay_as_computed_anew(
    company: OpenCompany,
    figures: Callable[[Results], object],
    seed: int,
    steps: int,
    tables: Sequence[str] = EVERYWHERE,
    own: Sequence[OwnEdit] = (),
) -> None:
    """After each of `steps` edits the kept `figures` equal those of results that keep nothing."""
    chance = random.Random(seed)
    for _step in range(steps):
        one_step(company, chance, tables, own)
        assert figures(company.results) == figures(Results(company.data, TODAY))
    company.close()
