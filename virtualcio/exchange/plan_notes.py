"""What is to be said about an import plan as a whole: why it cannot be run, and what is not taken."""

from virtualcio.exchange.import_fields import ImportTarget
from virtualcio.exchange.import_plan import PlanRow, RowRole, SourceColumn
from virtualcio.exchange.list_period import ListFacts
from virtualcio.exchange.raw_table import RawSheet, RawTable
from virtualcio.texts import Message, mark


def without_months(facts: ListFacts | None) -> Message | None:
    if facts is None or facts.period is not None:
        return None
    return Message(mark("Which months is the list about? Type them, such as 01.2026 - 10.2026."))


def problem_of(rows: tuple[PlanRow, ...], target: ImportTarget) -> Message | None:
    data = [row for row in rows if row.role is RowRole.DATA]
    if not data:
        return Message(mark("There are no rows below the header. Choose another sheet or header row."))
    if not any(row.values.get(target.name_field) is not None for row in data):
        return Message(mark("No column is known to say what the rows are called. Assign one to the name."))
    return None


def notes_of(
    table: RawTable, sheet: RawSheet, columns: tuple[SourceColumn, ...], rows: tuple[PlanRow, ...]
) -> tuple[Message, ...]:
    """What the user should know about the file as a whole, above all what is not taken from it."""
    notes = [
        Message(
            mark("The sheet “{title}” is not taken (rows: {count})."),
            {"title": other.title, "count": sum(row.filled > 0 for row in other.rows)},
        )
        for other in table.sheets
        if other.title != sheet.title and other.rows
    ]
    apart = len(sheet.rows) - len(table.sheet(sheet.title).rows)
    if apart:
        said = mark("Rows with several things in them: {count} more stand below the list as own rows.")
        notes.append(Message(said, {"count": apart}))
    notes += [
        Message(
            mark("The column “{title}” is not taken (values: {count})."),
            {"title": one.title, "count": one.filled},
        )
        for one in columns
        if one.field is None and one.filled
    ]
    if any(one.field == "cost" and "brutto" in one.title.casefold() for one in columns):
        notes.append(Message(mark("The prices are gross by their header; the program counts net prices.")))
    if any(one.field == "cost" for one in columns) and any(_several(row) for row in rows):
        notes.append(
            Message(mark("Prices are taken for all pieces of a row together. Assign the column to the price "
                         "per piece if they are meant for one."))
        )  # fmt: skip
    return tuple(notes)


def _several(row: PlanRow) -> bool:
    quantity, cost = row.values.get("quantity"), row.values.get("cost")
    return (
        row.taken
        and cost is not None
        and cost.value is not None
        and quantity is not None
        and isinstance(quantity.value, int)
        and quantity.value > 1
    )
