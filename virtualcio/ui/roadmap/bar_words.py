"""A bar in words: for screen readers, and for the tip under the mouse."""

from decimal import Decimal

from virtualcio import formats
from virtualcio.actions.roadmap.month_words import duration_words, span_words
from virtualcio.actions.roadmap.plan_rows import PlanRow
from virtualcio.actions.tone import Tone
from virtualcio.texts import _


def bar_words(row: PlanRow, *, lines: bool = False) -> str:
    """Name, months, goal and whatever is special about it: in one sentence, or in `lines`."""
    parts = [row.name, f"{span_words(row.start, row.months)} ({duration_words(row.months)})"]
    if row.goal:
        parts.append(_("Goal: {name}").format(name=row.goal))
    if row.done:
        parts.append(_("Done"))
    elif row.percent:
        share = formats.percent(Decimal(row.percent))
        parts.append(_("{share} done").format(share=share))
    if row.is_must:
        parts.append(_("Must"))
    if row.pinned:
        parts.append(_("Pinned"))
    if row.earliest is not None:
        parts.append(_("not before {day}").format(day=formats.day(row.earliest)))
    if row.wished_end is not None:
        parts.append(_("wished until {day}").format(day=formats.day(row.wished_end)))
    if row.hard_end is not None:
        parts.append(_("has to be done by {day}").format(day=formats.day(row.hard_end)))
    if row.tone is not Tone.NEUTRAL:
        parts.append(_("Conflict, see below"))
    return "\n".join(parts) if lines else "; ".join(parts)
