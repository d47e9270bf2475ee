"""How well the header of a column fits the names of a field, whatever its hyphens and line breaks."""

import re
from collections.abc import Sequence

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NOT_A_LETTER = re.compile(r"[^a-z0-9%]+")
_PARTS = re.compile(r"\s*[/|,;()\n]\s*|\s+(?:und|oder|and|or)\s+")
_LEVELS = re.compile(r":\s|\s+[-–]\s+")  # "Anwendung - Hersteller" is about the maker
_SHORTEST_IN_LONGER = 4

# Columns that only count the rows; they say nothing about the things in them.
RUNNING_NUMBER = frozenset(
    {"lfdnr", "lfdnummer", "laufendenummer", "lfd", "pos", "position", "zeile", "posnr", "no"}
)
_PERHAPS_RUNNING = frozenset({"nr", "id", "nummer", "number"})


def normal(text: str) -> str:
    """'Betriebs-\\nsystem' and 'Betriebssystem' both give 'betriebssystem', 'AK netto' gives 'aknetto'."""
    return _NOT_A_LETTER.sub("", text.casefold().translate(_UMLAUTS))


def fit(header: str, names: Sequence[str]) -> float:
    """1.0: it is one of the names; 0.9: a part of it is; 0.7: a word of it is; 0.0: nothing in common.

    `names` in the form that `normal` gives. A German compound is what its last part says: Anschaffungskosten
    are costs (0.5 and a little more for a longer name), a Kostenstelle is not.
    """
    whole = normal(header)
    if not whole:
        return 0.0
    if whole in names:
        return 1.0
    header = _LEVELS.split(header)[-1]
    whole = normal(header)
    parts = [normal(part) for part in _PARTS.split(header)]
    if any(part in names for part in parts if part):
        return 0.9
    words = [normal(word) for word in header.split()]
    if any(word in names for word in words if word):
        return 0.7
    ends = [name for name in names if len(name) >= _SHORTEST_IN_LONGER and whole.endswith(name)]
    return 0.5 + 0.1 * max(map(len, ends)) / len(whole) if ends else 0.0


def counts_rows(header: str, texts: Sequence[str]) -> bool:
    """Whether a column only numbers the rows: 'Lfd. Nr.', or 'Nr.' over 1, 2, 3 …"""
    word = normal(header)
    if word in RUNNING_NUMBER:
        return True
    if word and word not in _PERHAPS_RUNNING:
        return False
    numbers = [text.rstrip(".") for text in texts if text]
    ascending = [int(number) for number in numbers if number.isascii() and number.isdigit()]
    return (
        len(ascending) > 1
        and len(ascending) == len(numbers)
        and ascending == list(range(ascending[0], ascending[0] + len(ascending)))
    )


def unit_in(header: str) -> str:
    """The unit that a header names for its numbers: months, years, days, weeks, thousand, or none."""
    whole = normal(header)
    for unit, words in _UNITS.items():
        if any(word in whole for word in words):
            return unit
    return ""


_UNITS = {
    "months": ("monate", "monaten", "months", "inmon"),
    "years": ("jahre", "jahren", "years"),
    "weeks": ("wochen", "weeks"),
    "days": ("tage", "tagen", "days"),
}
