"""The tables for depreciation that come with the program: complete, with sources, of one piece."""

import csv
from datetime import date
from itertools import pairwise

from virtualcio import places
from virtualcio.analysis.depreciation.rules import Country, RuleKind
from virtualcio.exchange.tax_tables import digital_list, life_words, rule_words, tax_tables

TABLES = tax_tables()


def test_every_row_says_where_it_comes_from_and_how_sure_it_is() -> None:
    rows = [*TABLES.lives.values(), *TABLES.rules, *digital_list()]
    assert len(rows) > 80
    assert all(row.source and row.certainty.split(":")[0] in ("hoch", "mittel", "niedrig") for row in rows)


def test_every_row_has_a_name_and_a_basis_in_both_languages() -> None:
    for words in [*life_words().values(), *rule_words().values()]:
        assert words.name.de and words.name.en and words.basis.de and words.basis.en
        assert bool(words.note.de) is bool(words.note.en)
    assert all(
        entry.name.de and entry.name.en and entry.group.de and entry.group.en for entry in digital_list()
    )


def test_no_key_stands_there_twice() -> None:
    for name, keys in (("useful_lives.csv", TABLES.lives), ("depreciation_rules.csv", rule_words())):
        with places.resource("facts", name).open(encoding="utf-8", newline="") as table:
            assert len(list(csv.DictReader(table))) == len(keys)


def test_windows_of_one_kind_do_not_overlap() -> None:
    for kind in RuleKind:
        for country in Country:
            windows = TABLES.rules_of(country, kind)
            for before, after in pairwise(windows):
                assert before.valid_to is not None and after.valid_from is not None
                assert before.valid_to < after.valid_from


def test_what_the_letter_names_is_digital_in_the_table_of_lives_and_the_rest_is_not() -> None:
    for entry in digital_list():
        assert TABLES.lives[entry.life_key].traits.digital is entry.covered, entry.name


def test_every_life_has_a_swiss_rate() -> None:
    for life in TABLES.lives.values():
        rule = TABLES.rule(Country.CH, RuleKind.BOOK_VALUE_RATE, date(2026, 1, 1), life.swiss_class)
        assert rule is not None, life.key


def test_lives_make_sense() -> None:
    assert all(life.years is not None and 1 <= life.years <= 25 for life in TABLES.lives.values())
    assert (TABLES.lives["notebook"].years, TABLES.lives["erp"].years) == (3, 5)
    assert not TABLES.lives["erp"].traits.tangible
