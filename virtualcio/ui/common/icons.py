"""The program's icons: line drawings (Lucide, ISC licence), tinted in the theme's colours."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from virtualcio import places
from virtualcio.ui.shell import theme


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = places.resource("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(drawing.replace(b"currentColor", color.encode("ascii")))


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """FileNotFoundError if there is no icon of that name in resources/icons."""
    _renderer(name, color.name()).render(painter, rect)


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, gap: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, color).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, role: str = "ink", size: int = 16, gap: int = 0) -> QIcon:
    """A tinted icon for buttons and menus, in the theme shown now. `role` is a colour role of Theme, `gap`
    empty px at the right."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    shown = theme.current()
    made = QIcon(_pixmap(name, shown.role(role).name(), size, gap, ratio))
    made.addPixmap(_pixmap(name, shown.disabled.name(), size, gap, ratio), QIcon.Mode.Disabled)
    return made
