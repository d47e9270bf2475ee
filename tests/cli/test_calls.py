"""Wrong calls and refused input: one sentence on stderr, the right exit code, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from virtualcio.cli import main as cli


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show",), "Nicht verstanden: es fehlt DATEI"),
        (("show", "x.vcio", "alles"), "„alles“ gehört nicht zu assets, applications"),
        (("show", "x.vcio", "assets", "--on", "31.12.2026"), "„31.12.2026“ ist kein Tag"),
        (("show", "x.vcio", "assets", "--on", "2026-02-31"), "„2026-02-31“ ist kein Tag"),
        (("new", "x.vcio"), "es fehlt --name"),
        (("demo", "x.vcio", "mehr"), "„mehr“ ist hier unbekannt"),
        (("import", "x.vcio", "t.csv", "--into", "autos"), "„autos“ gehört nicht zu"),
        (("screenshots", "x.vcio", "d", "--size", "groß"), "„groß“ ist keine Größe"),
        (("demo", "x.vcio", "--lang"), "der Wert von --lang fehlt"),
    ],
)
def test_a_wrong_call_is_explained_in_one_sentence(run: Run, words: tuple[str, ...], sentence: str) -> None:
    ended = run(*words)

    assert ended.code == 2
    assert sentence in ended.err
    assert ended.err.count("\n") == 1
    assert ended.out == ""


def test_the_sentences_are_there_in_english_too(run: Run) -> None:
    assert "missing: --name" in run("--lang", "en", "new", "x.vcio").err
    assert "missing: --name" in run("new", "x.vcio", "--lang=en").err


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_explains_itself_in_both_languages(run: Run, verb: str) -> None:
    german, english = run(verb, "--help"), run(verb, "--help", "--lang", "en")

    assert german.code == english.code == 0
    assert german.out.startswith(f"Aufruf: virtualcio {verb}")
    assert english.out.startswith(f"Call: virtualcio {verb}")
    assert "DATEI" in german.out and "DATEI" not in english.out


def test_the_help_names_all_verbs_and_exit_codes(run: Run) -> None:
    ended = run("--help")

    assert ended.code == 0
    for verb in cli.VERBS:
        assert f"\n    {verb}" in ended.out
    assert "3: Eingabe" in ended.out


@pytest.mark.parametrize(
    "make",
    [
        lambda path: None,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"PK\x03\x04 kein Betrieb"),
        lambda path: path.mkdir(),
    ],
    ids=["missing", "empty", "other", "folder"],
)
def test_what_is_no_company_file_is_refused_and_stays(run: Run, tmp_path: Path, make: object) -> None:
    path = tmp_path / "x.vcio"
    assert callable(make)
    make(path)
    before = path.read_bytes() if path.is_file() else None

    for words in (("show", path, "assets"), ("export", path, tmp_path / "a.xlsx"), ("verify", path)):
        ended = run(*words)
        assert ended.code == 3, ended.err
        assert ended.err.count("\n") == 1 and "Traceback" not in ended.err
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not (tmp_path / "a.xlsx").exists()


def test_a_fault_of_the_program_leaves_a_report_and_no_traceback(
    run: Run, demo: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_options: object) -> int:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("virtualcio.cli.file_verbs.DOING", {"verify": broken})
    ended = run("verify", demo)

    assert ended.code == 70
    assert "Bericht liegt in" in ended.err and "Traceback" not in ended.err
    assert "ZeroDivisionError: a bug" in (own_home / "command-line-fault.txt").read_text(encoding="utf-8")


def test_the_language_of_the_terminal_counts_unless_another_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    assert "Options:" in run("show", "--help").out
    assert "Optionen:" in run("show", "--help", "--lang", "de").out


def test_a_real_terminal_sees_codes_and_sentences(tmp_path: Path) -> None:
    def call(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "LANG": "de_DE.UTF-8", "LC_ALL": ""}
        return subprocess.run(
            [sys.executable, "-m", "virtualcio", *words],
            capture_output=True, encoding="utf-8", env=environment, check=False, timeout=60,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip

    path = str(tmp_path / "demo.vcio")
    first, again = call("demo", path), call("demo", path)

    assert (first.returncode, first.stderr) == (0, "")
    assert again.returncode == 3 and again.stderr.count("\n") == 1
    # in a process of its own: nothing but reading the file has prepared the model
    shown = call("show", path, "assets")
    assert (shown.returncode, shown.stderr) == (0, "") and "ERP-Server HV01" in shown.stdout


def test_the_command_line_starts_without_anything_heavy() -> None:
    probe = (
        "import sys; from virtualcio.cli import main as cli; "
        "print({'sqlalchemy', 'openpyxl', 'PySide6', 'argparse'} & set(sys.modules) or 'light')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )

    assert ended.stdout.strip() == "light", ended.stdout + ended.stderr
