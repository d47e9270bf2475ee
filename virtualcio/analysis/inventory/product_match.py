"""Recognising a product version in what people type: "Windows 11 Pro 24H2", "FortiOS 6.4.12", "DSM 7.2".

The match is careful: a version number must be there as a whole ("2012 R2" is not "2012"), editions that
need their word (LTSC) are never assumed, and where several versions fit none is taken.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from virtualcio.analysis.inventory.product_facts import MatchKind, ProductFamily, ProductMatch, ProductVersion

# Words that make another product of the same name; they must be in both the text and the row, or in neither.
_OF_THEIR_OWN = frozenset({"ltsc", "ltsb", "iot", "esr", "esu"})
_WORD = re.compile(r"[a-z0-9äöüß]+(?:\.[a-z0-9]+)*\+?")
_GLUED = re.compile(r"^v(\d.*)$")
_VERSION_LIKE = re.compile(r"^(sp|r)?\d")
_BITS = frozenset({"32", "64", "86"})


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words; dots inside a number stay ("7.2.1"), a leading v goes ("v6.7")."""
    words = []
    for word in _WORD.findall(text.lower()):
        glued = _GLUED.match(word)
        words.append(glued[1] if glued else word)
    return tuple(words)


def _says(word: str, key: str) -> bool:
    """`word` is the version part `key`, or a patch level of it: "6.4.12" says "6.4", "12.1" says "12"."""
    if key.startswith("="):
        return word == key[1:]
    return word == key or (key[0].isdigit() and word.startswith(f"{key}."))


def _names_a_version(word: str) -> bool:
    """Words like "22h2", "6.4", "sp2", "r2"; bits of a processor are none."""
    return word not in _BITS and bool(_VERSION_LIKE.match(word))


def _version_words(words: Sequence[str], key: Sequence[str]) -> tuple[int, ...] | None:
    """Where the parts of a version key stand in the text, in order, other words may be between."""
    places = []
    at = 0
    for part in key:
        while at < len(words) and not _says(words[at], part):
            at += 1
        if at == len(words):
            return None
        places.append(at)
        at += 1
    return tuple(places)


@dataclass(frozen=True)
class _Fit:
    version: ProductVersion
    places: frozenset[int]  # words of the text that the version explains
    precise: int  # words that agree by themselves ("6.4" and not "6.4.12")
    open_detail: bool  # the key leaves something open
    edition_words: int
    edition_named: bool


def _edition_fit(
    version: ProductVersion, words: frozenset[str], known: frozenset[str]
) -> tuple[int, bool] | None:
    """How many edition words agree, and whether the text names an edition; None if they contradict."""
    named = bool(words & known)
    own = _OF_THEIR_OWN & known
    if not version.editions:
        return None if words & own else (0, True)
    best: int | None = None
    for edition in version.editions:
        if (edition & own) != (words & own):
            continue
        if edition <= words:
            best = max(best or 0, len(edition))
        elif not named and best is None:
            best = 0
    return None if best is None else (best, named)


def _related(rows: Iterable[ProductVersion], words: Sequence[str]) -> tuple[ProductVersion, ...]:
    """Rows that begin as the text does: "ESXi 6" may be 6.5 or 6.7; all rows if no version is named."""
    named = [word for word in words if _names_a_version(word)]
    if not named:
        return tuple(rows) if not words else ()
    return tuple(
        row
        for row in rows
        if any(
            _says(word, first) or first.startswith(f"{word}.")
            for key in row.keys
            for first in [key.removeprefix("~").split(" ")[0]]
            if first
            for word in named
        )
    )


class ProductMatcher:
    """Finds the version that a text names among all known ones. Answers are kept by text."""

    def __init__(self, versions: Iterable[ProductVersion], families: Iterable[ProductFamily]) -> None:
        self._versions: dict[str, list[ProductVersion]] = {}
        for version in versions:
            self._versions.setdefault(version.product, []).append(version)
        self._names: dict[str, list[tuple[tuple[str, ...], ProductFamily]]] = {}
        for family in families:
            if family.product in self._versions:
                for name in family.names:
                    words = tuple(name.split(" "))
                    self._names.setdefault(words[0], []).append((words, family))
        self._known_editions = {
            product: frozenset(word for row in rows for edition in row.editions for word in edition)
            for product, rows in self._versions.items()
        }
        self._answers: dict[tuple[str, bool], ProductMatch] = {}

    def match(self, text: str, *, devices_only: bool = False) -> ProductMatch:
        """`devices_only`: look for devices alone, as in the name of an asset ("Pixel 6 Lager")."""
        known = self._answers.get((text, devices_only))
        if known is None:
            known = self._answers[(text, devices_only)] = self._match(text, devices_only)
        return known

    def _families(self, words: Sequence[str], devices_only: bool) -> list[tuple[ProductFamily, int, int]]:
        """Families named in the text with first and last word; a name inside a longer one does not count."""
        found = []
        for start, word in enumerate(words):
            for name, family in self._names.get(word, ()):
                if devices_only and not family.device:
                    continue
                if tuple(words[start : start + len(name)]) == name and family.unless.isdisjoint(words):
                    found.append((family, start, start + len(name)))
        return [
            one
            for one in found
            if not any(
                other[1] <= one[1] and one[2] <= other[2] and other[2] - other[1] > one[2] - one[1]
                for other in found
            )
        ]

    def _match(self, text: str, devices_only: bool) -> ProductMatch:
        words = words_of(text)
        answers: dict[str, ProductMatch] = {}
        for family, start, end in self._families(words, devices_only):
            answer = self._in_family(text, family.product, (*words[:start], *words[end:]))
            if answer.how is not MatchKind.UNKNOWN or family.product not in answers:
                answers[family.product] = answer
        clear = [answer for answer in answers.values() if answer.how is not MatchKind.UNKNOWN]
        if len(clear) == 1:
            return clear[0]
        candidates = tuple(
            candidate
            for answer in clear or answers.values()
            for candidate in ((answer.version,) if answer.version else answer.candidates)
        )
        return ProductMatch(text, MatchKind.AMBIGUOUS if clear else MatchKind.UNKNOWN, None, candidates)

    def _in_family(self, text: str, product: str, words: Sequence[str]) -> ProductMatch:
        rows = self._versions[product]
        fits = self._fits(rows, words, self._known_editions[product])
        if not fits:
            related = _related(rows, words)
            return ProductMatch(text, MatchKind.AMBIGUOUS if related else MatchKind.UNKNOWN, None, related)
        most = max(len(fit.places) for fit in fits)
        fits = [fit for fit in fits if len(fit.places) == most]
        if len({fit.places for fit in fits}) > 1:
            return ProductMatch(text, MatchKind.AMBIGUOUS, None, tuple(fit.version for fit in fits))
        precise = max(fit.precise for fit in fits)
        fits = [fit for fit in fits if fit.precise == precise]
        if any(not fit.open_detail for fit in fits):
            fits = [fit for fit in fits if not fit.open_detail]
        edition = max(fit.edition_words for fit in fits)
        fits = [fit for fit in fits if fit.edition_words == edition]
        if len(fits) == 1:
            fit = fits[0]
            sure = not fit.open_detail and (fit.edition_named or not fit.version.editions)
            how = MatchKind.EXACT if sure else MatchKind.EDITION_ASSUMED
            return ProductMatch(text, how, fit.version, () if sure else (fit.version,))
        candidates = tuple(fit.version for fit in fits)
        if edition:  # several rows for one named edition contradict each other
            return ProductMatch(text, MatchKind.AMBIGUOUS, None, candidates)
        earliest = min(candidates, key=lambda row: row.security_end or date.max)
        return ProductMatch(text, MatchKind.EDITION_ASSUMED, earliest, candidates)

    def _fits(
        self, rows: Iterable[ProductVersion], words: Sequence[str], known: frozenset[str]
    ) -> list[_Fit]:
        all_words = frozenset(words)
        fits = []
        for row in rows:
            edition = _edition_fit(row, all_words, known)
            if edition is None:
                continue
            best: _Fit | None = None
            for key in row.keys:
                parts = key.removeprefix("~").split()
                places = _version_words(words, parts)
                if places is None:
                    continue
                open_detail = key.startswith("~")
                if open_detail and any(
                    _names_a_version(word) for at, word in enumerate(words) if at not in places
                ):
                    continue  # the text gives the detail, and it is another one
                precise = sum(
                    words[place] == part.removeprefix("=") for place, part in zip(places, parts, strict=True)
                )
                fit = _Fit(row, frozenset(places), precise, open_detail, *edition)
                if best is None or (len(fit.places), precise) > (len(best.places), best.precise):
                    best = fit
            if best is not None:
                fits.append(best)
        return fits
