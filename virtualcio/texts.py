"""The one catalogue of words for window, command line and exports. Message ids are the English sentences.

`_("…")` translates now; `mark("…")` only marks a sentence for extraction, where it is
translated later (lists of columns, errors, journal labels). Never put an f-string into either.
"""

import gettext
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from virtualcio import places

LANGUAGES = ("de", "en")

_catalogues: dict[str, gettext.NullTranslations] = {}
_chosen = threading.local()
_default_language = "de"


def mark(text: str) -> str:
    """Mark `text` for extraction and give it back as it is."""
    return text


def use_language(code: str) -> None:
    """Choose the language of the whole program: one of `LANGUAGES`."""
    global _default_language
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code}")
    _default_language = code


def language() -> str:
    return getattr(_chosen, "code", _default_language)


class speaking:
    """`with speaking("en"):` uses another language in this thread for a while (exports, tests)."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __enter__(self) -> None:
        self._before = getattr(_chosen, "code", None)
        _chosen.code = self._code

    def __exit__(self, *_error: object) -> None:
        if self._before is None:
            del _chosen.code
        else:
            _chosen.code = self._before


def _catalogue() -> gettext.NullTranslations:
    code = language()
    found = _catalogues.get(code)
    if found is None:
        if code == "en":
            found = gettext.NullTranslations()
        else:
            with places.resource("translations", f"{code}.mo").open("rb") as compiled:
                found = gettext.GNUTranslations(compiled)
        _catalogues[code] = found
    return found


def translate(text: str) -> str:
    return _catalogue().gettext(text) if text else text


def translate_count(one: str, many: str, count: int) -> str:
    """The right plural form, with {count} filled in: '1.234 Zeilen'."""
    grouped = f"{count:,}"
    if language() == "de":
        grouped = grouped.replace(",", ".")
    return _catalogue().ngettext(one, many, count).format(count=grouped)


def translate_in(context: str, text: str) -> str:
    """For a word that two places mean differently ("Open" the button, "open" the state)."""
    return _catalogue().pgettext(context, text)


_ = translate
ngettext = translate_count
pgettext = translate_in


@dataclass(frozen=True)
class Message:
    """A sentence that is translated when shown: message id and what fills its {placeholders}.

    A parameter that is itself a Message is translated with it.
    """

    text: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        filled = {name: str(value) for name, value in self.params.items()}
        return translate(self.text).format(**filled) if filled else translate(self.text)


def join_names(names: Iterable[str], most: int = 3) -> str:
    """'A, B und C', or 'A, B, C und 4 weitere'."""
    all_names = list(names)
    shown, rest = all_names[:most], len(all_names) - most
    if rest > 0:
        return _("{names} and {count} more").format(names=", ".join(shown), count=rest)
    if len(shown) > 1:
        return _("{names} and {last}").format(names=", ".join(shown[:-1]), last=shown[-1])
    return shown[0] if shown else ""
