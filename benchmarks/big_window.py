"""The real window on a company far too big: opening, page change, edits, filter, sort, all figures, memory.

Each figure stands beside a floor of the same run: reading the same rows with plain SQL, or repainting the
same page without any change.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.big_company import TODAY
from benchmarks.big_edits import EDITS

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.ui.shell.main_window import MainWindow
    from virtualcio.ui.shell.workplace import Workplace

ROUNDS = 20
# Seconds, for each page and tab, and for an edit on each of them.
LIMITS = {"open": 3.0, "page": 0.150, "edit": 0.100, "filter": 0.050, "sort": 0.100, "figures": 2.0}
MOST_MEMORY = 350  # MB of the whole process, all pages shown

STEPS = ("inventory", "goals", "priorities", "roadmap", "budget", "review")


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def plain_read(path: Path) -> float:
    """All rows of all tables, fetched as tuples and thrown away."""
    import sqlcipher3

    def read() -> None:
        connection = sqlcipher3.connect(str(path))
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if not table.startswith("journal"):
                connection.execute(f'SELECT * FROM "{table}"').fetchall()
        connection.close()

    return statistics.median(seconds(read) for _round in range(3))


def resident_megabytes() -> float:
    """What the process holds in memory now; 0.0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmRSS:")), "VmRSS: 0 kB")
    return int(line.split()[1]) / 1024


class BigWindow:
    """The window on a file, and what was measured in it so far: seconds of each round, by figure."""

    def __init__(self, window: "MainWindow") -> None:
        self.window = window
        self.taken: dict[str, list[float]] = {}

    @property
    def place(self) -> "Workplace":
        assert self.window.workplace is not None
        return self.window.workplace

    def painted(self, work: Callable[[], object]) -> float:
        """Seconds of `work` with the repaint after it."""

        def whole() -> None:
            work()
            self.window.repaint()

        return seconds(whole)

    def note(self, key: str, taken: float) -> None:
        self.taken.setdefault(key, []).append(taken)

    def open(self, path: Path) -> None:
        self.note("open", self.painted(lambda: self.window.tasks.open_path(path)))
        settle()

    def places(self) -> list[tuple[str, str]]:
        """Every page with each of its tabs."""
        from virtualcio.ui.pages import PAGES

        found = []
        for spec in PAGES:
            if spec.key == "import":
                continue
            self.place.go(spec.key)
            tabs = [tab.key for tab in self.place.current_page.tabs()] or [""]
            found += [(spec.key, tab) for tab in tabs]
        return found

    def change_pages(self, rounds: int) -> None:
        """Each place is entered from the overview; the first visit builds it and is noted apart."""
        places = self.places()
        for round_ in range(rounds + 1):
            for page, tab in places:
                self.place.go("overview", "today")
                settle(20)
                taken = self.painted(partial(self.place.go, page, tab))
                self.note(f"page {page} {tab}".strip() if round_ else f"first {page} {tab}".strip(), taken)
                settle(60)

    def edit(self, rounds: int) -> None:
        """A value is typed in each place and the place repainted."""
        from virtualcio.actions.edit import set_value
        from virtualcio.actions.tables import table

        for page, tab, key, column, value in EDITS:
            self.place.go(page, tab)
            settle()
            company, spec = self.place.company, table(key)
            self.note("floor_paint", seconds(self.window.repaint))
            records = company.data.all(spec.kind)
            for round_ in range(rounds):
                record: Any = records[round_ * 7 % len(records)]
                work = partial(set_value, company, spec, spec.column(column), record, value(round_))
                self.note(f"edit {page} {tab} {key}.{column}", self.painted(work))
                settle()

    def filter_and_sort(self, rounds: int) -> None:
        from virtualcio.ui.inventory.inventory_page import InventoryPage

        self.place.go("inventory", "assets")
        settle()
        page = self.place.current_page
        assert isinstance(page, InventoryPage)
        shown = page.part.table
        for text in ("s", "se", "ser", "serv", "serve", "server", "", "n", "no", "not")[:rounds]:
            self.note("filter", self.painted(partial(shown.filter_by, text, None)))
        shown.filter_by("", None)
        settle()
        for round_ in range(rounds):
            self.note("sort", self.painted(partial(shown.sort_by_section, round_ % 5)))


def all_figures(company: "OpenCompany") -> None:
    """Everything that pages and checks read."""
    from virtualcio.analysis.budget.views import Basis, GroupBy
    from virtualcio.analysis.depreciation.items import Book

    results = company.results
    for name in (
        "backlog", "wave", "curves", "all_contract_dates", "goal_states", "capability_states", "maturity",
        "ranking", "roadmap", "pool_loads", "parallel", "yearly_money", "conflicts", "planned_by_year",
        "budget_lines", "wave_beside_money", "spending", "open_tasks", "open_decisions", "adoption",
        "outcomes_pending", "security", "first_talk", "snapshot_now", "proposals", "findings", "teams",
        "products", "department_work", "business_cases", "depreciation_problems", "depreciation_years",
    ):  # fmt: skip
        getattr(results, name)
    results.changes()
    for basis in Basis:
        results.year_figures(results.plan_years.this_year, basis)
        results.months_figures(results.plan_years.this_year, basis)
        results.budget_table(basis)
    for book in Book:
        results.depreciation_year(results.plan_years.this_year, book)
    for group in GroupBy:
        results.budget_table(Basis.CASH, group)
    for step in STEPS:
        results.step_state(step)


def measure_figures(path: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds for all figures and checks: in a file just opened, and after an edit in each table."""
    from virtualcio.actions.edit import set_value
    from virtualcio.actions.open_company import open_company
    from virtualcio.actions.tables import table

    taken: dict[str, list[float]] = {}
    for _round in range(max(1, rounds // 7)):
        company = open_company(path, None, TODAY)
        taken.setdefault("figures cold", []).append(seconds(partial(all_figures, company)))
        for _page, _tab, key, column, value in EDITS:
            spec = table(key)
            record: Any = company.data.all(spec.kind)[1]
            set_value(company, spec, spec.column(column), record, value(17))
            taken.setdefault(f"figures after {key}.{column}", []).append(
                seconds(partial(all_figures, company))
            )
        company.close()
    return taken


@contextmanager
def window_on_file(share: int) -> Iterator[tuple[BigWindow, Path]]:
    """The window, still without a file, and the file of one part of `share` of the company."""
    from PySide6.QtWidgets import QApplication

    from virtualcio.ui.shell.application import dress, prepare
    from virtualcio.ui.shell.main_window import MainWindow
    from virtualcio.ui.shell.user_settings import UserSettings

    with tempfile.TemporaryDirectory() as folder:
        os.environ["VIRTUALCIO_HOME"] = folder
        path = Path(folder) / "big.vcio"
        # made in a process of its own, whose memory is not that of the window
        subprocess.run([sys.executable, "-m", "benchmarks.big_company", str(path), str(share)], check=True)
        settings = UserSettings()
        dress(prepare(settings, "de"))
        window = MainWindow(settings, now=datetime.now)
        window.resize(1440, 900)
        window.show()
        QApplication.processEvents()
        yield BigWindow(window), path
        window.close()


def measure(rounds: int = ROUNDS, share: int = 1) -> dict[str, list[float]]:
    """Seconds of each round, by figure, and "memory" in MB; "floor_…" are the floors.

    `share`: one part of so many of the company.
    """
    with window_on_file(share) as (big, path):
        big.note("floor_open", plain_read(path))
        big.open(path)
        big.change_pages(max(1, rounds // 5))
        big.note("memory", resident_megabytes())
        big.edit(rounds // 2)
        big.filter_and_sort(rounds)
        big.window.close()  # lets go of the file
        figures = measure_figures(path, rounds)
    return {**big.taken, **figures}


def report_memory() -> bool:
    """Print what the process holds, step by step; False if it is over the limit with all pages shown."""
    with window_on_file(share=1) as (big, path):
        print(f"empty window {resident_megabytes():.0f} MB")
        big.open(path)
        print(f"file open {resident_megabytes():.0f} MB")
        big.change_pages(ROUNDS // 5)
        shown = resident_megabytes()
        print(f"all pages shown {shown:.0f} MB, limit {MOST_MEMORY} MB")
    return shown <= MOST_MEMORY


def settle(milliseconds: int = 400) -> None:
    """Let idle work end, as it does between two things a person does."""
    from PySide6.QtTest import QTest

    QTest.qWait(milliseconds)


def report(rounds: int = ROUNDS) -> bool:
    """Print medians and worst of each figure with their limits; False if a median is over its limit."""
    taken = measure(rounds)
    floor_open, floor_paint = (statistics.median(taken.pop(key)) for key in ("floor_open", "floor_paint"))
    memory = taken.pop("memory")[0]
    print(f"plain read of the rows {floor_open * 1000:.0f} ms, repaint {floor_paint * 1000:.1f} ms")
    print(f"memory, all pages shown {memory:.0f} MB, limit {MOST_MEMORY} MB")
    kept = memory <= MOST_MEMORY
    for key, rounds_taken in taken.items():
        median, worst = statistics.median(rounds_taken), max(rounds_taken)
        limit = LIMITS.get(key.split()[0])
        floor = floor_paint if key.split()[0] in ("page", "first", "edit", "filter", "sort") else floor_open
        told = "" if limit is None else f"limit {limit * 1000:5.0f} ms"
        late = limit is not None and median > limit
        print(
            f"{key:48} median {median * 1000:6.0f} ms  worst {worst * 1000:6.0f} ms  {told:14}"
            f"  {median / floor:6.1f} x floor{'   TOO SLOW' if late else ''}"
        )
        kept = kept and not late
    return kept
