"""The verb show: the same figures as the window, for people and for programs, for any day."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Run


def show(run: Run, demo: Path, what: str, *more: str) -> object:
    ended = run("show", demo, what, "--on", TODAY, "--json", *more)
    assert ended.err == ""
    return json.loads(ended.out)


def test_assets_stand_in_a_table_with_what_they_cost(run: Run, demo: Path) -> None:
    ended = run("show", demo, "assets", "--on", TODAY)

    assert ended.code == 0
    line = next(line for line in ended.out.splitlines() if line.startswith("ERP-Server HV01"))
    assert "Windows Server 2012 R2" in line and "18.400 €" in line and "■ 10/2023" in line


def test_assets_as_json_have_every_field_under_its_key(run: Run, demo: Path) -> None:
    rows = show(run, demo, "assets")

    assert isinstance(rows, list) and len(rows) == 54
    server = next(row for row in rows if row["name"] == "ERP-Server HV01")
    assert server["purchase_date"] == "2018-03-12"
    assert server["cost"] == "11240.00"
    assert server["due"]["day"] == "2023-10-10" and server["due"]["tone"] == "act"
    assert server["site"]["name"] == "Hauptwerk Biberach"


def test_the_backlog_adds_up(run: Run, demo: Path) -> None:
    answer = show(run, demo, "backlog")

    assert isinstance(answer, dict)
    assert answer["total"] == "70052.28" and answer["day"] == TODAY
    cents = [round(float(item["amount"]) * 100) for item in answer["items"] if item["amount"]]
    assert sum(cents) == 7_005_228
    assert answer["wave"][0]["year"] is None and answer["wave"][0]["total"] == "70052.28"
    assert answer["curves"]["doing_nothing"][0] == "70052.28"


def test_the_backlog_of_another_day_is_another_one(run: Run, demo: Path) -> None:
    ended = run("show", demo, "backlog", "--on", "2019-06-30")

    assert ended.code == 0
    # only the fax server was in use and due by then: bought 20.02.2012, 2.900 € × 1,02^7 = 3.331,19 €
    assert ended.out.splitlines()[0] == "Investitionsstau am 30.06.2019: 3.331\u00a0€"
    assert "Faxserver" in ended.out


def test_contracts_say_by_when_to_decide(run: Run, demo: Path) -> None:
    rows = show(run, demo, "contracts")

    assert isinstance(rows, list)
    printers = next(row for row in rows if row["name"] == "Wartung und Toner Drucker")
    assert printers["last_day_of_notice"] == "2026-11-30"
    assert printers["decide_by"] == "2026-11-23"
    assert printers["price_of_missing"] == "7680.00"


def test_dependencies_name_what_stops_and_what_stands_alone(run: Run, demo: Path) -> None:
    answer = show(run, demo, "dependencies")

    assert isinstance(answer, dict)
    server = next(hit for hit in answer["what_stops"] if hit["name"] == "ERP-Server HV01")
    assert "Auftragsabwicklung" in [process["name"] for process in server["processes"]]
    assert server["bearable_hours"] == 8 and server["criticality"] == "critical"
    assert [one["name"] for one in answer["single_points_of_failure"]] == ["Speichersystem Serverraum"]
    assert not [hit for hit in answer["what_stops"] if hit["name"] == "Faxserver"]  # out of use


def test_dependencies_are_readable(run: Run, demo: Path) -> None:
    out = run("show", demo, "dependencies", "--on", TODAY).out

    assert "Was steht, wenn etwas ausfällt" in out
    assert "Daran allein hängen kritische Prozesse" in out


def test_open_findings_make_the_exit_code_1(run: Run, demo: Path, tmp_path: Path) -> None:
    found = run("show", demo, "checks", "--on", TODAY)
    answer = json.loads(run("show", demo, "checks", "--on", TODAY, "--json").out)

    assert found.code == 1 and found.out.startswith(f"{len(answer)} Hinweise\n")
    assert len(answer) > 10
    assert {"check", "severity", "title", "detail", "objects", "money", "act_by"} == set(answer[0])
    run("new", tmp_path / "leer.vcio", "--name", "Leer GmbH")
    nothing = run("show", tmp_path / "leer.vcio", "checks")
    assert nothing.code == 0 and "Nichts fällt auf." in nothing.out


@pytest.mark.parametrize("what", ["assets", "backlog", "contracts", "dependencies", "checks"])
def test_an_empty_company_can_be_shown_in_both_languages(run: Run, tmp_path: Path, what: str) -> None:
    run("new", tmp_path / "leer.vcio", "--name", "Leer GmbH")

    for language in ("de", "en"):
        ended = run("show", tmp_path / "leer.vcio", what, "--lang", language)
        assert (ended.code, ended.err) == (0, "")
        assert json.loads(run("show", tmp_path / "leer.vcio", what, "--json").out) is not None


@pytest.mark.parametrize("what", ["assets", "backlog", "contracts", "dependencies", "checks"])
def test_showing_changes_nothing_in_the_file(run: Run, demo: Path, what: str) -> None:
    before = demo.read_bytes()
    run("show", demo, what)

    assert demo.read_bytes() == before
