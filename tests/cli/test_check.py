"""The verb check: findings for people and programs, and an exit code that a nightly job can act on."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Run


@pytest.fixture
def only_watched(run: Run, tmp_path: Path) -> Path:
    """A company with one printer that nobody is responsible for: worth watching, not urgent."""
    file, table = tmp_path / "klein.vcio", tmp_path / "liste.csv"
    run("new", file, "--name", "Klein GmbH")
    table.write_text("Name;Kategorie;Kaufdatum\nDrucker 1;Drucker;01.10.2026\n", encoding="utf-8")
    assert run("import", file, table, "--into", "assets").code == 0
    return file


def test_what_is_to_be_done_ends_with_1(run: Run, demo: Path) -> None:
    ended = run("check", demo, "--on", TODAY)

    assert ended.code == 1
    assert "■ „ERP-Server HV01“: keine Sicherheitsupdates mehr" in ended.out


def test_the_findings_are_those_of_show_checks(run: Run, demo: Path) -> None:
    checked = json.loads(run("check", demo, "--on", TODAY, "--json").out)

    assert checked["findings"] == json.loads(run("show", demo, "checks", "--on", TODAY, "--json").out)
    assert (checked["day"], checked["fail_on"], checked["failed"]) == (TODAY, "act", True)
    assert sum(checked["counts"].values()) == len(checked["findings"])
    severities = [one["severity"] for one in checked["findings"]]
    assert severities == sorted(severities)  # act before watch


def test_what_is_only_to_be_watched_fails_on_request(run: Run, only_watched: Path) -> None:
    usual = run("check", only_watched, "--on", TODAY)
    strict = run("check", only_watched, "--on", TODAY, "--fail-on", "watch")

    assert "▲" in usual.out and "■" not in usual.out
    assert usual.out == strict.out
    assert (usual.code, strict.code) == (0, 1)


def test_where_nothing_stands_out_nothing_fails(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "leer.vcio", "--name", "Leer GmbH")

    ended = run("check", tmp_path / "leer.vcio", "--fail-on", "watch")

    assert (ended.code, ended.out, ended.err) == (0, "Nichts fällt auf.\n", "")


def test_another_severity_is_a_wrong_call(run: Run, demo: Path) -> None:
    ended = run("check", demo, "--fail-on", "panic")

    assert ended.code == 2 and "„panic“ gehört nicht zu act, watch" in ended.err


def test_checking_changes_nothing_in_the_file(run: Run, demo: Path) -> None:
    before = demo.read_bytes()
    run("check", demo)

    assert demo.read_bytes() == before
