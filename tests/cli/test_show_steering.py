"""show budget, spending, changes, reviews, tasks and security: the window's figures, for programs."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import TODAY, Run

GROUPS = ["category", "goal", "process", "owner", "supplier", "change"]
STEERING = ["budget", "spending", "changes", "reviews", "tasks", "security"]


def show(run: Run, file: Path, what: str, *options: str) -> Any:
    ended = run("show", file, what, "--on", TODAY, "--json", *options)
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


@pytest.fixture
def small(run: Run, tmp_path: Path) -> Path:
    """100 € a month from April 2026 on, and 1.200,50 € once in 2027; fiscal year = calendar year."""
    file, table = tmp_path / "klein.vcio", tmp_path / "plan.csv"
    assert run("new", file, "--name", "Klein GmbH").code == 0
    table.write_text(
        "Position;Kategorie;Betrag;Zahlweise;Erste Zahlung\n"
        "Leitung;Telefon und Internet;100,00;monatlich;01.04.2026\n"
        "Kurs;Schulung;1200,50;einmalig;15.03.2027\n",
        encoding="utf-8",
    )
    ended = run("import", file, table, "--into", "budget")
    assert ended.code == 0, ended.out + ended.err
    return file


def test_the_budget_adds_up_by_year_and_category(run: Run, small: Path) -> None:
    answer = show(run, small, "budget")

    years = [column["year"] for column in answer["columns"]]
    totals = dict(zip(years, answer["totals"], strict=True))
    assert (totals[2025], totals[2026], totals[2027]) == ("0.00", "900.00", "2400.50")  # 9 and 12 months
    rows = {row["id"]: row for row in answer["rows"]}
    assert rows["training"]["total"] == "1200.50"
    assert {line["name"] for line in answer["lines"]} == {"Leitung", "Kurs"}


def test_one_year_is_shown_by_months(run: Run, small: Path) -> None:
    answer = show(run, small, "budget", "--year", "2026")

    assert len(answer["columns"]) == 12 and answer["columns"][3]["first"] == "2026-04-01"
    assert answer["totals"] == ["0.00"] * 3 + ["100.00"] * 9
    assert [one["plan"] for one in answer["years"]] == ["900.00"]
    assert "04/26" in run("show", small, "budget", "--on", TODAY, "--year", "2026").out


@pytest.mark.parametrize("basis", ["cash", "cost"])
def test_every_view_of_the_budget_comes_to_the_same_sum(run: Run, demo: Path, basis: str) -> None:
    totals = {show(run, demo, "budget", "--by", by, "--basis", basis)["total"] for by in GROUPS}

    assert len(totals) == 1 and Decimal(totals.pop()) > 100_000


def test_what_has_no_amount_is_named(run: Run, demo: Path) -> None:
    out = run("show", demo, "budget", "--on", TODAY).out

    assert "Positionen ohne Betrag zählen 0:" in out and "Reserve für Unvorhergesehenes" in out


def test_a_year_outside_the_plan_is_answered_with_the_years_there_are(run: Run, small: Path) -> None:
    ended = run("show", small, "budget", "--on", TODAY, "--year", "1999")

    assert ended.code == 3 and ended.out == ""
    assert ended.err == "Der Plan umfasst die Geschäftsjahre 2024 bis 2030; 1999 gehört nicht dazu.\n"


def test_options_of_the_budget_change_nothing_elsewhere_and_are_refused_there(run: Run, demo: Path) -> None:
    ended = run("show", demo, "tasks", "--by", "goal", "--year", "2026")

    assert ended.code == 3
    assert ended.err == "--year, --by passt nur zu „show DATEI budget“.\n"


@pytest.mark.parametrize(("option", "value"), [("--by", "colour"), ("--basis", "x"), ("--year", "26")])
def test_a_view_that_is_none_is_a_wrong_call(run: Run, demo: Path, option: str, value: str) -> None:
    ended = run("show", demo, "budget", option, value)

    assert ended.code == 2 and ended.err.count("\n") == 1 and value in ended.err


def test_assigned_spending_is_three_sums_and_threads_add_up(run: Run, demo: Path) -> None:
    answer = show(run, demo, "spending")

    sums = [Decimal(answer[name]) for name in ("fresh", "stale", "unassigned")]
    assert sum(sums) == Decimal(answer["total"])
    for one in answer["expenses"]:
        threads = sum((Decimal(thread["amount"]) for thread in one["threads"]), Decimal(0))
        assert threads == Decimal(one["amount"]) or not one["threads"]
        assert bool(one["missing"]) == (one["standing"] == "unassigned")
    out = run("show", demo, "spending", "--on", TODAY).out
    assert "■ " in out and "ohne Zweck" in out


def test_changes_are_told_since_the_last_closed_review(run: Run, demo: Path) -> None:
    answer = show(run, demo, "changes")

    assert answer["since"]["name"] == "Q3 2026"
    backlog = next(one for one in answer["figures"] if one["key"] == "backlog")
    assert Decimal(backlog["before"]) == Decimal("74102.28")
    assert Decimal(backlog["difference"]) == Decimal(backlog["after"]) - Decimal(backlog["before"])
    out = run("show", demo, "changes", "--on", TODAY).out
    assert "Seit dem Review Q3 2026, abgeschlossen am 20.09.2026" in out


def test_without_a_closed_review_nothing_is_compared(run: Run, small: Path) -> None:
    assert "Noch kein Review ist abgeschlossen" in run("show", small, "changes", "--on", TODAY).out
    assert show(run, small, "changes")["since"] is None


def test_reviews_hold_what_was_frozen(run: Run, demo: Path) -> None:
    answer = show(run, demo, "reviews")

    third = next(one for one in answer["reviews"] if one["name"] == "Q3 2026")
    assert Decimal(third["figures"]["backlog"]["value"]) == Decimal("74102.28")
    assert third["left_open"] == ["Für „Kundenstammdaten“ ist noch niemand verantwortlich."]
    assert "Neue Website zurückstellen" in {one["name"] for one in third["decisions"]}
    assert "74.102" in run("show", demo, "reviews", "--on", TODAY).out


def test_overdue_tasks_come_first(run: Run, demo: Path) -> None:
    answer = show(run, demo, "tasks")

    first = answer["open_tasks"][0]
    assert first["name"] == "Notfallplan mit allen Abteilungsleitern durchgehen" and first["overdue"]
    assert answer["overdue"] == sum(
        one["overdue"] for one in (*answer["open_tasks"], *answer["open_decisions"])
    )
    assert "■ 31.10.2026" in run("show", demo, "tasks", "--on", TODAY).out


def test_the_security_check_has_all_questions(run: Run, demo: Path) -> None:
    answer = show(run, demo, "security")

    assert len(answer["questions"]) == 27 and (answer["points"], answer["possible"]) == (24, 37)
    assert sum(area["points"] for area in answer["areas"]) == answer["points"]
    assert "24 von 37 Punkten" in run("show", demo, "security", "--on", TODAY).out


@pytest.mark.parametrize("what", STEERING)
def test_an_empty_company_and_english_are_answered_too(run: Run, tmp_path: Path, what: str) -> None:
    file = tmp_path / "leer.vcio"
    run("new", file, "--name", "Leer GmbH")

    ended = run("show", file, what, "--lang", "en")

    assert (ended.code, ended.err) == (0, "") and ended.out
    assert show(run, file, what) is not None
