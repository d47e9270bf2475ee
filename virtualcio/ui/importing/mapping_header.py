"""The header of the preview: each field's title, and below it from which column of the file it comes."""

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView

from virtualcio.exchange.import_plan import ImportPlan, SourceColumn
from virtualcio.formats import NO_VALUE
from virtualcio.texts import _
from virtualcio.ui.importing.plan_model import FIRST_VALUE, PlanModel
from virtualcio.ui.shell import theme

HEIGHT = 66
_SIDE = 8
_COMBO_HEIGHT = 28
_NONE, _SEVERAL = -1, -2  # not a column of the file


class MappingHeader(QHeaderView):
    """A choice stands in the header itself; another column of the file is one click or arrow key away."""

    assigned = Signal(int, str)  # index of the file's column, key of the field
    released = Signal(str)  # key of a field that shall take nothing

    def __init__(self, model: PlanModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._model = model
        self._combos: dict[str, QComboBox] = {}
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(40)
        self.setAccessibleName(_("Columns of the file"))
        self.sectionResized.connect(lambda _at, _before, _now: self.place())
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.place())

    def show_plan(self, plan: ImportPlan) -> None:
        """One choice for each field that is shown."""
        for key in [key for key in self._combos if key not in plan.shown]:
            gone = self._combos.pop(key)
            gone.hide()
            gone.deleteLater()
        for key in plan.shown:
            self._fill(self._combo(key), key, plan)
        self.place()

    def combo(self, key: str) -> QComboBox:
        """The choice below a field's title."""
        return self._combos[key]

    def _combo(self, key: str) -> QComboBox:
        found = self._combos.get(key)
        if found is None:
            found = self._combos[key] = QComboBox(self.viewport())
            found.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            found.setMinimumContentsLength(3)
            found.activated.connect(lambda _row, key=key: self._on_chosen(key))
        return found

    def _fill(self, combo: QComboBox, key: str, plan: ImportPlan) -> None:
        sources = [column for column in plan.columns if column.field == key]
        with QSignalBlocker(combo):
            combo.clear()
            if len(sources) > 1:
                combo.addItem(_("{count} columns").format(count=len(sources)), _SEVERAL)
            combo.addItem(NO_VALUE if not sources else _("take nothing"), _NONE)
            for column in plan.columns:
                if column.filled or column.field is not None:
                    combo.addItem(_source_title(column), column.index)
            wanted = sources[0].index if len(sources) == 1 else (_SEVERAL if sources else _NONE)
            combo.setCurrentIndex(combo.findData(wanted))
        title = self._model.title(FIRST_VALUE + plan.shown.index(key))
        combo.setAccessibleName(_("“{field}” comes from").format(field=title))
        combo.setToolTip("\n".join([combo.accessibleName(), *(_samples(column) for column in sources)]))

    def _on_chosen(self, key: str) -> None:
        chosen: int = self._combos[key].currentData()
        if chosen >= 0:
            self.assigned.emit(chosen, key)
        elif chosen == _NONE:
            self.released.emit(key)

    def place(self) -> None:
        """Put each choice below its title."""
        for at, key in enumerate(self._model.keys, start=FIRST_VALUE):
            combo = self._combos.get(key)
            if combo is not None and at < self.count():
                left, wide = self.sectionViewportPosition(at), self.sectionSize(at)
                combo.setGeometry(left + 3, HEIGHT - _COMBO_HEIGHT - 5, wide - 6, _COMBO_HEIGHT)
                combo.show()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        if not rect.isValid():
            return
        shown = theme.current()
        painter.save()
        painter.fillRect(rect, shown.card)
        painter.setPen(QPen(shown.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = theme.font(11.5, medium=True)
        painter.setFont(font)
        painter.setPen(shown.second)
        top = QRect(rect.left() + _SIDE, rect.top(), rect.width() - 2 * _SIDE, HEIGHT - _COMBO_HEIGHT - 6)
        title = QFontMetricsF(font).elidedText(
            self._model.title(at), Qt.TextElideMode.ElideRight, top.width()
        )
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


def _source_title(column: SourceColumn) -> str:
    return " ".join(column.title.split()) or _("column {number}").format(number=column.index + 1)


def _samples(column: SourceColumn) -> str:
    return _("{column}: {samples} …").format(column=_source_title(column), samples=", ".join(column.samples))
