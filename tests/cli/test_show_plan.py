"""show goals, kpis, capabilities, maturity, ranking, roadmap and load: the window's figures, for programs."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import TODAY, Run
from virtualcio.actions.open_company import open_company
from virtualcio.cli.file_verbs import today
from virtualcio.model import Initiative, InitiativeDependency
from virtualcio.texts import Message

PLAN = ["goals", "kpis", "capabilities", "maturity", "ranking", "roadmap", "load"]


def show(run: Run, demo: Path, what: str) -> Any:
    ended = run("show", demo, what, "--on", TODAY, "--json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


def line_of(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(start))


def test_goals_say_where_they_stand_and_what_their_weights_come_to(run: Run, demo: Path) -> None:
    out = run("show", demo, "goals", "--on", TODAY).out
    answer = show(run, demo, "goals")

    assert "■ hinter Plan" in line_of(out, "Mehr Umsatz mit Bestandskunden")
    assert answer["weights_total"] == "100.00"
    sales = next(goal for goal in answer["goals"] if goal["name"] == "Mehr Umsatz mit Bestandskunden")
    assert (sales["weight"], sales["weight_share"], sales["worst"]) == ("35.00", "0.350000", "behind")
    assert {"CRM mit Kundenhistorie", "Gepflegte Kundenstammdaten"} <= {one["name"] for one in sales["needs"]}


def test_a_kpi_has_its_values_and_the_quarters_they_come_to(run: Run, demo: Path) -> None:
    kpis = show(run, demo, "kpis")

    lead_time = next(kpi for kpi in kpis if kpi["name"] == "Angebotsdurchlaufzeit")
    assert Decimal(lead_time["current"]) == Decimal("6.1") and lead_time["state"] == "on_plan"
    assert Decimal(lead_time["values"][-1]["value"]) == Decimal("6.1")
    assert [one["quarter_end"] for one in lead_time["quarters"]] == sorted(
        one["quarter_end"] for one in lead_time["quarters"]
    )
    assert sum(one["count"] for one in lead_time["quarters"]) == len(lead_time["values"])


def test_a_share_that_never_ends_is_rounded_to_six_places(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "drei.vcio"
    run("new", file, "--name", "Drei GmbH")
    table = tmp_path / "ziele.csv"
    table.write_text("Ziel;Gewicht\nA;10\nB;10\nC;10\n", encoding="utf-8")
    assert run("import", file, table, "--into", "goals").code == 0

    goals = show(run, file, "goals")["goals"]

    assert [goal["weight_share"] for goal in goals] == ["0.333333"] * 3


def test_capabilities_tell_what_was_typed_from_what_is_known(run: Run, demo: Path) -> None:
    rows = show(run, demo, "capabilities")

    data = next(one for one in rows if one["name"] == "Gepflegte Kundenstammdaten")
    assert (data["rating"], data["effective"], data["reasons"]) == ("there", "weak", ["without_owner"])


def test_maturity_shows_departments_and_dimensions(run: Run, demo: Path) -> None:
    out = run("show", demo, "maturity", "--on", TODAY).out
    answer = show(run, demo, "maturity")

    assert "3 → 4" in line_of(out, "Vertrieb")
    assert len(answer["dimensions"]) == 10
    sales = next(one for one in answer["departments"] if one["name"] == "Vertrieb")
    assert sales["ratings"]["communication"] == {
        "today": 3, "wanted": 4, "rated_on": sales["ratings"]["communication"]["rated_on"], "old": False,
    }  # fmt: skip


def test_the_ranking_puts_what_must_be_done_first_and_its_points_add_up(run: Run, demo: Path) -> None:
    out = run("show", demo, "ranking", "--on", TODAY).out
    answer = show(run, demo, "ranking")

    assert [one["name"] for one in answer["must"]] == ["E-Rechnung versenden", "ERP-Umzug in die Cloud"]
    assert [one["rank"] for one in answer["ranked"]] == list(range(1, len(answer["ranked"]) + 1))
    assert "Pflicht zum 01.01.2027" in next(line for line in out.splitlines() if "E-Rechnung" in line)
    for one in (*answer["must"], *answer["ranked"]):
        points = [Decimal(part["points"]) for part in one["contributions"]]
        assert sum(points, Decimal(0)) == Decimal(one["benefit"])


def test_a_circle_is_named_for_people_and_programs(run: Run, demo: Path) -> None:
    company = open_company(demo, None, today())
    first, second = company.data.all(Initiative)[:2]
    with company.workspace.change(Message("test")) as edit:
        for link in company.data.all(InitiativeDependency):
            edit.delete(link)
        edit.add(InitiativeDependency(initiative_id=first.id, prerequisite_id=second.id))
        edit.add(InitiativeDependency(initiative_id=second.id, prerequisite_id=first.id))
    company.close()

    out = run("show", demo, "ranking", "--on", TODAY).out
    (circle,) = show(run, demo, "ranking")["circles"]

    assert "Diese warten im Kreis aufeinander:" in out
    assert {one["name"] for one in circle["initiatives"]} == {first.name, second.name}
    conflicts = show(run, demo, "roadmap")["conflicts"]
    assert [one["kind"] for one in conflicts].count("circle") == 1


def test_the_roadmap_has_bars_conflicts_and_the_move_that_mends(run: Run, demo: Path) -> None:
    out = run("show", demo, "roadmap", "--on", TODAY).out
    answer = show(run, demo, "roadmap")

    assert "Januar 2027 – Juli 2027" in line_of(out, "Muss: ERP-Umzug in die Cloud")
    assert "Noch ohne Termin:\n  Neue Website" in out
    bar = next(one for one in answer["bars"] if one["name"] == "ERP-Umzug in die Cloud")
    assert (bar["start"], bar["months"], bar["end"]) == ("2027-01-01", 7, "2027-08-01")
    assert bar["must"] and bar["goal"]["name"] == "Sicher und lieferfähig bleiben"
    late = next(one for one in answer["conflicts"] if one["kind"] == "in_the_past")
    assert late["title"] == "„Angebotsvorlagen im CRM“ sollte fertig sein"
    assert late["mend"]["title"] in out and late["mend"]["start"] == "2026-07-01"


def test_the_load_of_a_month_is_that_of_its_initiatives(run: Run, demo: Path) -> None:
    out = run("show", demo, "load", "--on", TODAY).out
    pools = show(run, demo, "load")

    assert "■ 14,39 von 12 PT" in line_of(out, "02/2027")
    for pool in pools:
        for month, days in enumerate(pool["load"]):
            parts = (Decimal(one["days"][month]) for one in pool["initiatives"])
            assert sum(parts, Decimal(0)) == Decimal(days)


@pytest.mark.parametrize("what", PLAN)
def test_an_empty_company_can_be_shown_in_both_languages(run: Run, tmp_path: Path, what: str) -> None:
    run("new", tmp_path / "leer.vcio", "--name", "Leer GmbH")

    for language in ("de", "en"):
        ended = run("show", tmp_path / "leer.vcio", what, "--lang", language)
        assert (ended.code, ended.err) == (0, "")
        assert json.loads(run("show", tmp_path / "leer.vcio", what, "--json").out) is not None


@pytest.mark.parametrize("what", PLAN)
def test_showing_changes_nothing_in_the_file(run: Run, demo: Path, what: str) -> None:
    before = demo.read_bytes()
    run("show", demo, what)

    assert demo.read_bytes() == before
