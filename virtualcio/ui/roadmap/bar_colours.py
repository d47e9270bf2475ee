"""Fill and letters of a bar: the series colour of its goal, made so that words on it can be read."""

from functools import lru_cache

from PySide6.QtGui import QColor

from virtualcio.actions.roadmap.plan_rows import NO_GOAL
from virtualcio.ui.shell import theme

_READABLE = 4.5  # contrast of text
_DARKER = 106  # per cent of one step
_INK = QColor("#12161C")
_WHITE = QColor("#FFFFFF")


def fill_of(colour: int) -> QColor:
    """The fill for a goal's colour number, OTHER_GOALS or NO_GOAL, in the theme shown now."""
    shown = theme.current()
    if colour == NO_GOAL:
        return shown.neutral_soft
    series = shown.series[colour] if 0 <= colour < len(shown.series) - 1 else shown.series[-1]
    return QColor(_readable_fill(series.name()))


def letters_of(fill: QColor) -> QColor:
    """White or nearly black, whichever stands out more from `fill`."""
    return _WHITE if contrast(fill, _WHITE) >= contrast(fill, _INK) else _INK


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of brightness as WCAG 2 counts it, 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@lru_cache(maxsize=32)
def _readable_fill(name: str) -> str:
    """A colour between the tones where neither white nor black can be read is taken darker."""
    fill = QColor(name)
    while max(contrast(fill, _WHITE), contrast(fill, _INK)) < _READABLE:
        fill = fill.darker(_DARKER)
    return fill.name()


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
