"""Whether two names mean one company, as lists, books and the file itself write it."""

import re

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def same_company(one: str, other: str) -> bool:
    """One name is the other or a part of it, without capitals, blanks and signs: 'Brandt' is 'BRANDT GmbH'.
    Who has no name is like everybody.
    """
    first, second = (_NOT_A_LETTER.sub("", name.casefold().translate(_UMLAUTS)) for name in (one, other))
    return first in second or second in first
