"""The columns of decisions, tasks and trends."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.review import review_choice_titles as titles
from virtualcio.actions.review.steering_status import decision_status, task_status
from virtualcio.model import (
    Contract,
    CouncilMeeting,
    Decision,
    Goal,
    Initiative,
    Kpi,
    NinetyDayPlan,
    Person,
    Review,
)
from virtualcio.model.review import DecisionState, Stance
from virtualcio.texts import mark

_BASICS = mark("Basics")
_FROM = mark("Where it comes from")
_ABOUT = mark("What it is about")
_NOTE = Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False,
               width=200, import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung"))  # fmt: skip
_REVIEW = Column("review", mark("Review"), Kind.REFERENCE, field="review_id", target=Review, group=_FROM,
                 shown=False, width=110, import_names=("review", "quartal"))  # fmt: skip
_MEETING = Column("meeting", mark("Council meeting"), Kind.REFERENCE, field="meeting_id",
                  target=CouncilMeeting, group=_FROM, shown=False, width=150,
                  import_names=("it-runde", "sitzung", "runde"))  # fmt: skip
_INITIATIVE = Column("initiative", mark("Initiative"), Kind.REFERENCE, field="initiative_id",
                     target=Initiative, group=_ABOUT, width=150, spare=True,
                     import_names=("vorhaben", "projekt"))  # fmt: skip

DECISION_FIRST = ("state", "decided_on", "owner", "due_on", "amount", "reason")

DECISION_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Decision"), Kind.TEXT, field="name", required=True, group=_BASICS, width=260,
           import_names=("name", "entscheidung", "beschluss", "bezeichnung")),
    Column("state", mark("State"), Kind.CHOICE, field="state", choices=DecisionState,
           choice_titles=titles.DECISION_STATES, group=_BASICS, shown=False, width=110,
           import_names=("stand", "status")),
    Column("status", mark("Where it stands"), Kind.STATUS, compute=decision_status, group=_BASICS,
           width=165),
    Column("decided_on", mark("Decided on"), Kind.DATE, field="decided_on", group=_BASICS, shown=False,
           width=110, import_names=("entschieden am", "beschlossen am", "datum")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person, group=_BASICS,
           width=140, help=mark("Who sees to it that it is carried out."),
           import_names=("verantwortlich", "zuständig", "wer")),
    Column("due_on", mark("To be done by"), Kind.DATE, field="due_on", group=_BASICS, width=110,
           import_names=("bis", "termin", "fällig", "fällig am", "frist")),
    Column("amount", mark("Released money (net)"), Kind.MONEY, field="amount", least=0, group=_BASICS,
           width=130, spare=True, help=mark("What may be spent because of it, without VAT."),
           import_names=("betrag", "freigabe", "budget", "kosten")),
    Column("reason", mark("Reason"), Kind.LONG_TEXT, field="reason", group=_BASICS, shown=False, width=220,
           import_names=("grund", "begründung")),
    Column("done_on", mark("Done on"), Kind.DATE, field="done_on", group=_BASICS, shown=False, width=105,
           import_names=("erledigt am", "umgesetzt am", "erledigt")),
    _REVIEW,
    _MEETING,
    _INITIATIVE,
    Column("contract", mark("Contract"), Kind.REFERENCE, field="contract_id", target=Contract, group=_ABOUT,
           shown=False, width=150, import_names=("vertrag",)),
    Column("proposed_by", mark("Proposed because of"), Kind.TEXT, field="proposed_by", group=_FROM,
           shown=False, width=150, help=mark("The finding of the checks that led to it.")),
    _NOTE,
)  # fmt: skip

TASK_FIRST = ("owner", "due_on", "done_on", "decision", "initiative")

TASK_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Task"), Kind.TEXT, field="name", required=True, group=_BASICS, width=280,
           import_names=("name", "aufgabe", "bezeichnung", "was", "task")),
    Column("status", mark("Where it stands"), Kind.STATUS, compute=task_status, group=_BASICS, width=165),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person, group=_BASICS,
           width=140, import_names=("verantwortlich", "zuständig", "wer")),
    Column("due_on", mark("To be done by"), Kind.DATE, field="due_on", group=_BASICS, width=110,
           import_names=("bis", "termin", "fällig", "fällig am", "frist", "bis wann")),
    Column("done_on", mark("Done on"), Kind.DATE, field="done_on", group=_BASICS, width=105, spare=True,
           import_names=("erledigt am", "erledigt")),
    Column("decision", mark("Decision"), Kind.REFERENCE, field="decision_id", target=Decision, group=_FROM,
           width=180, spare=True, import_names=("entscheidung", "beschluss")),
    _REVIEW,
    _MEETING,
    Column("plan", mark("90-day plan"), Kind.REFERENCE, field="plan_id", target=NinetyDayPlan, group=_FROM,
           shown=False, width=170, import_names=("90-tage-plan",)),
    _INITIATIVE,
    Column("kpi", mark("Shows in the KPI"), Kind.REFERENCE, field="kpi_id", target=Kpi, group=_ABOUT,
           shown=False, width=170, help=mark("Which KPI gets better when it is done."),
           import_names=("kennzahl", "kpi")),
    _NOTE,
)  # fmt: skip

TREND_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Trend"), Kind.TEXT, field="name", required=True, group=_BASICS, width=240,
           help=mark("A development outside, such as AI in offers."),
           import_names=("name", "trend", "entwicklung", "bezeichnung")),
    Column("stance", mark("What we do"), Kind.CHOICE, field="stance", choices=Stance,
           choice_titles=titles.STANCES, group=_BASICS, width=120,
           import_names=("haltung", "entscheidung", "was wir tun")),
    Column("why", mark("Why"), Kind.LONG_TEXT, field="why", group=_BASICS, width=220,
           import_names=("warum", "grund", "begründung")),
    Column("looked_at_on", mark("Looked at on"), Kind.DATE, field="looked_at_on", group=_BASICS, width=120,
           import_names=("angesehen am", "stand", "datum")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person, group=_BASICS,
           width=140, spare=True, import_names=("verantwortlich", "zuständig")),
    Column("goal", mark("Goal"), Kind.REFERENCE, field="goal_id", target=Goal, group=_BASICS, width=150,
           spare=True, import_names=("ziel",)),
)  # fmt: skip
