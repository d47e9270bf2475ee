"""Companies that the tests of actions work on: a small one built by hand, and the example company."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from virtualcio.actions.open_company import OpenCompany, open_demo
from virtualcio.model import Company, Record
from virtualcio.store.workspace import Workspace

TODAY = date(2026, 11, 22)
MakeCompany = Callable[..., OpenCompany]


@pytest.fixture
def make_company() -> Iterator[MakeCompany]:
    """`make_company(record, …)`: an open company in memory on 22.11.2026 that holds these records."""
    made: list[OpenCompany] = []

    def make(*records: Record) -> OpenCompany:
        company = OpenCompany(Workspace.create(None, Company(name="Test"), records=records), TODAY)
        made.append(company)
        return company

    yield make
    for company in made:
        company.close()


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[OpenCompany]:
    company = open_demo(tmp_path / "demo.vcio", TODAY)
    yield company
    company.close()
