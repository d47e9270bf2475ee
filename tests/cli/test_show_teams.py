"""show teams: teams, products, 90-day plans, work orders and what the departments work on."""

import json
from pathlib import Path

from tests.cli.conftest import TODAY, Run


def test_teams_are_shown_with_what_they_decide_and_what_each_department_works_on(
    run: Run, demo: Path
) -> None:
    out = run("show", demo, "teams", "--on", TODAY).out
    for words in ("entscheidet bis 3.000 €", "niemand fachlich verantwortlich", "alleingelassen", "2 von 10",
                  "Woran jede Abteilung arbeitet"):  # fmt: skip
        assert words in out.replace("\u00a0", " "), words


def test_as_json_departments_name_initiatives_and_how_they_take_part(run: Run, demo: Path) -> None:
    ended = run("show", demo, "teams", "--on", TODAY, "--json")
    answer = json.loads(ended.out)

    assert (ended.code, len(answer["teams"]), len(answer["work_orders"])) == (0, 5, 4)
    sales = next(one for one in answer["departments"] if one["department"]["name"] == "Vertrieb")
    (now,) = [one for one in sales["now"] if one["initiative"]["name"] == "Angebotsvorlagen im CRM"]
    assert now["ways"] == ["for", "leads", "voice", "team", "process"]
    limits = {one["name"]: one["decision_limit"] for one in answer["teams"]}
    assert limits["ERP-Umzug"] == "5000.00" and limits["Fertigungsdaten"] is None
