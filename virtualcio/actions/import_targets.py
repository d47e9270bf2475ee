"""The tables that lists can be imported into: their columns with readers, made for one company."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.field_values import checked
from virtualcio.actions.tables import TABLES, table_of
from virtualcio.exchange import application_import, asset_import, cell_readers, contract_import
from virtualcio.exchange.choice_words import words_for
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_fields import ImportField, ImportTarget, Reader, Rule
from virtualcio.exchange.plan_rows import Known, known_things
from virtualcio.model import Record
from virtualcio.texts import LANGUAGES, speaking, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class Special:
    """What a table adds to its columns for import. One row of `_SPECIALS` for each importable table."""

    identity: Callable[[Mapping[str, object]], Hashable | None]
    fields: tuple[ImportField, ...] = ()
    rules: tuple[Rule, ...] = ()
    section_field: str | None = None
    file_words: tuple[str, ...] = ()


_SPECIALS: dict[str, Special] = {
    "assets": Special(
        asset_import.identity,
        asset_import.special_fields(),
        asset_import.RULES,
        asset_import.SECTION_FIELD,
        asset_import.FILE_WORDS,
    ),
    "contracts": Special(
        contract_import.identity,
        contract_import.special_fields(),
        contract_import.RULES,
        file_words=contract_import.FILE_WORDS,
    ),
    "applications": Special(application_import.identity, file_words=application_import.FILE_WORDS),
}

_READERS: dict[Kind, Callable[[str], Reader]] = {
    Kind.TEXT: cell_readers.text_reader,
    Kind.LONG_TEXT: lambda key: cell_readers.text_reader(key, lines=True),
    Kind.INTEGER: cell_readers.integer_reader,
    Kind.PERCENT: cell_readers.percent_reader,
    Kind.MONEY: cell_readers.money_reader,
    Kind.DATE: cell_readers.date_reader,
    Kind.YES_NO: cell_readers.yes_no_reader,
    Kind.REFERENCE: cell_readers.reference_reader,
}
IMPORT_TABLES: tuple[str, ...] = tuple(table.key for table in TABLES if table.importable)


@dataclass(frozen=True)
class ImportContext:
    """A frozen picture of what an import has to know of the company, for work outside the window's thread."""

    targets: Mapping[str, ImportTarget]
    known: Mapping[str, Known]
    today: date


def import_context(company: "OpenCompany") -> ImportContext:
    """Take it in the thread that uses the company; the rest of planning can then be done in another."""
    tables = [table for table in TABLES if table.importable]
    targets = {table.key: _target(company, table) for table in tables}
    known = {table.key: _known(company, table, targets[table.key]) for table in tables}
    return ImportContext(targets, known, company.today)


def imported_columns(table: Table) -> list[Column]:
    """The columns that an import can fill: those that are stored in the record itself."""
    return [column for column in table.columns if column.field is not None]


def _target(company: "OpenCompany", table: Table) -> ImportTarget:
    special = _SPECIALS[table.key]
    columns = imported_columns(table)
    simple = {column.key: _reader(column) for column in columns}
    own = {one.key: one for one in special.fields}
    fields = [
        _field(column, own.pop(column.key, None), simple[column.key], table.name_field) for column in columns
    ]
    references = {
        column.key: table_of(column.target).key
        for column in columns
        if column.kind is Kind.REFERENCE and column.target is not None
    }
    return ImportTarget(
        key=table.key,
        fields=(*fields, *own.values()),
        simple=simple,
        references=references,
        rules=special.rules,
        identity=special.identity,
        checks={column.key: _check(company, table, column) for column in columns},
        name_field=table.name_field,
        section_field=special.section_field,
        file_words=special.file_words,
    )


def _field(column: Column, special: ImportField | None, simple: Reader, name_field: str) -> ImportField:
    names = {normal(name): None for name in column.import_names}
    names.update(dict.fromkeys(normal(title) for title in _titles(column.title)))
    if special is not None:
        names.update(dict.fromkeys(special.names))
    return ImportField(
        key=column.key,
        title=column.title,
        names=tuple(names),
        read=special.read if special else simple,
        many=special.many if special else column.kind is Kind.LONG_TEXT and column.key == "note",
        required=column.key == name_field,
        amount=column.kind is Kind.MONEY,
        by_content=column.kind is Kind.CHOICE,
    )


def _reader(column: Column) -> Reader:
    if column.kind is Kind.CHOICE and column.choices is not None:
        words = words_for(column.choices)
        for member, title in (column.choice_titles or {}).items():
            words.update({normal(one): member for one in _titles(title)})
        return cell_readers.choice_reader(column.key, words, column.title)
    return _READERS[column.kind](column.key)


def _titles(message_id: str) -> list[str]:
    """A title in every language: lists that the program exported are read back whatever it speaks now."""
    titles = []
    for code in LANGUAGES:
        with speaking(code):
            titles.append(translate(message_id))
    return titles


def _check(company: "OpenCompany", table: Table, column: Column) -> Callable[[object], None]:
    """What raises RefusedValue for a value that the field cannot hold; of a reference its name is checked."""
    if column.target is None:
        return lambda value: _refuse_unfit(company, table, column, value)
    led_to = table_of(column.target)
    name = led_to.column(led_to.name_field)
    return lambda value: _refuse_unfit(company, led_to, name, str(value))


def _refuse_unfit(company: "OpenCompany", table: Table, column: Column, value: object) -> None:
    checked(company, table.kind, column, value)


def _known(company: "OpenCompany", table: Table, target: ImportTarget) -> Known:
    columns = imported_columns(table)
    things = (_values(company, columns, record) for record in company.data.all(table.kind))
    names = {
        table_of(column.target).key: tuple(
            str(getattr(one, "name", "")) for one in company.data.all(column.target)
        )
        for column in columns
        if column.target is not None
    }
    return Known(known_things(things, target), names)


def _values(company: "OpenCompany", columns: list[Column], record: Record) -> dict[str, object]:
    """Values by column key, references as the names they lead to."""
    values: dict[str, object] = {}
    for column in columns:
        assert column.field is not None
        value = getattr(record, column.field)
        if column.target is not None:
            value = getattr(company.data.get(column.target, value), "name", None)
        values[column.key] = value
    return values
