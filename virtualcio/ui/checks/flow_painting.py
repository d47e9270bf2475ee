"""How the golden thread looks: bars, bands and words in the theme's colours, on screen and as a picture."""

import re
from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from virtualcio import formats
from virtualcio.actions.budget.spending_flow import (
    OTHER,
    TORN,
    FlowColumn,
    FlowNode,
    MoneyFlow,
    column_titles,
)
from virtualcio.ui.checks.flow_layout import PlacedBar, PlacedFlow, least_height, place_flow
from virtualcio.ui.shell import theme

_PICTURE_SCALE = 2  # pictures for documents are twice as fine as the screen
_PICTURE_WIDTH, _MARGIN = 900.0, 16.0
_CALM, _NEAR, _FAR = 0.24, 0.55, 0.08  # how strong bands are: all alike, on the thread, beside it
_LINE = 15.0  # a line of words
_LAST_LETTERS = 3  # of a word that is broken, at least so many stand on either line
# What a syllable begins with before its vowel: the last of several consonants, or those that stay together.
_SYLLABLE = re.compile(
    r"(?:sch|ch|ck|ph|th|qu|(?<=[bcdfghklmnprstvwxzß])(?:s[tp]|[bdfgkpt]r|[bfgkp]l)|[bcdfghjklmnpqrstvwxzß])"
    r"(?=[aeiouyäöü])"
)
_SERIES = (0, 2, 4, 1)  # of the theme's series: neighbours differ clearly


def colour_of(number: int) -> QColor:
    """Of a goal by its number; grey for the others, red for what is without purpose."""
    shown = theme.current()
    if number == TORN:
        return shown.act_mark
    return shown.series[5] if number == OTHER else shown.series[_SERIES[number % len(_SERIES)]]


def paint_flow(
    painter: QPainter, placed: PlacedFlow, near: Collection[tuple[str, str, int]] | None, current: str = ""
) -> None:
    """`near`: the bands of the thread that is looked at (None: all alike); `current`: its node."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_headings(painter, placed.headings)
    painter.setPen(Qt.PenStyle.NoPen)
    for one in placed.bands:
        colour = QColor(colour_of(one.band.colour))
        strong = _CALM
        if near is not None:
            strong = _NEAR if (one.band.start, one.band.end, one.band.colour) in near else _FAR
        colour.setAlphaF(strong)
        painter.setBrush(colour)
        painter.drawPath(one.path)
    touched = (
        None if near is None else {current, *(key for start, end, _colour in near for key in (start, end))}
    )
    for bar in placed.bars:
        if not bar.node.hidden:
            _paint_bar(painter, bar, chosen=bar.node.key == current, far=_is_far(bar.node, touched))


def _is_far(node: FlowNode, touched: Collection[str] | None) -> bool:
    return touched is not None and node.key not in touched


def _paint_headings(painter: QPainter, boxes: Sequence[QRectF]) -> None:
    painter.setFont(theme.font(11.5))
    painter.setPen(theme.current().third)
    for box, title in zip(boxes, column_titles(), strict=True):
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, words)


def _paint_bar(painter: QPainter, placed: PlacedBar, *, chosen: bool, far: bool) -> None:
    shown, node = theme.current(), placed.node
    money = node.column is FlowColumn.MONEY
    fill = shown.good_mark if money and node.colour != TORN else colour_of(node.colour)
    painter.setOpacity(0.45 if far else 1)
    painter.setPen(QPen(shown.ink, 1.5) if chosen else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(placed.bar, 1.5, 1.5)
    # words in red are readable on the card, not on the red of a band
    painter.setPen(shown.act if money and node.colour == TORN else shown.ink)
    painter.setFont(theme.font(11.5, semibold=chosen))
    metrics = QFontMetricsF(painter.font())
    lines = [metrics.elidedText(node.title, Qt.TextElideMode.ElideRight, placed.label.width())]
    if not money and placed.label.height() >= 2 * _LINE:
        lines = two_lines(node.title, metrics, placed.label.width())
    _paint_lines(painter, placed.label, [*lines, formats.money_short(node.amount)] if money else lines)
    painter.setOpacity(1)


def _paint_lines(painter: QPainter, room: QRectF, lines: Sequence[str]) -> None:
    """Centred in the height of their room."""
    row = QRectF(room.left(), room.center().y() - len(lines) * _LINE / 2, room.width(), _LINE)
    for line in lines:
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
        row.translate(0, _LINE)


def two_lines(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """A name in at most two lines of `width` px: broken between words, a longer word with a hyphen, and what
    is longer still ends in ….
    """
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split(" ")
    count = len(words)
    while count and metrics.horizontalAdvance(" ".join(words[:count])) > width:
        count -= 1
    first, rest = " ".join(words[:count]), " ".join(words[count:])
    if not count:
        fitting = [at for at in _breaks(words[0]) if metrics.horizontalAdvance(text[:at] + "-") <= width]
        if not fitting:
            return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
        first, rest = text[: fitting[-1]] + "-", text[fitting[-1] :]
    return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _breaks(word: str) -> list[int]:
    """Where a long word may be broken: at most of its syllables, as one writes in German."""
    found = (one.start() for one in _SYLLABLE.finditer(word.lower()))
    return [at for at in found if _LAST_LETTERS <= at <= len(word) - _LAST_LETTERS]


def flow_picture(flow: MoneyFlow, title: str) -> QImage:
    """The whole picture with its title, for a document."""
    shown, heading = theme.current(), 34.0
    placed = place_flow(flow, _PICTURE_WIDTH, max(440.0, least_height(flow)))
    whole = QRectF(0, 0, _PICTURE_WIDTH + 2 * _MARGIN, placed.height + heading + 2 * _MARGIN)
    image = QImage((whole.size() * _PICTURE_SCALE).toSize(), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(_PICTURE_SCALE)
    image.fill(shown.card)
    painter = QPainter(image)
    painter.setFont(theme.font(15, semibold=True))
    painter.setPen(shown.ink)
    painter.drawText(QPointF(_MARGIN, _MARGIN + 16), title)
    painter.translate(_MARGIN, _MARGIN + heading)
    paint_flow(painter, placed, None)
    painter.end()
    return image
