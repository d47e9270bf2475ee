"""The verb report writes minutes; import takes actual costs, budget lines and a whole workbook."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Run

ACCOUNTS = Path(__file__).parents[1] / "samples" / "summen_salden.csv"


@pytest.mark.parametrize("day", ["2026-09-20", "2026-08-01"])  # held on, and in the quarter
def test_minutes_are_found_by_the_day_or_the_quarter(run: Run, demo: Path, tmp_path: Path, day: str) -> None:
    out = tmp_path / "p.pdf"
    ended = run("report", demo, out, "--review", day, "--on", TODAY)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"Geschrieben: {out}, das Protokoll von Q3 2026.\n"
    assert out.read_bytes().startswith(b"%PDF")


def test_as_json_it_says_which_review_it_was(run: Run, demo: Path, tmp_path: Path) -> None:
    ended = run("report", demo, tmp_path / "p.pdf", "--review", "2026-06-21", "--json")

    answer = json.loads(ended.out)
    assert (answer["review"], answer["draft"]) == ("Q2 2026", False)


def test_a_day_without_a_review_is_answered_with_the_days_there_are(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    ended = run("report", demo, tmp_path / "p.pdf", "--review", "2020-01-01")

    assert ended.code == 3 and ended.err.count("\n") == 1
    assert "Zum 01.01.2020 gibt es kein Review" in ended.err and "Q3 2026 (20.09.2026)" in ended.err
    assert not (tmp_path / "p.pdf").exists()


def test_a_company_without_reviews_has_no_minutes(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "neu.vcio"
    run("new", file, "--name", "Neu GmbH")

    ended = run("report", file, tmp_path / "p.pdf", "--review", "2026-09-20")

    assert ended.code == 3 and "noch kein Review" in ended.err


@pytest.mark.parametrize("name", ["p.txt", "p", "nicht/da.pdf"])
def test_a_place_that_cannot_be_is_refused_in_one_sentence(
    run: Run, demo: Path, tmp_path: Path, name: str
) -> None:
    ended = run("report", demo, tmp_path / name, "--review", "2026-09-20")

    assert ended.code == 3 and ended.err.count("\n") == 1
    assert not (tmp_path / name).exists()


def test_a_report_needs_to_know_which_review(run: Run, demo: Path, tmp_path: Path) -> None:
    ended = run("report", demo, tmp_path / "p.pdf")

    assert ended.code == 2 and "es fehlt --review" in ended.err


def test_actual_costs_go_into_the_accounts(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "neu.vcio"
    run("new", file, "--name", "Muster GmbH")

    ended = run("import", file, ACCOUNTS, "--into", "actuals", "--json")

    answer = json.loads(ended.out)
    assert ended.code == 0, ended.out
    assert answer["into"] == "accounts" and len(answer["added"]) == 10


def test_the_months_of_a_list_that_does_not_say_them_are_given(run: Run, tmp_path: Path) -> None:
    file, table = tmp_path / "neu.vcio", tmp_path / "konten.csv"
    run("new", file, "--name", "Muster GmbH")
    table.write_text("Konto;Bezeichnung;Soll;Haben\n4806;Wartung Software;1.200,00;0,00\n", encoding="utf-8")

    run("import", file, table, "--into", "actuals", "--months", "01.2026-10.2026")

    years = json.loads(run("show", file, "budget", "--on", TODAY, "--json", "--year", "2026").out)["years"]
    assert (years[0]["actual"], years[0]["actual_until"]) == ("1200.00", "2026-10-31")


def test_an_own_workbook_goes_in_as_a_whole(run: Run, demo: Path, tmp_path: Path) -> None:
    book, file = tmp_path / "alles.xlsx", tmp_path / "neu.vcio"
    run("export", demo, book)
    run("new", file, "--name", "Neu GmbH")

    dry = run("import", file, book, "--dry-run")
    assert dry.code == 0 and "Von „Brenner Metallbau GmbH“" in dry.out
    ended = run("import", file, book)

    assert ended.code == 0 and "Zeilen übernommen." in ended.out
    days = ("--on", TODAY, "--json")
    for what in ("budget", "spending", "changes", "reviews", "tasks", "security"):
        assert json.loads(run("show", file, what, *days).out) == json.loads(
            run("show", demo, what, *days).out
        )
    again = json.loads(run("import", file, book, "--existing", "update", "--json").out)
    assert (again["added"], again["updated"], again["remarks"]) == (0, 0, [])
