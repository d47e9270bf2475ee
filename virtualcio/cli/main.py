"""The command line: finds out what is wanted, lets the actions do it, and turns errors into one sentence.

Exit codes: 0 fine, 1 findings or rows not taken, 2 wrong call, 3 input refused, 70 a fault in the program.
Nothing heavier than argparse is imported here: the window's start goes through this file.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from virtualcio.errors import UserError
from virtualcio.texts import LANGUAGES, _, use_language

VERBS = (
    "demo", "new", "import", "show", "check", "plan", "export", "report", "verify", "backup", "screenshots",
)  # fmt: skip

FINE = 0
WRONG_CALL = 2
FAULT = 70  # EX_SOFTWARE
INTERRUPTED = 130


def main(argv: Sequence[str]) -> int:
    """Do what the words of a command line say; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a sign must not end the program
    use_language(_language(argv))
    try:
        if "--self-test" in argv and _verb(argv) is None:
            from virtualcio.cli.self_test import self_test

            return self_test()
        if _verb(argv) is None and not {"-h", "--help", "--version"} & set(argv):
            return _open_window(argv)
        return _run(argv)
    except UserError as error:
        print(error.message, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # whoever read our output (such as `head`) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except SystemExit as ended:  # argparse leaves this way
        return ended.code if isinstance(ended.code, int) else FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:
        print(_report_fault(), file=sys.stderr)
        return FAULT


def _language(argv: Sequence[str]) -> str:
    """`--lang`, else that of the terminal, else German."""
    for position, word in enumerate(argv):
        chosen = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and position + 1 < len(argv):
            chosen = argv[position + 1]
        if chosen in LANGUAGES:
            return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "en" if os.environ[name].startswith("en") else "de"
    return "de"


def _verb(argv: Sequence[str]) -> str | None:
    """The first word that is neither an option nor the value of one, if it is a verb.

    A company file that is called like one is opened as ./demo.
    """
    after_lang = False
    for word in argv:
        if after_lang or word.startswith("-"):
            after_lang = word == "--lang"
            continue
        return word if word in VERBS else None
    return None


def _open_window(argv: Sequence[str]) -> int:
    # A start makes tens of thousands of things and throws none away; the window turns this on again.
    gc.disable()
    from virtualcio import app
    from virtualcio.cli.parser import window_parser

    options = window_parser().parse_args(argv)
    return app.open_window(Path(options.file) if options.file else None, getattr(options, "lang", ""))


def _run(argv: Sequence[str]) -> int:
    from virtualcio.cli.parser import parser

    options = parser().parse_args(argv)
    if options.verb == "show":
        from virtualcio.cli.show import show

        return show(options)
    if options.verb == "check":
        from virtualcio.cli.show_checks import check

        return check(options)
    if options.verb == "import":
        from virtualcio.cli.import_list import import_table

        return import_table(options)
    if options.verb == "report":
        from virtualcio.cli.report import report

        return report(options)
    if options.verb == "plan":
        from virtualcio.cli.plan import plan

        return plan(options)
    if options.verb == "export":
        from virtualcio.cli.export_for import export

        return export(options)
    from virtualcio.cli.file_verbs import DOING

    return DOING[options.verb](options)


def _report_fault() -> str:
    """Keep the traceback for whoever mends it, and say where it lies."""
    import traceback

    from virtualcio import places

    report = places.user_dir() / "command-line-fault.txt"
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError as error:
        return _("The program made a mistake: {what}. Your file is as it was before.").format(
            what=f"{traceback.format_exc().strip().splitlines()[-1]} ({error.strerror})"
        )
    return _("The program made a mistake. Your file is as it was before; the report is in {path}.").format(
        path=report
    )
