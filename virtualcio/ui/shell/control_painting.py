"""The drawings of buttons, fields, check boxes, headers and scroll bars that the program's style uses."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionHeader,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QTextEdit,
    QWidget,
)

from virtualcio.ui.common.buttons import PRIMARY, QUIET
from virtualcio.ui.shell import theme

RADIUS = 6

_State = QStyle.StateFlag


def rounded(
    painter: QPainter, rect: QRectF, ground: QColor | None, edge: QColor | None, width: float = 1
) -> None:
    """A control's ground: filled and edged with the radius of controls; None leaves a part out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    inset = width / 2 if edge is not None else 0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
    painter.restore()


def in_view(widget: QWidget | None) -> bool:
    """Whether a field is an editor inside a table cell."""
    parent = widget.parentWidget() if widget is not None else None
    return parent is not None and isinstance(parent.parentWidget(), QAbstractItemView)


def draw_button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    shown = theme.current()
    enabled = bool(option.state & _State.State_Enabled)
    hover = enabled and bool(option.state & _State.State_MouseOver)
    down = bool(option.state & (_State.State_Sunken | _State.State_On))
    rect = QRectF(option.rect)
    if widget is not None and widget.property(PRIMARY) and enabled:
        ground = shown.accent_fill.darker(116 if down else 108) if hover or down else shown.accent_fill
        rounded(painter, rect, ground, None)
    elif (widget is not None and widget.property(QUIET)) or (
        isinstance(option, QStyleOptionButton) and option.features & QStyleOptionButton.ButtonFeature.Flat
    ):
        rounded(painter, rect, shown.line if down else shown.hover if hover else None, None)
    else:
        ground = shown.line if down else shown.hover if hover else shown.card
        rounded(painter, rect, ground, shown.edge if enabled else shown.line)
    if option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange:
        rounded(painter, rect.adjusted(1, 1, -1, -1), None, _focus_color(widget), 2)


def _focus_color(widget: QWidget | None) -> QColor:
    primary = widget is not None and widget.property(PRIMARY)
    return theme.current().on_accent if primary else theme.current().accent


def draw_tool_button(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    shown = theme.current()
    if option.state & (_State.State_Sunken | _State.State_On):
        rounded(painter, QRectF(option.rect), shown.accent_soft, None)
    elif option.state & _State.State_MouseOver and option.state & _State.State_Enabled:
        rounded(painter, QRectF(option.rect), shown.hover, None)


def draw_field(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    shown = theme.current()
    focus = bool(option.state & _State.State_HasFocus)
    if in_view(widget):
        painter.fillRect(option.rect, shown.card)
        painter.setPen(QPen(shown.accent, 2))
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        return
    if widget is not None and isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox)):
        return  # the box around it draws the edge
    enabled = bool(option.state & _State.State_Enabled)
    edge = shown.accent if focus else shown.edge if enabled else shown.line
    rounded(painter, QRectF(option.rect), shown.card if enabled else shown.window, edge, 2 if focus else 1)


def draw_frame_only(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """The frame of a field is drawn with its panel."""


def draw_focus(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if isinstance(widget, (QPushButton, QAbstractItemView)):
        return  # buttons draw it themselves, tables show the current cell
    rounded(painter, QRectF(option.rect), None, theme.current().accent, 1.5)


def draw_check_box(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    shown = theme.current()
    rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on = bool(option.state & _State.State_On)
    some = bool(option.state & _State.State_NoChange)
    enabled = bool(option.state & _State.State_Enabled)
    ground = (shown.accent_fill if enabled else shown.disabled) if on or some else shown.card
    painter.setBrush(ground)
    painter.setPen(QPen(ground if on or some else shown.edge, 1))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(
        QPen(shown.on_accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    x, y, side = rect.x(), rect.y(), rect.width()
    if on:
        marks = [(0.24, 0.52), (0.43, 0.71), (0.77, 0.31)]
        painter.drawPolyline(QPolygonF([QPointF(x + a * side, y + b * side) for a, b in marks]))
    elif some:
        painter.drawLine(QPointF(x + 0.28 * side, y + side / 2), QPointF(x + 0.72 * side, y + side / 2))
    painter.restore()


def draw_header_ground(option: QStyleOptionHeader, painter: QPainter) -> None:
    shown = theme.current()
    hover = option.state & _State.State_MouseOver
    painter.fillRect(option.rect, shown.hover if hover else shown.card)
    if option.orientation is Qt.Orientation.Horizontal:
        bottom = option.rect.bottom()
        painter.setPen(QPen(shown.line, 1))
        painter.drawLine(option.rect.left(), bottom, option.rect.right(), bottom)


def draw_combo(option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    shown = theme.current()
    enabled = bool(option.state & _State.State_Enabled)
    focus = bool(option.state & _State.State_HasFocus)
    rect = QRectF(option.rect)
    if in_view(widget):
        painter.fillRect(option.rect, shown.card)
    elif option.frame:
        hover = enabled and not option.editable and bool(option.state & _State.State_MouseOver)
        edge = shown.accent if focus else shown.edge if enabled else shown.line
        ground = shown.hover if hover else shown.card if enabled else shown.window
        rounded(painter, rect, ground, edge, 2 if focus else 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shown.second if enabled else shown.disabled, 1.6))
    x, y = rect.right() - 14, rect.center().y() + 1
    painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]))
    painter.restore()


def scroll_bar_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """No arrow buttons: the groove is the whole bar."""
    parts = QStyle.SubControl
    whole = option.rect
    upright = option.orientation is Qt.Orientation.Vertical
    length = whole.height() if upright else whole.width()
    span = option.maximum - option.minimum
    slider = length
    if span > 0:
        slider = min(length, max(28, length * option.pageStep // (span + max(option.pageStep, 1))))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - slider, option.upsideDown
    )
    pieces = {
        parts.SC_ScrollBarGroove: (0, length),
        parts.SC_ScrollBarSlider: (start, slider),
        parts.SC_ScrollBarSubPage: (0, start),
        parts.SC_ScrollBarAddPage: (start + slider, length - start - slider),
    }
    if part not in pieces:
        return QRect()
    begin, extent = pieces[part]
    if upright:
        return QRect(whole.x(), whole.y() + begin, whole.width(), extent)
    return QRect(whole.x() + begin, whole.y(), extent, whole.height())


def draw_scroll_bar(option: QStyleOptionSlider, painter: QPainter, handle: QRect) -> None:
    if option.maximum <= option.minimum:
        return
    shown = theme.current()
    active = option.state & _State.State_MouseOver or option.state & _State.State_Sunken
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.second if active else shown.edge)
    inset = 3 if active else 4
    rect = QRectF(handle).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(rect, min(rect.width(), rect.height()) / 2, min(rect.width(), rect.height()) / 2)
    painter.restore()


def draw_radio_button(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    shown = theme.current()
    rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    on = bool(option.state & _State.State_On)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(shown.accent_fill if on else shown.card)
    painter.setPen(QPen(shown.accent_fill if on else shown.edge, 1))
    painter.drawEllipse(rect)
    if on:
        painter.setBrush(shown.on_accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(rect.center(), 3, 3)
    painter.restore()


def draw_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Around scrolling areas: a text field is edged like every field, a list by a hairline."""
    shown = theme.current()
    field = isinstance(widget, (QTextEdit, QPlainTextEdit))
    focus = field and bool(option.state & _State.State_HasFocus)
    if field:
        edge = shown.accent if focus else shown.edge
        rounded(painter, QRectF(option.rect), shown.card, edge, 2 if focus else 1)
        return
    painter.setPen(QPen(shown.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def draw_spin_box(option: QStyleOptionSpinBox, painter: QPainter, up: QRect, down: QRect) -> None:
    shown = theme.current()
    enabled = bool(option.state & _State.State_Enabled)
    focus = bool(option.state & _State.State_HasFocus)
    edge = shown.accent if focus else shown.edge if enabled else shown.line
    rounded(painter, QRectF(option.rect), shown.card if enabled else shown.window, edge, 2 if focus else 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shown.second if enabled else shown.disabled, 1.4))
    for rect, way in ((up, -1), (down, 1)):
        middle = QRectF(rect).center()
        tip = [QPointF(-3, -1.5 * way), QPointF(0, 1.5 * way), QPointF(3, -1.5 * way)]
        painter.drawPolyline(QPolygonF([middle + point for point in tip]))
    painter.restore()


def draw_slider(option: QStyleOptionSlider, painter: QPainter, handle: QRect) -> None:
    """Lying ones: a thin groove, its part before the handle in the accent's colour, a round handle."""
    shown = theme.current()
    focus = bool(option.state & _State.State_HasFocus)
    middle = QRectF(handle).center()
    groove = QRectF(option.rect.left() + 2, middle.y() - 2, option.rect.width() - 4, 4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.line)
    painter.drawRoundedRect(groove, 2, 2)
    groove.setRight(middle.x())
    painter.setBrush(shown.accent_fill)
    painter.drawRoundedRect(groove, 2, 2)
    painter.setPen(QPen(shown.accent if focus else shown.edge, 2 if focus else 1))
    painter.setBrush(shown.card)
    painter.drawEllipse(middle, 7, 7)
    painter.restore()
