"""Merge the translation files of a language (resources/translations/<code>/*.po) into one .mo."""

import os
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"


def merged(code: str) -> Catalog:
    """All messages of a language; ValueError if two files say the same message."""
    whole = Catalog(locale=code)
    for file in sorted((TRANSLATIONS / code).glob("*.po")):
        with file.open("rb") as handle:
            part = read_po(handle, locale=code)
        for message in part:
            if not message.id:
                continue
            if whole.get(message.id, message.context) is not None:
                raise ValueError(f"{file.name}: {message.id!r} stands in another file too")
            whole[message.id] = message
    return whole


def main() -> int:
    for folder in sorted(path for path in TRANSLATIONS.iterdir() if path.is_dir()):
        target, messages = TRANSLATIONS / f"{folder.name}.mo", merged(folder.name)
        aside = target.with_suffix(f".{os.getpid()}")  # several at a time do not meet
        with aside.open("wb") as handle:
            write_mo(handle, messages)
        aside.replace(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
