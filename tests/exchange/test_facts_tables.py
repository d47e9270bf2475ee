"""The lifecycle tables that come with the program: complete, with sources, and of one piece."""

from datetime import date

from virtualcio.analysis.inventory.lifecycle import MatchKind, match_product
from virtualcio.exchange.facts_tables import program_tables
from virtualcio.model.inventory import AssetCategory, RemedyKind

TABLES = program_tables()


def test_every_row_says_where_it_comes_from() -> None:
    assert len(TABLES.products) > 500
    assert all(row.source and row.as_of for row in TABLES.products)
    assert all(rule.source and rule.why for rule in TABLES.successors)
    assert all(fact.source for fact in TABLES.service_life.values())


def test_no_version_stands_there_twice() -> None:
    titles = [row.title for row in TABLES.products]
    assert len(titles) == len(set(titles))


def test_every_product_can_be_named_and_has_a_successor_rule() -> None:
    named = {family.product for family in TABLES.families}
    assert {row.product for row in TABLES.products} == named
    assert all(TABLES.successor_rule(row) is not None for row in TABLES.products)


def test_ends_lie_after_releases() -> None:
    for row in TABLES.products:
        if row.release and row.security_end:
            assert row.release < row.security_end, row.title


def test_each_version_is_found_by_its_own_title() -> None:
    missed = []
    for version in TABLES.products:
        match = match_product(version.title, TABLES)
        if match.version is not version or match.how is not MatchKind.EXACT:
            missed.append((version.title, match.how))
    assert missed == []


def test_every_category_but_lines_and_others_has_a_service_life() -> None:
    without = {category for category in AssetCategory if category not in TABLES.service_life}
    assert without == {AssetCategory.LINE, AssetCategory.OTHER}


def test_windows_10_becomes_windows_11_only_on_newer_pcs() -> None:
    version = match_product("Windows 10 Pro 22H2", TABLES).version
    assert version is not None
    rule = TABLES.successor_rule(version)
    assert rule is not None
    assert (rule.remedy, rule.bought_from, rule.otherwise) == (
        RemedyKind.UPDATE, date(2019, 1, 1), RemedyKind.REPLACE,
    )  # fmt: skip


def test_a_longer_version_prefix_goes_before_a_shorter_one() -> None:
    version = match_product("Windows 10 Enterprise LTSC 2019", TABLES).version
    assert version is not None
    rule = TABLES.successor_rule(version)
    assert rule is not None and rule.remedy is RemedyKind.UPGRADE
