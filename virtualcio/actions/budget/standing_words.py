"""In which of the three sums an expense counts, as a word with its tone. Message ids."""

from collections.abc import Mapping

from virtualcio.actions.tone import Tone
from virtualcio.analysis.spending.expense import Standing
from virtualcio.texts import mark

STANDING_TITLES: Mapping[Standing, str] = {
    Standing.FRESH: mark("assigned and checked"),
    Standing.STALE: mark("assigned, to be checked"),
    Standing.UNASSIGNED: mark("without purpose"),
}
STANDING_TONES: Mapping[Standing, Tone] = {
    Standing.FRESH: Tone.GOOD,
    Standing.STALE: Tone.WATCH,
    Standing.UNASSIGNED: Tone.ACT,
}
