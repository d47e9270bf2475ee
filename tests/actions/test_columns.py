"""Every stored field can be seen and edited in a table, and every word of the tables is German."""

import pytest

from virtualcio.actions.cells import choices_of
from virtualcio.actions.columns import Kind, Table
from virtualcio.actions.tables import NEW_NAMES, TABLES, table, table_of
from virtualcio.model import (
    RECORD_KINDS,
    Asset,
    Company,
    ConfirmedAssignment,
    ReviewSnapshot,
    SecurityAnswer,
    SetAsideFinding,
    Setting,
    TalkAnswer,
)
from virtualcio.texts import speaking, translate

EDITED_ELSEWHERE = {
    Company, Setting, SetAsideFinding, SecurityAnswer, TalkAnswer, ReviewSnapshot, ConfirmedAssignment,
}  # fmt: skip
NEVER_SHOWN = {"id", "version"}
EVERY_COLUMN = [(one, column) for one in TABLES for column in one.columns]
SAME_IN_GERMAN = {
    "", "Firewall", "Monitor", "Notebook", "Server", "Smartphone", "Tablet", "Support", "Update", "Upgrade",
    "Version", "Leasing", "Cloud", "Person", "Name", "Notebook · 4 years", "Dimension", "Position", "Team",
    "Budget", "Review", "Reviews", "Station", "Trend", "Trends", "Website", "Nice-to-have",
}  # fmt: skip


def named(value: object) -> str:
    return getattr(value, "key", str(value))


@pytest.mark.parametrize("shown", TABLES, ids=named)
def test_each_stored_field_of_a_kind_is_in_its_columns(shown: Table) -> None:
    stored = {column.name for column in shown.kind.__table__.columns} - NEVER_SHOWN
    assert {column.field for column in shown.columns if column.field} == stored


def test_each_kind_of_row_has_a_table_or_is_a_link_or_is_edited_elsewhere() -> None:
    links = {column.link.kind for _table, column in EVERY_COLUMN if column.link}
    assert set(RECORD_KINDS) == {one.kind for one in TABLES} | links | EDITED_ELSEWHERE


@pytest.mark.parametrize("shown", TABLES, ids=named)
def test_column_keys_are_unique_and_the_name_comes_first(shown: Table) -> None:
    keys = [column.key for column in shown.columns]
    assert len(keys) == len(set(keys))
    assert shown.columns[0].field == shown.name_field
    assert shown.columns[0].shown


@pytest.mark.parametrize("shown", TABLES, ids=named)
def test_a_column_is_stored_or_linked_or_computed(shown: Table) -> None:
    for column in shown.columns:
        assert [column.field, column.link, column.compute].count(None) == 2, column.key
        assert (column.target is not None) == (column.kind in (Kind.REFERENCE, Kind.LINKS)), column.key
        assert (column.choices is not None) == (column.kind is Kind.CHOICE), column.key
        assert set(column.choice_titles or {}) == set(column.choices or ()), column.key


@pytest.mark.parametrize("shown", TABLES, ids=named)
def test_a_reference_that_the_file_demands_cannot_be_emptied(shown: Table) -> None:
    for column in shown.columns:
        if column.kind is Kind.REFERENCE and column.field:
            assert column.required == (not shown.kind.__table__.c[column.field].nullable), column.key


@pytest.mark.parametrize("shown", TABLES, ids=named)
def test_words_by_which_an_import_knows_a_column_are_small_and_belong_to_one_column(shown: Table) -> None:
    words = [word for column in shown.columns for word in column.import_names]
    assert [word for word in words if word != word.lower().strip()] == []
    assert sorted(word for word in set(words) if words.count(word) > 1) == []


@pytest.mark.parametrize("shown", TABLES, ids=named)
def test_all_words_of_a_table_are_german(shown: Table) -> None:
    words = [shown.singular, shown.plural, shown.empty_text, shown.empty_example]
    words += [text for column in shown.columns for text in (column.title, column.help, column.group)]
    words += [text for column in shown.columns for text in (column.choice_titles or {}).values()]
    words += [chip.title for chip in shown.chips]
    words += [NEW_NAMES[shown.key]] if shown.key in NEW_NAMES else []
    left = [word for word in words if translate(word) == word and word not in SAME_IN_GERMAN]
    assert left == []


def test_the_names_of_choices_follow_the_language() -> None:
    column = table("assets").column("remedy")
    assert [words for _member, words in choices_of(column)][2] == "Ersetzen"
    with speaking("en"):
        assert [words for _member, words in choices_of(column)][2] == "Replace"


def test_a_table_is_found_by_key_and_by_kind() -> None:
    assert table("assets") is table_of(Asset)
    with pytest.raises(KeyError):
        table("budget")


def test_assets_show_at_first_what_a_managing_director_asks() -> None:
    shown = [translate(column.title) for column in table("assets").columns if column.shown]
    assert shown == ["System", "Produkt / Version", "Erneuern kostet", "Fällig, weil", "Prozess"]
