"""The ramp of the maturity heatmap: five steps of the accent's hue, and ink that can be read on each."""

from PySide6.QtGui import QColor

from virtualcio.ui.shell.theme import Theme

_LIGHT = tuple(QColor(name) for name in ("#EDF3FA", "#CFE0F3", "#A3C4E6", "#3C78BA", "#1B4F8F"))
_DARK = tuple(QColor(name) for name in ("#1F2C3C", "#24415F", "#2B5A8C", "#7FB3E8", "#B5D6F7"))
_BRIGHT, _DEEP = QColor("#FFFFFF"), QColor("#101722")


def ground_of(level: int, theme: Theme) -> QColor:
    """The ground of a cell with this level (1 to 5)."""
    return (_DARK if theme.dark else _LIGHT)[level - 1]


def ink_of(level: int, theme: Theme) -> QColor:
    """The better readable of the two inks: at least 4.5 : 1 on every step."""
    ground = ground_of(level, theme)
    return max((_BRIGHT, _DEEP), key=lambda ink: contrast(ink, ground))


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of their luminances as WCAG 2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
