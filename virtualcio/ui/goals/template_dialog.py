"""Beginning with the goals that are usual in a trade: what would be added is seen before, ticked by goal."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.goals.templates import apply_goal_template, goal_templates, trade_of, trades
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.exchange.goal_templates import GoalTemplate
from virtualcio.exchange.kpi_catalogue import catalogue_kpi
from virtualcio.model import Goal
from virtualcio.texts import _, join_names, translate_count
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.shell.dialog import Dialog

_SIZE = (640, 620)
_INDENT = 26  # px: under the words of a check box


class TemplateDialog(Dialog):
    """`made` are the goals that were added."""

    def __init__(self, company: OpenCompany, shell: Shell, parent: QWidget | None) -> None:
        super().__init__(
            _("Goals of your trade"),
            _(
                "A beginning to change as you like. Ticked goals are added with their KPIs and what "
                "they need."
            ),
            "",
            parent,
        )
        self._company, self._shell = company, shell
        self.made: Sequence[Goal] = ()
        self.boxes: dict[str, QCheckBox] = {}
        self.trade = QComboBox()
        for one in trades():
            self.trade.addItem(one.name, one.key)
        likely = trade_of(company.data.company.trade)
        if likely is not None:
            self.trade.setCurrentIndex(self.trade.findData(likely.key))
        self.add_field(_("Trade"), self.trade)
        self.goals = ScrollColumn()
        self.goals.column.setSpacing(2)
        self.goals.setMinimumHeight(180)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(3, self.goals, 1)
        self.trade.currentIndexChanged.connect(lambda _row: self._fill())
        self.resize(*_SIZE)
        self._fill()

    def _fill(self) -> None:
        self.goals.clear()
        while self.goals.column.count():
            self.goals.column.takeAt(0)
        self.boxes = {}
        known = {goal.name for goal in self._company.data.all(Goal)}
        for template in goal_templates(self.trade.currentData()):
            self._add(template, there=template.name in known)
        self.goals.column.addStretch(1)
        self._count()

    def _add(self, template: GoalTemplate, *, there: bool) -> None:
        """`there`: a goal of that name is in the company already; it is not ticked."""
        weight = formats.percent(template.weight)
        box = self.boxes[template.key] = QCheckBox(
            _("{goal} · weight {percent}").format(goal=template.name, percent=weight)
        )
        box.setChecked(not there)
        box.toggled.connect(lambda _on: self._count())
        self.goals.column.addWidget(box)
        kpis = join_names((catalogue_kpi(key).name for key in template.kpis), most=9)
        needs = join_names((one.name for one in template.capabilities), most=9)
        lines = [
            template.description,
            _("KPIs: {names}").format(names=kpis) if kpis else "",
            _("Needs: {names}").format(names=needs) if needs else "",
            _("A goal of this name is there already.") if there else "",
        ]
        words = Label("\n".join(line for line in lines if line), ink="second", size=12, wrap=True)
        words.setContentsMargins(_INDENT, 0, 0, 10)
        box.setAccessibleDescription(words.text())
        self.goals.column.addWidget(words)

    @property
    def chosen(self) -> list[str]:
        """Keys of the ticked templates."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def _count(self) -> None:
        count = len(self.chosen)
        self.done_button.setEnabled(count > 0)
        self.done_button.setText(translate_count("Add {count} goal", "Add {count} goals", count))

    def accept(self) -> None:
        """Add what is ticked as one undo step."""
        if not self.chosen:
            return
        try:
            self.made = apply_goal_template(self._company, self.trade.currentData(), self.chosen)
        except UserError as refused:
            self.refuse(str(refused.message))
            return
        words = translate_count("{count} goal added", "{count} goals added", len(self.made))
        self._shell.say(words, Tone.GOOD, undo=True)
        super().accept()
