"""The real window on 10,000 assets and 2,000 contracts: opening, page change, edit, filter, sort.

Each figure stands beside a floor of the same run: reading the same rows with plain SQL, or repainting the
same page without any change.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

ROUNDS = 20
LIMITS = {"open": 2.0, "page": 0.150, "edit": 0.100, "filter": 0.050, "sort": 0.100}


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


def measure(rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Seconds of each round, by figure; "floor_open" and "floor_paint" are the floors."""
    from PySide6.QtWidgets import QApplication

    from benchmarks.big_company import write_big_company
    from virtualcio.actions.edit import set_value
    from virtualcio.actions.tables import table
    from virtualcio.ui.inventory.inventory_page import InventoryPage
    from virtualcio.ui.shell.application import dress, prepare
    from virtualcio.ui.shell.main_window import MainWindow
    from virtualcio.ui.shell.user_settings import UserSettings

    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VIRTUALCIO_HOME"] = folder
        path = Path(folder) / "big.vcio"
        write_big_company(path, 10_000, 2_000)
        taken["floor_open"] = [plain_read(path)]
        settings = UserSettings()
        dress(prepare(settings, "de"))
        window = MainWindow(settings, now=datetime.now)
        window.resize(1440, 900)
        window.show()
        QApplication.processEvents()

        def painted(work: Callable[[], object]) -> Callable[[], None]:
            def whole() -> None:
                work()
                window.repaint()

            return whole

        taken["open"] = [seconds(painted(lambda: window.tasks.open_path(path)))]
        place = window.workplace
        assert place is not None
        place.go("inventory", "assets")
        settle()
        place.go("inventory", "contracts")
        settle()
        tabs = ("assets", "contracts")
        taken["page"] = [
            seconds(painted(lambda tab=tabs[round_ % 2]: place.go("inventory", tab)))  # type: ignore[misc]
            for round_ in range(rounds)
        ]
        taken["page"] += [
            seconds(painted(lambda key=("overview", "inventory")[round_ % 2]: place.go(key)))  # type: ignore[misc]
            for round_ in range(rounds)
        ]
        place.go("inventory", "assets")
        settle()
        page = place.current_page
        assert isinstance(page, InventoryPage)
        taken["floor_paint"] = [seconds(window.repaint) for _round in range(rounds)]
        shown, spec = page.part.table, table("assets")
        taken["edit"] = []
        for round_ in range(rounds):
            record = shown.records.rows[round_]
            work = painted(
                lambda record=record, round_=round_: set_value(  # type: ignore[misc]
                    place.company, spec, spec.column("product"), record, f"Windows 10 22H{round_}"
                )
            )
            taken["edit"].append(seconds(work))
            settle()
        taken["filter"] = []
        for text in ("s", "se", "ser", "serv", "serve", "server", "", "n", "no", "not") * (rounds // 10):
            taken["filter"].append(seconds(painted(lambda text=text: shown.filter_by(text, None))))  # type: ignore[misc]
        shown.filter_by("", None)
        settle()
        taken["sort"] = [
            seconds(painted(lambda at=round_ % 5: shown.sort_by_section(at)))  # type: ignore[misc]
            for round_ in range(rounds)
        ]
        window.close()
    return taken


def settle(milliseconds: int = 400) -> None:
    """Let idle work end, as it does between two things a person does."""
    from PySide6.QtTest import QTest

    QTest.qWait(milliseconds)


def report() -> bool:
    """Print medians and worst of each figure with their limits; False if a median is over its limit."""
    taken = measure()
    floor_open = statistics.median(taken["floor_open"])
    floor_paint = statistics.median(taken["floor_paint"])
    print(f"plain read of the rows {floor_open * 1000:.0f} ms, repaint {floor_paint * 1000:.1f} ms")
    kept = True
    for key, limit in LIMITS.items():
        median, worst = statistics.median(taken[key]), max(taken[key])
        floor = floor_open if key == "open" else floor_paint
        print(
            f"{key:8} median {median * 1000:6.0f} ms  worst {worst * 1000:6.0f} ms"
            f"  limit {limit * 1000:5.0f} ms  {median / floor:5.1f} x floor"
        )
        kept = kept and median <= limit
    return kept
