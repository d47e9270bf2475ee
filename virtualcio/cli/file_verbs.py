"""The verbs that make, copy and check files: demo, new, verify, backup, screenshots."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from virtualcio.cli.printing import print_json
from virtualcio.errors import RefusedFile, RefusedValue, WrongPassphrase
from virtualcio.texts import _, language, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

FINE, FOUND = 0, 1

T = TypeVar("T")


def today() -> date:
    """The day on this computer's clock: the command line is where the program asks for it."""
    return datetime.now().astimezone().date()


def open_for(options: argparse.Namespace) -> "OpenCompany":
    """The company of the call, seen on the day of the call or today."""
    from virtualcio.actions.open_company import open_company

    day = getattr(options, "on", None) or today()
    return unlocked(options, lambda passphrase: open_company(options.file, passphrase, day))


def unlocked(options: argparse.Namespace, work: Callable[[str | None], T]) -> T:
    """Do `work` with the passphrase of the call; asks for it if the file needs one and somebody is there."""
    given = passphrase_of(options)
    try:
        return work(given)
    except WrongPassphrase:
        if given is not None or not sys.stdin.isatty():
            raise
        return work(getpass.getpass(_("Passphrase: "), sys.stderr))


def passphrase_of(options: argparse.Namespace) -> str | None:
    """From the file of --passphrase-file (its first line), else from VIRTUALCIO_PASSPHRASE."""
    if options.passphrase_file is None:
        return os.environ.get("VIRTUALCIO_PASSPHRASE") or None
    try:
        lines = options.passphrase_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedFile(
            mark("The passphrase could not be read from “{name}”. Check its name; it must be a text file."),
            name=options.passphrase_file,
        ) from error
    return lines[0] if lines and lines[0] else None


def tell(options: argparse.Namespace, text: str, **answer: object) -> None:
    """What was done, as a sentence or as JSON."""
    if options.json:
        print_json(answer)
    else:
        print(text)


def demo(options: argparse.Namespace) -> int:
    from virtualcio.actions.demo import create_demo

    create_demo(options.file, today()).close()
    tell(
        options, _("Written: {path}, the demo company.").format(path=options.file), written=str(options.file)
    )
    return FINE


def new(options: argparse.Namespace) -> int:
    from virtualcio.actions.open_company import create_company

    name = " ".join(options.name.split())
    if not name:
        raise RefusedValue(mark("A company needs a name. Write it after “--name”."))
    create_company(options.file, name, passphrase=passphrase_of(options), today=today()).close()
    tell(
        options,
        _("Written: {path}, a file for {company}.").format(path=options.file, company=name),
        written=str(options.file), company=name,
    )  # fmt: skip
    return FINE


def verify(options: argparse.Namespace) -> int:
    """Exit code 1 if something is wrong and was not mended."""
    from virtualcio.store.verify import verify as compare

    report = unlocked(options, lambda passphrase: compare(options.file, passphrase, options.mend))
    if options.json:
        print_json(
            {
                "ok": report.ok,
                "rows": report.rows,
                "mended": report.mended,
                "problems": [str(problem) for problem in report.problems],
            }
        )
        return FINE if report.ok else FOUND
    print(translate_count("{count} row compared.", "{count} rows compared.", report.rows))
    if not report.problems:
        print(_("Everything is as it was saved."))
    for problem in report.problems:
        print(f"■ {problem}")
    if report.mended:
        print(translate_count("{count} of it mended.", "{count} of them mended.", report.mended))
    elif report.problems:
        print(_("“--mend” puts right what can be put right, after a backup."))
    return FINE if report.ok else FOUND


def backup(options: argparse.Namespace) -> int:
    """To the given place, else beside the file with day and time in its name."""
    from virtualcio.store.backups import backup_to

    place = options.to or options.file.parent
    made = unlocked(options, lambda passphrase: backup_to(options.file, place, passphrase))
    tell(options, _("Written: {path}, a checked copy.").format(path=made), written=str(made))
    return FINE


def screenshots(options: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # the screen that is none remarks at each window that it cannot be raised or moved
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false;qt.qpa.*=false")
    from virtualcio.ui.shell.screenshots import take_screenshots

    def take(passphrase: str | None) -> list[Path]:
        size, theme = options.size, options.theme
        return take_screenshots(options.file, options.folder, language(), theme, size, passphrase)

    names = [picture.name for picture in unlocked(options, take)]
    tell(
        options,
        _("Written: {pictures} in {folder}.").format(
            pictures=translate_count("{count} picture", "{count} pictures", len(names)), folder=options.folder
        ),
        written=names, folder=str(options.folder),
    )  # fmt: skip
    return FINE


DOING: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "demo": demo,
    "new": new,
    "verify": verify,
    "backup": backup,
    "screenshots": screenshots,
}
