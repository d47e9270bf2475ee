"""Whatever stands in a list: no row and no word of it gets lost, and an import is undone whole."""

import csv
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.import_company import empty_company
from virtualcio.actions.import_table import ImportPlan, propose_import, run_import
from virtualcio.errors import RefusedFile
from virtualcio.exchange.import_plan import PlanRow, RowRole, ValueState
from virtualcio.model import RECORD_KINDS, Asset, Company

HEADER = ["Gerät", "Art", "Anzahl", "Standort", "angeschafft am", "AK netto", "Farbe", "Bemerkung"]
WORDS = [
    "", "", "PC", "Server", "-", "?", "unbekannt", "5", "5 Stk.", "Halle 1", "HALLE 1", "2018", "08/2013",
    "31.02.2020", "01.02.20", "03/04/2024", "1.234", "1.234,56 €", "EUR 5", "-7", "siehe Leasing", "defekt?",
    "ausgemustert 2024", "geliehen v. Fa. X", "S/N: ABC123", "Summe", "=1+1", "#REF!", "99999999999999",
    "rot",    "(alt)", "Gerät", "Gesamt:", "x" * 600, "a\nb", '"', ";", "'",
]  # fmt: skip
cells = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
lists = st.lists(st.lists(cells, min_size=8, max_size=8), min_size=1, max_size=8)


def written(folder: Path, rows: list[list[str]]) -> Path:
    path = folder / "liste.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows(rows)
    return path


def said_or_kept(plan: ImportPlan, row: PlanRow, index: int, text: str) -> bool:
    """Whether the words of a cell stand in the record, in its note, or in a sentence."""
    values = row.values.values()
    of_column = [value for value in values if value.source == index]
    if any(value.value is not None and value.state is ValueState.OK for value in of_column):
        return True
    note = str(row.values["note"].value) if "note" in row.values else ""
    words = " ".join(text.split())
    return (
        words in " ".join(note.split())
        or any(value.sentences for value in of_column)
        or any(words in str(sentence) for sentence in row.sentences)
        or text.strip() in {"-", "–", "—", "--", "---", "/", "."}  # ways to write "nothing"
    )


@settings(max_examples=40, deadline=None)
@given(lists)
def test_no_row_and_no_word_gets_lost(rows: list[list[str]]) -> None:
    company = empty_company()
    with tempfile.TemporaryDirectory() as folder:
        try:
            plan = propose_import(company, written(Path(folder), rows), into="assets")
        except RefusedFile:
            assert not any(cell.strip() for row in rows for cell in row)
            return
    columns = {column.index: column.field for column in plan.columns}
    for row in plan.rows:
        assert row.taken or row.reason is not None or row.role is RowRole.BLANK
        if not row.taken:
            continue
        raw = plan.work.sheet.rows[row.number - 1]
        assert raw.number == row.number
        for index, cell in enumerate(raw.cells):
            if not cell.empty and columns[index] is not None:
                assert said_or_kept(plan, row, index, cell.text), (index, cell)


def contents(company: object) -> Counter[str]:
    data = company.data  # type: ignore[attr-defined]  # an OpenCompany
    fields = {kind: [*kind.__table__.columns.keys()] for kind in RECORD_KINDS}
    return Counter(
        f"{kind.__name__} {[getattr(one, key) for key in fields[kind] if key != 'version']}"
        for kind in RECORD_KINDS
        for one in data.all(kind)
    )


@settings(max_examples=20, deadline=None)
@given(lists)
def test_an_import_is_taken_back_whole_and_repeated_imports_add_nothing(rows: list[list[str]]) -> None:
    company = empty_company()
    before = contents(company)
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), rows)
        try:
            plan = propose_import(company, path, into="assets")
        except RefusedFile:
            return
        if plan.problem is not None:
            return
        result = run_import(company, plan)
        after = contents(company)
        assert company.data.count(Asset) == len(result.added) == sum(row.taken for row in plan.rows)
        assert run_import(company, propose_import(company, path, into="assets")).added == ()
    assert contents(company) == after
    if result.added:
        company.workspace.undo()
    assert contents(company) == before
    assert company.data.count(Company) == 1
