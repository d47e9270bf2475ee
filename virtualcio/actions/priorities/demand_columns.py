"""The columns of demands: what departments wish and what became of it."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.priorities import priority_choice_titles as titles
from virtualcio.actions.priorities.priority_status import demand_status
from virtualcio.model import Department, Goal, Initiative, Person
from virtualcio.model.initiatives import DemandState
from virtualcio.texts import mark

_BASICS = mark("Basics")
_ANSWER = mark("Answer")

FIRST = ("department", "asked_on", "goal", "expected_result")

COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Demand"), Kind.TEXT, field="name", required=True, group=_BASICS, width=220,
           help=mark("What a department wishes, in its own words."),
           import_names=("name", "anfrage", "wunsch", "anforderung", "demand")),
    Column("department", mark("Department"), Kind.REFERENCE, field="department_id", target=Department,
           group=_BASICS, width=130, import_names=("abteilung", "bereich", "department")),
    Column("person", mark("Asked by"), Kind.REFERENCE, field="person_id", target=Person, group=_BASICS,
           shown=False, width=140, import_names=("von", "person", "antragsteller")),
    Column("asked_on", mark("Asked on"), Kind.DATE, field="asked_on", group=_BASICS, width=105, spare=True,
           import_names=("datum", "eingang", "angefragt am", "gestellt am")),
    Column("goal", mark("Serves the goal"), Kind.REFERENCE, field="goal_id", target=Goal, group=_BASICS,
           width=160, spare=True, import_names=("ziel", "goal")),
    Column("expected_result", mark("Expected result"), Kind.LONG_TEXT, field="expected_result",
           group=_BASICS, shown=False, width=220,
           help=mark("What will be better afterwards, and by how much."),
           import_names=("ergebnis", "erwartetes ergebnis", "nutzen", "erwartung")),
    Column("status", mark("Answer"), Kind.STATUS, compute=demand_status, group=_ANSWER, width=160,
           help=mark("What became of it, or since when the department has been waiting.")),
    Column("state", mark("What became of it"), Kind.CHOICE, field="state", choices=DemandState,
           choice_titles=titles.DEMAND_STATES, group=_ANSWER, shown=False, width=160,
           import_names=("status", "stand", "state")),
    Column("initiative", mark("Initiative"), Kind.REFERENCE, field="initiative_id", target=Initiative,
           group=_ANSWER, width=170, import_names=("vorhaben", "projekt", "initiative")),
    Column("reason", mark("Reason"), Kind.LONG_TEXT, field="reason", group=_ANSWER, shown=False, width=220,
           help=mark("Why it was answered so; the department reads it."),
           import_names=("grund", "begründung", "reason")),
    Column("answered_on", mark("Answered on"), Kind.DATE, field="answered_on", group=_ANSWER, shown=False,
           width=120, import_names=("beantwortet am",)),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip
