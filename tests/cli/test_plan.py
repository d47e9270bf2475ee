"""The verb plan: finds the best plan, says how good it is, and takes it over if asked."""

import json
import os
import signal
import threading
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Run
from virtualcio.actions.open_company import open_company
from virtualcio.model import Initiative

SHORT = ("--seconds", "3", "--on", TODAY)


def starts(file: Path) -> dict[str, date | None]:
    company = open_company(file, None, date.fromisoformat(TODAY))
    try:
        return {one.name: one.start for one in company.data.all(Initiative)}
    finally:
        company.close()


def test_the_proposal_stands_beside_todays_plan_and_nothing_is_changed(run: Run, demo: Path) -> None:
    before = starts(demo)
    ended = run("plan", demo, *SHORT)

    assert ended.code == 0
    assert ended.out.startswith("Planvorschlag: Mit Ihren Angaben gibt es keinen besseren Zeitplan\n")
    assert "Warum nicht früher" in ended.out and "neu eingeplant" in ended.out
    assert "„Neue Website“ braucht Tage von niemand Bestimmtem" in ended.out
    assert starts(demo) == before


def test_taken_over_it_stands_in_the_file(run: Run, demo: Path) -> None:
    before = starts(demo)
    answer = json.loads(run("plan", demo, *SHORT, "--json").out)
    ended = run("plan", demo, *SHORT, "--apply")

    wanted = {one["name"]: one["start"] for one in answer["initiatives"]}
    after = starts(demo)
    assert {name: after[name] and after[name].isoformat() for name in wanted} == wanted
    changed = [name for name in after if after[name] != before[name]]
    assert ended.out.splitlines()[-1] == f"Übernommen: {len(changed)} Starts geändert."
    assert len(changed) == sum(one["before"] != one["start"] for one in answer["initiatives"])


def test_as_json_it_is_one_object_with_value_bound_and_reasons(run: Run, demo: Path) -> None:
    answer = json.loads(run("plan", demo, *SHORT, "--json", "--parallel", "2").out)

    assert (answer["status"], answer["applied"]) == ("proven", None)
    assert answer["value"] == answer["bound"] and answer["gap"] == "0.000000"
    assert [one["reason"] for one in answer["not_planned"]] == ["without_pool"]
    late = next(one for one in answer["initiatives"] if one["name"] == "Kundenportal")
    assert late["held_back"]


@pytest.mark.parametrize("aim", ["early", "even"])
def test_the_other_aims_find_a_plan_too(run: Run, demo: Path, aim: str) -> None:
    answer = json.loads(run("plan", demo, "--seconds", "2", "--on", TODAY, "--aim", aim, "--json").out)

    assert (answer["aim"], answer["status"] in ("proven", "best_found")) == (aim, True)


def test_an_impossible_plan_ends_with_1_and_says_what_contradicts(run: Run, demo: Path) -> None:
    ended = run("plan", demo, *SHORT, "--money", "0.3", "--apply")

    assert ended.code == 1
    assert ended.out.startswith("Kein Zeitplan erfüllt alle Ihre Vorgaben\n")
    assert "Diese Vorgaben widersprechen einander:" in ended.out
    assert "→ „ERP-Umzug in die Cloud“ lösen" in ended.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--aim", "schnell"), "benefit, early, even"),
        (("--months", "0"), "„0“ ist keine ganze Zahl von 1 bis 120"),
        (("--money", "viel"), "„viel“ ist kein Anteil von 0 bis 10"),
        (("--parallel", "-1"), "„-1“ ist keine ganze Zahl von 1 bis 50"),
    ],
)
def test_a_wrong_call_is_one_sentence(run: Run, demo: Path, words: tuple[str, ...], said: str) -> None:
    ended = run("plan", demo, *words)

    assert ended.code == 2 and ended.err.count("\n") == 1
    assert said in ended.err


def test_ctrl_c_keeps_the_best_so_far(run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pressed as soon as there is a plan; a search that had ended by then says the same plan."""
    from virtualcio.cli import plan as verb

    pressed = []

    def press(*_progress: object) -> None:
        if not pressed:
            pressed.append(threading.Timer(0, os.kill, (os.getpid(), signal.SIGINT)))
            pressed[0].start()

    monkeypatch.setattr(verb, "_say", press)
    monkeypatch.setattr(verb, "_SAY", 0.1)
    ended = run("plan", demo, "--seconds", "60", "--on", TODAY, "--json")

    assert pressed and ended.code == 0
    answer = json.loads(ended.out)
    assert answer["stopped"] and "beste" in ended.err
    assert answer["status"] in ("best_found", "not_found")
