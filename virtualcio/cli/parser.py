"""The words that the command line understands, and its help in both languages."""

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from virtualcio import __version__
from virtualcio.cli.plan_options import AIMS, add_plan_options
from virtualcio.texts import LANGUAGES, _, mark

SHOWN = (
    "assets", "applications", "backlog", "contracts", "dependencies", "goals", "kpis", "capabilities",
    "maturity", "ranking", "roadmap", "load", "budget", "depreciation", "spending", "business-case",
    "changes", "reviews", "tasks", "teams", "security", "checks",
)  # fmt: skip
SEVERITIES = ("act", "watch")
# What --into names, and the table that it is.
INTO = {
    **{name: name for name in ("assets", "contracts", "applications", "goals", "kpis", "initiatives")},
    "actuals": "accounts",
    "budget": "budget_lines",
}
GROUPS = ("category", "goal", "process", "owner", "supplier", "change")
BASES = ("cash", "cost")
BOOKS = ("tax", "hgb")
EXISTING = ("skip", "fill", "update")
THEMES = ("light", "dark")

# What argparse says by itself, in our words. {0} is what its sentence was about.
_ARGPARSE_SAYS = (
    (r"the following arguments are required: (.+)", mark("missing: {0}")),
    (r"unrecognized arguments: (.+)", mark("“{0}” is unknown here")),
    (r"argument (.+): expected .*argument.*", mark("the value of {0} is missing")),
    (r"argument (.+): not allowed with argument .+", mark("{0} does not fit with the other options")),
    (r"argument .+?: (.+)", "{0}"),
)


class _Words(argparse.HelpFormatter):
    """Help that speaks the chosen language; argparse writes "usage:" itself."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, _("Call: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser whose every word is translated, and whose errors are one sentence on stderr."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{"add_help": False, "formatter_class": _Words, **options})
        self.words = self.add_argument_group(_("Words"))
        self.options = self.add_argument_group(_("Options"))
        self.options.add_argument("-h", "--help", action="help", help=_("show this help"))

    def error(self, message: str) -> NoReturn:
        sentence = _("Not understood: {what}. “{help}” shows how to call it.").format(
            what=_in_our_words(message), help=f"{self.prog} --help"
        )
        print(sentence, file=sys.stderr)
        sys.exit(2)


def _in_our_words(message: str) -> str:
    for pattern, words in _ARGPARSE_SAYS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return _(words).format(match.group(1))
    return message


AUDIENCES = ("tax", "management")


class _OneOf:
    """A value out of a list. Not argparse's `choices`: their error cannot be translated."""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed

    def __call__(self, text: str) -> str:
        if text in self.allowed:
            return text
        raise argparse.ArgumentTypeError(
            _("“{word}” is none of {words}").format(word=text, words=", ".join(self.allowed))
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no day; it is written like 2026-11-22").format(text=text)
        ) from error


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})[x×](\d{3,4})", text)
    if not match:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no size; it is written like 1440x900").format(text=text)
        )
    return int(match[1]), int(match[2])


def _year(text: str) -> int:
    if re.fullmatch(r"[12]\d{3}", text):
        return int(text)
    raise argparse.ArgumentTypeError(_("“{text}” is no year; it is written like 2026").format(text=text))


def window_parser() -> Parser:
    """`virtualcio [FILE]`."""
    parser = Parser(prog="virtualcio")
    parser.words.add_argument("file", nargs="?", metavar=_("FILE"), help=_("a company file (.vcio) to open"))
    _add_language(parser)
    return parser


def parser() -> Parser:
    """All verbs."""
    parser = Parser(
        prog="virtualcio",
        usage=_("virtualcio [FILE] | virtualcio VERB FILE …"),
        description=_("Runs the IT of a company like a CIO would. Without a verb the window opens."),
        epilog=_(
            "Ends with 0: fine, 1: findings or rows not taken, 2: wrong call, 3: input refused. "
            "“virtualcio VERB --help” explains a verb."
        ),
    )
    parser.options.add_argument(
        "--version", action="version", version=f"VirtualCIO {__version__}", help=_("show the version")
    )
    parser.options.add_argument(
        "--self-test", action="store_true", help=_("try whether the program is complete")
    )
    _add_language(parser)
    verbs = parser.add_subparsers(
        dest="verb",
        required=True,
        metavar=_("VERB"),
        parser_class=Parser,
        title=_("Verbs"),
        prog="virtualcio",
    )

    def verb(name: str, explanation: str) -> Parser:
        added = verbs.add_parser(name, help=explanation, description=explanation)
        added.words.add_argument("file", type=Path, metavar=_("FILE"), help=_("the company file (.vcio)"))
        _add_language(added)
        added.options.add_argument("--json", action="store_true", help=_("answer as JSON"))
        added.options.add_argument(
            "--passphrase-file",
            type=Path,
            metavar=_("TEXTFILE"),
            help=_("a text file with the passphrase; else VIRTUALCIO_PASSPHRASE, else it is asked for"),
        )
        return added

    verb("demo", _("write the demo company to a new file"))
    new = verb("new", _("make a file for a company"))
    new.options.add_argument("--name", required=True, metavar=_("NAME"), help=_("name of the company"))
    _add_import(verb("import", _("take a table from Excel or CSV into the company")))
    _add_show(verb("show", _("show a list or an analysis")))
    _add_check(verb("check", _("show what stands out, most urgent first")))
    planned = verb("plan", _("find the best plan for people, money and dates"))
    add_plan_options(planned, _OneOf(*AIMS))
    _add_day(planned)
    _add_export(verb("export", _("write everything as an Excel workbook")))
    _add_report(verb("report", _("write the minutes of a review as PDF")))
    verify = verb("verify", _("compare every row with what was saved last"))
    verify.options.add_argument("--mend", action="store_true", help=_("put damaged rows right"))
    backup = verb("backup", _("write a checked copy of the file"))
    backup.words.add_argument(
        "to", type=Path, nargs="?", metavar=_("TO"), help=_("file or folder; else beside the file")
    )
    _add_screenshots(verb("screenshots", _("draw every page of the window into PNG files")))
    return parser


def _add_language(parser: Parser) -> None:
    # SUPPRESS: else the verb's default would overwrite what stood before the verb
    parser.options.add_argument(
        "--lang", type=_OneOf(*LANGUAGES), default=argparse.SUPPRESS, metavar="de|en", help=_("language")
    )


def _add_export(parser: Parser) -> None:
    parser.words.add_argument("out", type=Path, metavar="OUT.xlsx", help=_("the workbook to write"))
    parser.options.add_argument(
        "--for", dest="audience", type=_OneOf(*AUDIENCES), metavar="|".join(AUDIENCES),
        help=_("for the tax advisor, or for the management; else everything"),
    )  # fmt: skip
    parser.options.add_argument(
        "--year", type=_year, metavar=_("YEAR"),
        help=_("the tax advisor's fiscal year, named by its start; else this one"),
    )  # fmt: skip
    _add_day(parser)


def _add_import(parser: Parser) -> None:
    parser.words.add_argument("table", type=Path, metavar=_("TABLE"), help=_("the table: .xlsx, .csv"))
    parser.options.add_argument(
        "--into", type=_OneOf(*INTO), metavar="|".join(INTO),
        help=_("what the rows are; else the program finds out"),
    )  # fmt: skip
    parser.options.add_argument(
        "--mapping",
        type=Path,
        metavar="M.json",
        help=_("which column goes where; “--dry-run --json” shows it"),
    )
    parser.options.add_argument(
        "--existing", type=_OneOf(*EXISTING), metavar="|".join(EXISTING),
        help=_("rows that are there already: leave, fill empty fields, update (usual: skip; KPIs: update)"),
    )  # fmt: skip
    parser.options.add_argument(
        "--months", default="", metavar=_("MONTHS"),
        help=_("which months a list of actual costs is about, such as 01.2026-10.2026; else its title says"),
    )  # fmt: skip
    parser.options.add_argument("--dry-run", action="store_true", help=_("show what would happen"))


def _add_show(parser: Parser) -> None:
    parser.words.add_argument("what", type=_OneOf(*SHOWN), metavar="|".join(SHOWN), help=_("what to show"))
    _add_day(parser)
    parser.options.add_argument(
        "--year", type=_year, metavar=_("YEAR"),
        help=_("budget: this fiscal year by months, else all years; depreciation: this fiscal year"),
    )  # fmt: skip
    parser.options.add_argument(
        "--book", type=_OneOf(*BOOKS), metavar="|".join(BOOKS),
        help=_("depreciation: by tax law (tax, usual) or commercial law (hgb)"),
    )  # fmt: skip
    parser.options.add_argument(
        "--by", type=_OneOf(*GROUPS), metavar="|".join(GROUPS), help=_("budget: by what; usual: category")
    )
    parser.options.add_argument(
        "--basis", type=_OneOf(*BASES), metavar="|".join(BASES),
        help=_("budget: when it is paid (cash, usual) or when it counts as cost (cost)"),
    )  # fmt: skip


def _add_report(parser: Parser) -> None:
    parser.words.add_argument("out", type=Path, metavar="OUT.pdf", help=_("the PDF to write"))
    parser.options.add_argument(
        "--review", type=_day, required=True, metavar=_("YYYY-MM-DD"),
        help=_("the day on which the review was held, or any day of its quarter"),
    )  # fmt: skip
    _add_day(parser)


def _add_check(parser: Parser) -> None:
    parser.options.add_argument(
        "--fail-on", type=_OneOf(*SEVERITIES), default="act", metavar="|".join(SEVERITIES),
        help=_("end with 1 if something is to be done (act), or is to be watched too (watch); usual: act"),
    )  # fmt: skip
    _add_day(parser)


def _add_day(parser: Parser) -> None:
    parser.options.add_argument(
        "--on", type=_day, metavar=_("YYYY-MM-DD"), help=_("as of this day; else today")
    )


def _add_screenshots(parser: Parser) -> None:
    parser.words.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("where the pictures go"))
    parser.options.add_argument(
        "--theme", type=_OneOf(*THEMES), default="light", metavar="|".join(THEMES), help=_("colours")
    )
    parser.options.add_argument(
        "--size", type=_size, default=(1440, 900), metavar="1440x900", help=_("size of the window")
    )
