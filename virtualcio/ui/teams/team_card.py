"""One team: who is in it with which role, what it decides alone, and what it lacks for that."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.teams.team_choice_titles import ROLES
from virtualcio.actions.teams.team_sentences import team_sentence
from virtualcio.actions.teams.team_status import team_status
from virtualcio.actions.tone import Tone
from virtualcio.analysis.teams.team_state import members_of
from virtualcio.model import Department, Initiative, Person, Product, Record, Team
from virtualcio.model.teams import TeamRole
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.link_chips import LinkChip
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.review.field_in_place import FieldInPlace

Go = Callable[[type[Record], str], object]


class TeamCard(Card):
    """`edit` gets the key of the team when its name is clicked, `go` kind and key of what it works for."""

    def __init__(self, company: OpenCompany, team: Team, edit: Callable[[str], object], go: Go) -> None:
        super().__init__()
        self._company, self.team = company, team
        self.name = TextLink(team.name, size=13.5, semibold=True)
        self.name.clicked.connect(lambda: edit(team.id))
        status = team_status(company, team)
        self.pill = Pill(status.text, status.tone)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        head.addWidget(self.pill)
        self.body.addLayout(head)
        if team.aim.strip():
            self.body.addWidget(Label(team.aim.strip(), ink="second", wrap=True))
        self._add_links(go)
        self.people = QGridLayout()
        self.people.setHorizontalSpacing(14)
        self.people.setVerticalSpacing(4)
        self.people.setColumnStretch(0, 3)
        self.people.setColumnStretch(1, 3)
        self.people.setColumnStretch(2, 4)
        self.body.addLayout(self.people)
        self.lines = tuple(self._lines())
        self._add_people()
        self._add_scope()
        said = team_sentence(company, team)
        self.sentence = Label(said.text, ink="second", size=12, wrap=True)
        self.body.addWidget(self.sentence)
        self.sentence.setVisible(said.tone is not Tone.GOOD)  # else the pill has said it already
        self.body.addStretch(1)

    def _add_links(self, go: Go) -> None:
        """For which initiative and which product it is there."""
        flow = FlowLayout(spacing=6)
        self.links: list[LinkChip] = []
        data = self._company.data
        for record in (
            data.get(Initiative, self.team.initiative_id),
            data.get(Product, self.team.product_id),
        ):
            if record is None:
                continue
            chip = LinkChip(record.name, removable=False)
            chip.clicked.connect(partial(_gone, go, type(record), record.id))
            self.links.append(chip)
            flow.addWidget(chip)
        if self.links:
            self.body.addLayout(flow)

    def _lines(self) -> Iterator[tuple[str, str, str, str]]:
        """Name, department, role and days of each person; the lead first, once."""
        data, shown = self._company.data, set()
        rows = members_of(data, self.team)
        lead = data.get(Person, self.team.lead_id)
        if lead is not None and all(row.person_id != lead.id for row in rows):
            yield lead.name, self._home(lead), _(ROLES[TeamRole.LEAD]), ""
        for row in sorted(rows, key=lambda one: one.person_id != self.team.lead_id):
            person = data.get(Person, row.person_id)
            if person is None or (person.id, row.role) in shown:
                continue
            shown.add((person.id, row.role))
            role = _(ROLES[row.role])
            if person is lead and row.role is not TeamRole.LEAD:
                role = f"{role}, {_(ROLES[TeamRole.LEAD])}"
            days = ""
            if row.days_per_month is not None:
                days = _("{days} d").format(days=formats.number(row.days_per_month, 1))
            yield person.name, self._home(person), role, days

    def _home(self, person: Person) -> str:
        if person.external:
            return _("external")
        department = self._company.data.get(Department, person.department_id)
        return department.name if department is not None else formats.NO_VALUE

    def _add_people(self) -> None:
        for at, (name, home, role, days) in enumerate(self.lines):
            for column, (text, ink) in enumerate(
                ((name, "ink"), (home, "second"), (role, "second"), (days, "third"))
            ):
                label = Label(text, ink=ink, size=12, wrap=column < 3)
                if column == 3 and days:
                    label.setToolTip(_("Days a month"))
                self.people.addWidget(label, at, column)
        if not self.lines:
            words = Label(_("Nobody is in the team yet."), ink="second", size=12)
            self.people.addWidget(words, 0, 0, 1, 4)

    def _add_scope(self) -> None:
        """What it decides without asking, and up to which amount; the amount can be changed here."""
        scope = self.team.decision_scope.strip()
        if scope:
            words = _("Decides alone: {what}").format(what=scope)
            self.body.addWidget(Label(words, size=12, wrap=True))
        self.limit = FieldInPlace(
            self._company, self.team, "decision_limit", _("set an amount it may decide on"), _up_to
        )
        self.body.addWidget(self.limit)


def _gone(go: Go, kind: type[Record], key: str, _checked: bool = False) -> None:
    go(kind, key)


def _up_to(amount: str) -> str:
    return _("up to {amount} without asking").format(amount=amount)
