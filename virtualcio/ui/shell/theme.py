"""The colours and letters of the program: one light and one dark set, switchable while it runs.

Painted widgets ask `current()` when they paint; everything else follows the application's palette.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from virtualcio.actions.tone import Tone


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def _colors(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


@dataclass(frozen=True, repr=False, eq=False)  # two methods less to make at each start
class Theme:
    """Colours by role. Text roles (ink … act) reach 4.5 : 1 on window, card and their own soft ground;
    edge, the marks and the series reach 3 : 1 on card and window."""

    name: str
    dark: bool
    window: QColor
    card: QColor
    side: QColor  # ground of the navigation
    hover: QColor
    line: QColor
    faint: QColor  # hairline inside a card
    edge: QColor  # edge of a control
    ink: QColor
    second: QColor
    third: QColor
    disabled: QColor
    accent: QColor
    accent_soft: QColor
    accent_fill: QColor  # ground of the primary button
    on_accent: QColor  # text on accent_fill
    good: QColor
    good_soft: QColor
    good_mark: QColor
    watch: QColor
    watch_soft: QColor
    watch_mark: QColor
    act: QColor
    act_soft: QColor
    act_mark: QColor
    neutral_soft: QColor
    series: tuple[QColor, ...]
    shades: tuple[QColor, ...]  # stacked: strong, middle, pale; draw pale ones with an edge
    overdue_shades: tuple[QColor, ...]

    def role(self, name: str) -> QColor:
        """The colour of a role by its name: 'ink', 'act', 'watch_soft'. AttributeError if there is none."""
        found: QColor = getattr(self, name)
        return found

    def text_of(self, tone: Tone) -> QColor:
        return self.second if tone is Tone.NEUTRAL else self.role(tone.value)

    def soft_of(self, tone: Tone) -> QColor:
        return self.role(f"{tone.value}_soft")

    def mark_of(self, tone: Tone) -> QColor:
        return self.second if tone is Tone.NEUTRAL else self.role(f"{tone.value}_mark")


LIGHT = Theme(
    name="light",
    dark=False,
    window=QColor("#F5F6F8"),
    card=QColor("#FFFFFF"),
    side=QColor("#FBFBFC"),
    hover=QColor("#F1F3F6"),
    line=QColor("#E2E5EA"),
    faint=QColor("#EEF0F3"),
    edge=QColor("#868F9D"),
    ink=QColor("#182230"),
    second=QColor("#556070"),
    third=QColor("#606B7B"),  # a little darker than the design's #6B7787, which has 4.2 : 1 on the window
    disabled=QColor("#9AA3AF"),
    accent=QColor("#1F5EA8"),
    accent_soft=QColor("#E7EFF9"),
    accent_fill=QColor("#1F5EA8"),
    on_accent=QColor("#FFFFFF"),
    good=QColor("#17714F"),  # the design's tones stand as marks; as text on their soft ground they are
    good_soft=QColor("#E3F3EC"),  # taken a little darker to be readable
    good_mark=QColor("#1B7F5C"),
    watch=QColor("#935700"),
    watch_soft=QColor("#FCF1DF"),
    watch_mark=QColor("#B26A00"),
    act=QColor("#B3362B"),
    act_soft=QColor("#FBE9E7"),
    act_mark=QColor("#B3362B"),
    neutral_soft=QColor("#ECEEF2"),
    series=_colors("#1F5EA8", "#4894CC", "#C27F00", "#1A8F6B", "#A35BAA", "#7A8796"),
    shades=_colors("#1F5EA8", "#56A3D9", "#B9D5EE"),
    overdue_shades=_colors("#8E2A22", "#C4574C", "#E0A09A"),
)

DARK = Theme(
    name="dark",
    dark=True,
    window=QColor("#12161C"),
    card=QColor("#1A2029"),
    side=QColor("#151A21"),
    hover=QColor("#232B36"),
    line=QColor("#2B333E"),
    faint=QColor("#242C36"),
    edge=QColor("#6B7889"),
    ink=QColor("#E8ECF2"),
    second=QColor("#B1BBC8"),
    third=QColor("#98A4B4"),
    disabled=QColor("#66717F"),
    accent=QColor("#7DB1EC"),
    accent_soft=QColor("#1D3350"),
    accent_fill=QColor("#2F6FBA"),
    on_accent=QColor("#FFFFFF"),
    good=QColor("#55C49A"),
    good_soft=QColor("#16362B"),
    good_mark=QColor("#3FAE85"),
    watch=QColor("#E8A94A"),
    watch_soft=QColor("#3A2B12"),
    watch_mark=QColor("#D9952F"),
    act=QColor("#F2948A"),
    act_soft=QColor("#44211E"),
    act_mark=QColor("#E0685B"),
    neutral_soft=QColor("#29313C"),
    series=_colors("#5B9BE3", "#8CC6F0", "#E6A93A", "#3DB58D", "#C48ACB", "#9AA7B6"),
    shades=_colors("#3F7FCB", "#6FB2E3", "#B9D5EE"),
    overdue_shades=_colors("#B3463B", "#DB7A70", "#EDB5AF"),
)

_LARGE = 18  # px; titles and key figures of this size are bold
_shown = LIGHT
_choice = ThemeChoice.SYSTEM
_connected = False


def current() -> Theme:
    """What is shown now."""
    return _shown


def choice() -> ThemeChoice:
    """What the user chose."""
    return _choice


def _scheme_of(wanted: ThemeChoice) -> Qt.ColorScheme:
    schemes = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}
    return schemes.get(wanted, Qt.ColorScheme.Unknown)


def apply(app: QApplication, wanted: ThemeChoice) -> None:
    """Show a theme in the whole program, at the start and at any time later."""
    global _choice, _connected
    _choice = wanted
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(_scheme_of(wanted))  # title bars and the system's own dialogs follow
    if not _connected:
        hints.colorSchemeChanged.connect(_on_system_changed)
        _connected = True
    _show(app)


def _on_system_changed() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        _show(app)


def _show(app: QApplication) -> None:
    global _shown
    dark = _choice is ThemeChoice.DARK or (
        _choice is ThemeChoice.SYSTEM and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    _shown = DARK if dark else LIGHT
    app.setPalette(palette_of(_shown))


def palette_of(theme: Theme) -> QPalette:
    """The palette for everything that is not painted by ourselves."""
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.window,
        role.WindowText: theme.ink,
        role.Base: theme.card,
        role.AlternateBase: theme.window,
        role.Text: theme.ink,
        role.Button: theme.card,
        role.ButtonText: theme.ink,
        role.BrightText: theme.act,
        role.ToolTipBase: theme.ink,
        role.ToolTipText: theme.card,
        role.PlaceholderText: theme.third,
        role.Highlight: theme.accent_soft,
        role.HighlightedText: theme.ink,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Accent: theme.accent_fill,
        role.Light: theme.card,
        role.Midlight: theme.faint,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Shadow: theme.edge,
    }
    palette = QPalette()
    for which, color in colors.items():
        palette.setColor(which, color)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, theme.disabled)
    return palette


def base_font() -> QFont:
    """The system's letters at 13 px; on Linux Inter where it is installed."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if QGuiApplication.platformName() not in ("windows", "cocoa"):
        font.setFamilies(["Inter", *font.families()])
    font.setPixelSize(13)
    return font


def font(size: float = 13, *, semibold: bool = False, medium: bool = False, digits: bool = False) -> QFont:
    """Letters of the program at `size` px; `digits` makes all digits equally wide, for columns of figures."""
    made = QFont(QApplication.font())
    if size == int(size):
        made.setPixelSize(int(size))
    else:  # QFont knows whole pixels only; points may be broken
        screen = QGuiApplication.primaryScreen()
        made.setPointSizeF(size * 72 / (screen.logicalDotsPerInch() if screen else 96))
    if semibold:
        made.setWeight(QFont.Weight.Bold if size >= _LARGE else QFont.Weight.DemiBold)
    elif medium:
        made.setWeight(QFont.Weight.Medium)
    if digits:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
