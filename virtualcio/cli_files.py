"""The verbs that make, copy and check files: demo, new, export, verify, backup, screenshots."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio.cli_print import print_json
from virtualcio.errors import RefusedFile, WrongPassphrase
from virtualcio.texts import _, language, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

FINE, FOUND = 0, 1


def open_for(options: argparse.Namespace) -> "OpenCompany":
    """The company of the call, seen on its day; asks for the passphrase if it is needed and somebody is there."""
    from virtualcio.actions.open_company import open_company

    today = getattr(options, "on", None) or date.today()
    given = passphrase_of(options)
    try:
        return open_company(options.file, given, today)
    except WrongPassphrase:
        if given is not None or not sys.stdin.isatty():
            raise
        return open_company(options.file, getpass.getpass(_("Passphrase: "), sys.stderr), today)


def passphrase_of(options: argparse.Namespace) -> str | None:
    """From the file of --passphrase-file (its first line), else from VIRTUALCIO_PASSPHRASE."""
    if options.passphrase_file is None:
        return os.environ.get("VIRTUALCIO_PASSPHRASE") or None
    try:
        lines = options.passphrase_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedFile(
            mark(
                "The passphrase could not be read from “{name}”. Check the name and that it is a text file."
            ),
            name=options.passphrase_file,
        ) from error
    return lines[0] if lines and lines[0] else None


def _tell(options: argparse.Namespace, text: str, **answer: object) -> None:
    if options.json:
        print_json(answer)
    else:
        print(text)


def demo(options: argparse.Namespace) -> int:
    from virtualcio.actions.demo import create_demo

    create_demo(options.file, date.today()).close()
    _tell(
        options, _("Written: {path}, the demo company.").format(path=options.file), written=str(options.file)
    )
    return FINE


def new(options: argparse.Namespace) -> int:
    from virtualcio.actions.open_company import create_company

    name = options.name.strip()
    create_company(options.file, name, passphrase=passphrase_of(options), today=date.today()).close()
    _tell(
        options,
        _("Written: {path}, a file for {company}.").format(path=options.file, company=name),
        written=str(options.file), company=name,
    )  # fmt: skip
    return FINE


def export(options: argparse.Namespace) -> int:
    from virtualcio.actions.export import inventory_export

    company = open_for(options)
    try:
        workbook = inventory_export(company)
    finally:
        company.close()
    workbook.write(options.out)
    _tell(
        options,
        _("Written: {path}, {sheets}.").format(
            path=options.out,
            sheets=translate_count("{count} sheet", "{count} sheets", len(workbook.sheets)),
        ),
        written=str(options.out), sheets=[sheet.title for sheet in workbook.sheets],
    )  # fmt: skip
    return FINE


def screenshots(options: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from virtualcio.ui.shell.screenshots import take_screenshots

    pictures = take_screenshots(options.file, options.folder, language(), options.theme, options.size)
    names = [Path(picture).name for picture in pictures]
    _tell(
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
    "export": export,
    "screenshots": screenshots,
}
