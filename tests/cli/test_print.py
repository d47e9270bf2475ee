"""How the command line lays out tables and JSON."""

import json
from datetime import date
from decimal import Decimal

import pytest

from virtualcio.cli.printing import MOST_AT_THE_END, MOST_CHARACTERS, print_json, print_table
from virtualcio.model.inventory import RemedyKind


def test_columns_stand_under_their_titles_and_amounts_end_alike(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_table(("System", "Kostet"), [("USV", "780 €"), ("ERP-Server", "18.400 €")], frozenset({1}))

    assert capsys.readouterr().out == (
        "System        Kostet\n──────────  ────────\nUSV            780 €\nERP-Server  18.400 €\n"
    )


def test_long_and_broken_texts_stay_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("Name", "Notiz"), [("A", "a\nb\tc"), ("y" * 100, "x" * 100)])

    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split(maxsplit=1) == ["A", "a b c"]
    assert lines[3] == "y" * (MOST_CHARACTERS - 1) + "…  " + "x" * (MOST_AT_THE_END - 1) + "…"


def test_an_empty_table_is_its_titles(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("System",), [])

    assert capsys.readouterr().out == "System\n──────\n"


def test_json_keeps_amounts_exact_and_days_sortable(capsys: pytest.CaptureFixture[str]) -> None:
    print_json(
        {"amount": Decimal("1E+3"), "day": date(2026, 2, 3), "kind": RemedyKind.REPLACE, "umlaut": "ä"}
    )

    out = capsys.readouterr().out
    assert json.loads(out) == {"amount": "1000", "day": "2026-02-03", "kind": "replace", "umlaut": "ä"}
    assert "ä" in out


def test_json_refuses_what_nobody_meant_to_print() -> None:
    with pytest.raises(TypeError, match="object"):
        print_json({"thing": object()})
