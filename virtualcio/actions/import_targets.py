"""The tables that lists can be imported into: their columns with readers, made for one company."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.export import DAY_TITLE
from virtualcio.actions.field_values import checked
from virtualcio.actions.import_known import known_of
from virtualcio.actions.import_memory import remembered_mappings
from virtualcio.actions.import_specials import SPECIALS
from virtualcio.actions.tables import TABLES, table_of
from virtualcio.exchange import cell_readers, number_readers
from virtualcio.exchange.choice_words import words_for
from virtualcio.exchange.existing_rows import KEY_FIELD, key_reader
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_fields import Hints, ImportField, ImportTarget, Reader, Reading
from virtualcio.exchange.list_period import ListFacts
from virtualcio.exchange.mapping_memory import MappingKey
from virtualcio.exchange.plan_rows import Known, named_in
from virtualcio.exchange.raw_table import RawCell
from virtualcio.texts import LANGUAGES, mark, speaking, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


_READERS: dict[Kind, Callable[[str], Reader]] = {
    Kind.TEXT: cell_readers.text_reader,
    Kind.LONG_TEXT: lambda key: cell_readers.text_reader(key, lines=True),
    Kind.INTEGER: cell_readers.integer_reader,
    Kind.PERCENT: cell_readers.percent_reader,
    Kind.MONEY: cell_readers.money_reader,
    Kind.DATE: cell_readers.date_reader,
    Kind.YES_NO: cell_readers.yes_no_reader,
    Kind.REFERENCE: cell_readers.reference_reader,
    Kind.LINKS: number_readers.names_reader,
}
# Not shown in the preview and never written: it says which record a row of an export of ours is about.
_KEY = ImportField(KEY_FIELD, mark("Key in the program"), ("id", "schluessel", "key"), key_reader(KEY_FIELD))
IMPORT_TABLES: tuple[str, ...] = tuple(table.key for table in TABLES if table.importable)


@dataclass(frozen=True)
class ImportContext:
    """A frozen picture of what an import has to know of the company, for work outside the window's thread."""

    targets: Mapping[str, ImportTarget]
    known: Mapping[str, Known]
    today: date
    remembered: Mapping[MappingKey, Sequence[str | None]] = field(default_factory=dict)
    facts: ListFacts | None = None


def import_context(company: "OpenCompany") -> ImportContext:
    """Take it in the thread that uses the company; the rest of planning can then be done in another."""
    tables = [table for table in TABLES if table.importable]
    targets = {table.key: _target(company, table) for table in tables}
    known = {table.key: known_of(company, table, imported_columns(table)) for table in tables}
    return ImportContext(targets, known, company.today, remembered_mappings(company), _list_facts(company))


def _list_facts(company: "OpenCompany") -> ListFacts:
    """What a list that is about some months is compared with."""
    own = company.data.company
    plan = company.results.plan_years
    years = plan.years
    return ListFacts(own.name, plan.start_month, years[0].first, years[-1].last, company.today)


def imported_columns(table: Table) -> list[Column]:
    """The columns that an import can fill: those that are stored in the record itself, or as its links."""
    return [column for column in table.columns if column.field is not None or column.link is not None]


def _target(company: "OpenCompany", table: Table) -> ImportTarget:
    special = SPECIALS[table.key]
    columns = imported_columns(table)
    own = {one.key: one for one in special.fields}
    children = special.children or {}
    extra = {key: own[key].read for key in (*special.extra, *children)}
    simple: dict[str, Reader] = {}
    for column in columns:
        if column.key == special.extra_before:
            simple.update(extra)
        simple[column.key] = _reader(column, own.get(column.key))
    simple = {**simple, **extra}
    fields = [
        _field(column, own.pop(column.key, None), simple[column.key], table.name_field) for column in columns
    ]
    leads_to = {
        column.key: (column.kind, table_of(column.target).key)
        for column in columns
        if column.target is not None
    }
    return ImportTarget(
        key=table.key,
        fields=(_KEY, *fields, *own.values()),
        simple=simple,
        references={key: led_to for key, (kind, led_to) in leads_to.items() if kind is Kind.REFERENCE},
        rules=special.rules,
        identity=special.identity,
        checks={column.key: _check(company, table, column) for column in columns},
        name_field=table.name_field,
        section_field=special.section_field,
        file_words=special.file_words,
        parts={key: led_to for key, (kind, led_to) in leads_to.items() if kind is Kind.LINKS}
        | {key: table_of(child.target).key for key, child in children.items()},
        made_elsewhere=frozenset(key for key, child in children.items() if child.target is table.kind),
        whole_rules=special.whole_rules,
        keys=special.keys,
        apart=special.apart,
        gathers_rows=special.gathers_rows,
        exported=_exported(table, columns),
        one_row_each=special.one_row_each,
        of_months=special.of_months,
        unfolding=special.unfolding,
        existing=special.existing,
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
        read=_read(column, special, simple),
        many=special.many if special else column.kind is Kind.LONG_TEXT and column.key == "note",
        required=column.key == name_field,
        amount=column.kind is Kind.MONEY or (special is not None and special.amount),
        by_content=column.kind is Kind.CHOICE,
        weak=special is not None and special.weak,
    )


def _read(column: Column, special: ImportField | None, simple: Reader) -> Reader:
    """The special reader; of a choice the program's own words go before, as its exports write them."""
    if special is None or column.kind is not Kind.CHOICE:
        return simple if special is None else special.read

    def own_words_first(cell: RawCell, hints: Hints) -> Reading:
        reading = simple(cell, hints)
        return reading if reading.problem is None and reading.values else special.read(cell, hints)

    return own_words_first


def _reader(column: Column, special: ImportField | None) -> Reader:
    """What a correction typed in the preview is read with: in most fields plain values only."""
    if column.month and special is not None:
        return special.read
    if column.kind is Kind.NUMBER:
        return number_readers.number_reader(column.key, column.places)
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


def _exported(table: Table, columns: Sequence[Column]) -> list[dict[str, str | None]]:
    """The headings that an export of the table has, in each language."""
    stored = {column.key for column in columns}
    found: list[dict[str, str | None]] = []
    for code in LANGUAGES:
        with speaking(code):
            titles: dict[str, str | None] = {}
            for column in table.columns:
                title = translate(column.title)
                if column.key in stored:
                    titles[normal(title)] = column.key
                else:
                    titles.setdefault(normal(title), None)
                if column.kind is Kind.STATUS:
                    titles.setdefault(normal(translate(DAY_TITLE).format(column=title)), None)
            found.append(titles)
    return found


def _check(company: "OpenCompany", table: Table, column: Column) -> Callable[[object], None]:
    """What raises RefusedValue for a value that the field cannot hold; of a reference its name is checked."""
    if column.target is None:
        return lambda value: _refuse_unfit(company, table, column, value)
    led_to = table_of(column.target)
    name = led_to.column(led_to.name_field)

    def check_names(value: object) -> None:
        for named in named_in(value):
            _refuse_unfit(company, led_to, name, named.name)

    return check_names


def _refuse_unfit(company: "OpenCompany", table: Table, column: Column, value: object) -> None:
    checked(company, table.kind, column, value)
