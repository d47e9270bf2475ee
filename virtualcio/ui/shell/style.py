"""How controls look: Fusion with our own buttons, fields, check boxes, table headers and scroll bars.

Everything is painted from the theme shown now, so that a switch costs a repaint and no style sheet.
"""

from typing import cast

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QTextEdit,
    QWidget,
)

from virtualcio.ui.common.buttons import PRIMARY, QUIET
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.control_painting import (
    draw_button,
    draw_check_box,
    draw_combo,
    draw_field,
    draw_focus,
    draw_frame,
    draw_frame_only,
    draw_header_ground,
    draw_radio_button,
    draw_scroll_bar,
    draw_slider,
    draw_spin_box,
    draw_tool_button,
    in_view,
    scroll_bar_part,
)

CONTROL_HEIGHT = 32
SCROLL_BAR = 12
TEXT_FRAME = 4  # px, so that the rounded corners of a text field are not painted over


def _some(widget: QWidget | None) -> QWidget:
    """Qt takes None here, its type stubs do not say so."""
    return cast("QWidget", widget)


def _button_ink(option: QStyleOption, widget: QWidget | None) -> QColor | None:
    """The colour of a button's word where it is not the usual one: a quiet one looks like a link."""
    if widget is None or not option.state & QStyle.StateFlag.State_Enabled:
        return None
    if widget.property(PRIMARY):
        return theme.current().on_accent
    return theme.current().accent if widget.property(QUIET) else None


class ControlStyle(QProxyStyle):
    """The style of the whole program, on every platform."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    # --- sizes ---------------------------------------------------------------------------------

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric is QStyle.PixelMetric.PM_DefaultFrameWidth and isinstance(
            widget, (QTextEdit, QPlainTextEdit)
        ):
            return TEXT_FRAME
        own = _METRICS.get(metric)
        return own if own is not None else super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        made = super().sizeFromContents(kind, option, size, _some(widget))
        types = QStyle.ContentsType
        if kind is types.CT_PushButton:
            bare = isinstance(widget, QPushButton) and not widget.text()
            made.setWidth(CONTROL_HEIGHT if bare else max(made.width() + 10, 48))
            made.setHeight(CONTROL_HEIGHT)
        elif kind in (types.CT_LineEdit, types.CT_ComboBox, types.CT_SpinBox) and not in_view(widget):
            made.setHeight(max(made.height(), CONTROL_HEIGHT))
            if kind is types.CT_SpinBox:
                made.setHeight(CONTROL_HEIGHT)  # Fusion's is higher than the fields beside it
            if kind is types.CT_ComboBox:
                made.setWidth(made.width() + 8)  # the text stands further in than Fusion's
        elif kind is types.CT_MenuItem and made.height() > 12:  # not the separators
            made.setHeight(max(made.height(), 28))
        return made

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_EtchDisabledText:
            return 0
        return super().styleHint(hint, option, widget, returnData)

    # --- buttons and fields ----------------------------------------------------------------------

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is QStyle.PrimitiveElement.PE_PanelScrollAreaCorner:
            return  # between two scroll bars shows what is behind them
        draw = _PRIMITIVES.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            draw(option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        elements = QStyle.ControlElement
        if element is elements.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            ink = _button_ink(option, widget)
            if ink is not None:
                palette = QPalette(option.palette)
                palette.setColor(QPalette.ColorRole.ButtonText, ink)
                option.palette = palette
        elif element is elements.CE_HeaderSection and isinstance(option, QStyleOptionHeader):
            draw_header_ground(option, painter)
            return
        elif element is elements.CE_HeaderEmptyArea:
            painter.fillRect(option.rect, theme.current().card)
            return
        elif element is elements.CE_HeaderLabel and isinstance(option, QStyleOptionHeader):
            palette = QPalette(option.palette)
            palette.setColor(QPalette.ColorRole.ButtonText, theme.current().third)
            option.palette = palette
        super().drawControl(element, option, painter, widget)

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        rect = super().subElementRect(element, option, _some(widget))
        if element is QStyle.SubElement.SE_LineEditContents and not in_view(widget):
            return rect.adjusted(6, 0, -4, 0)
        return rect

    # --- combo boxes and scroll bars ----------------------------------------------------------------

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control is QStyle.ComplexControl.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            draw_combo(option, painter, widget)
        elif control is QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            draw_scroll_bar(option, painter, scroll_bar_part(option, QStyle.SubControl.SC_ScrollBarSlider))
        elif control is QStyle.ComplexControl.CC_Slider and isinstance(option, QStyleOptionSlider):
            handle = self.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, widget)
            draw_slider(option, painter, handle)
        elif isinstance(option, QStyleOptionSpinBox) and widget is not None:
            up = self.subControlRect(control, option, QStyle.SubControl.SC_SpinBoxUp, widget)
            down = self.subControlRect(control, option, QStyle.SubControl.SC_SpinBoxDown, widget)
            draw_spin_box(option, painter, up, down)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control is QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return scroll_bar_part(option, part)
        if part is QStyle.SubControl.SC_ComboBoxEditField and not in_view(widget):
            rect = super().subControlRect(control, option, part, _some(widget))
            editable = isinstance(option, QStyleOptionComboBox) and option.editable
            return rect if editable else rect.adjusted(5, 0, 0, 0)
        return super().subControlRect(control, option, part, _some(widget))


_METRICS: dict[QStyle.PixelMetric, int] = {
    QStyle.PixelMetric.PM_ScrollBarExtent: SCROLL_BAR,
    QStyle.PixelMetric.PM_ScrollBarSliderMin: 28,
    QStyle.PixelMetric.PM_ButtonShiftHorizontal: 0,
    QStyle.PixelMetric.PM_ButtonShiftVertical: 0,
    QStyle.PixelMetric.PM_IndicatorWidth: 16,
    QStyle.PixelMetric.PM_IndicatorHeight: 16,
    QStyle.PixelMetric.PM_SmallIconSize: 16,
    QStyle.PixelMetric.PM_ButtonIconSize: 16,
    QStyle.PixelMetric.PM_HeaderMargin: 10,
    QStyle.PixelMetric.PM_HeaderMarkSize: 10,
}


_PRIMITIVES = {
    QStyle.PrimitiveElement.PE_PanelButtonCommand: draw_button,
    QStyle.PrimitiveElement.PE_PanelButtonTool: draw_tool_button,
    QStyle.PrimitiveElement.PE_PanelLineEdit: draw_field,
    QStyle.PrimitiveElement.PE_FrameLineEdit: draw_frame_only,
    QStyle.PrimitiveElement.PE_FrameFocusRect: draw_focus,
    QStyle.PrimitiveElement.PE_IndicatorCheckBox: draw_check_box,
    QStyle.PrimitiveElement.PE_IndicatorRadioButton: draw_radio_button,
    QStyle.PrimitiveElement.PE_Frame: draw_frame,
}
