"""What several things lack together, in one sentence: '2 ohne Kennzahl und 1 ohne Vorhaben: …'."""

from collections.abc import Sequence
from typing import NamedTuple

from virtualcio import formats
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.model import Record
from virtualcio.texts import _, join_names


class Lack(NamedTuple):
    """`param` counts it; `noun` names it where one lacks it, `counted` where several do (message ids)."""

    param: str
    noun: str
    counted: str


def lacking_words(parts: Parts, lacks: Sequence[Lack], kind: type[Record]) -> str:
    """For one thing what it lacks; for several how many lack what, and their names."""
    found = [(lack, int(parts.value(lack.param) or 0)) for lack in lacks]
    found = [(lack, count) for lack, count in found if count]
    if parts.count == 1:
        nouns = [_(lack.noun) for lack, _count in found]
        return _("Missing: {parts}.").format(parts=join_names(nouns, len(nouns)))
    words = [_(lack.counted).format(count=formats.number(count)) for lack, count in found]
    return _("{lacking}: {names}.").format(lacking=join_names(words, len(words)), names=parts.names(kind))
