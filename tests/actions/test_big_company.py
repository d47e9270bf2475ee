"""A tenth of the benchmark's company: what is far too large by far stays quick by far."""

import gc
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from benchmarks.big_company import TODAY, big_records
from benchmarks.big_window import all_figures, measure_figures, plain_read
from virtualcio.actions.open_company import open_company
from virtualcio.model import (
    RECORD_KINDS,
    Account,
    ActualCost,
    Asset,
    BudgetLine,
    CouncilMeeting,
    Initiative,
    InitiativeEffort,
    Kpi,
    Measurement,
    ResourcePool,
    Review,
    Task,
)

BYTES_OF_A_ROW = 660  # 600 when this was written, 1,500 with SQLAlchemy's notes about each
# For each row; 350 when this was written, 250 before budget and review came: each thing that costs money has
# a line there, and threads to what it serves; 470 with the years of each thing in both books.
BYTES_OF_FIGURES = 500
MOST = 80  # times as long as reading the rows with plain SQL; about 20 on an idle computer


@pytest.fixture(scope="module")
def tenth(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("big") / "big.vcio"
    subprocess.run([sys.executable, "-m", "benchmarks.big_company", str(path), "10"], check=True)
    return path


def test_the_big_company_is_as_big_as_it_says() -> None:
    records = big_records(lines=0)

    counts = {
        kind: len([one for one in records if isinstance(one, kind)])
        for kind in (Asset, Kpi, Measurement, Initiative, InitiativeEffort, ResourcePool)
    }
    assert list(counts.values()) == [10_000, 330, 40_000, 300, 600, 5]
    assert len({one.id for one in records}) == len(records)


def test_a_tenth_of_it_has_all_its_books_and_reviews(tenth: Path) -> None:
    company = open_company(tenth, None, TODAY)
    kinds = (BudgetLine, Account, ActualCost, Review, Task, CouncilMeeting)
    counts = [company.data.count(kind) for kind in kinds]
    frozen = [len(company.results.snapshot_of(review)) for review in company.results.closed_reviews]
    company.close()

    assert counts == [100, 40, 40 * 36, 2, 20, 60]
    assert len(frozen) == 2 and min(frozen) > 500


def test_all_figures_of_a_large_file_are_quick(tenth: Path) -> None:
    floor = plain_read(tenth)
    taken = measure_figures(tenth, 1)

    slow = {key: round(min(rounds) / floor) for key, rounds in taken.items() if min(rounds) > MOST * floor}
    assert not slow


def test_rows_and_figures_of_a_large_file_take_little_memory(tenth: Path) -> None:
    first = open_company(tenth, None, TODAY)  # what is made once stays out of the account
    all_figures(first)
    first.close()
    del first
    gc.collect()

    tracemalloc.start()
    company = open_company(tenth, None, TODAY)
    opened, _peak = tracemalloc.get_traced_memory()
    all_figures(company)
    gc.collect()
    figured, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    rows = sum(company.data.count(kind) for kind in RECORD_KINDS)
    company.close()

    assert opened / rows < BYTES_OF_A_ROW
    assert (figured - opened) / rows < BYTES_OF_FIGURES
