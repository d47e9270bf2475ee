"""The columns of outcome reviews, of what arrived of a KPI, and of counts of use."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.review.steering_status import outcome_status, use_percent
from virtualcio.model import Department, Initiative, Kpi, OutcomeReview
from virtualcio.texts import mark

_BASICS = mark("Basics")
_COST = mark("Cost")
_TIME = mark("Time")
_USE = mark("Use")
_LEARNED = mark("What remains of it")

OUTCOME_FIRST = (
    "held_on", "planned_cost", "actual_cost", "planned_end", "actual_end", "planned_users", "actual_users",
)  # fmt: skip

OUTCOME_COLUMNS: tuple[Column, ...] = (
    Column("initiative", mark("Initiative"), Kind.REFERENCE, field="initiative_id", target=Initiative,
           required=True, group=_BASICS, width=220, import_names=("vorhaben", "projekt", "initiative")),
    Column("status", mark("Result"), Kind.STATUS, compute=outcome_status, group=_BASICS, width=190,
           help=mark("How many promises were kept: KPIs, cost, end and users.")),
    Column("held_on", mark("Held on"), Kind.DATE, field="held_on", group=_BASICS, width=110,
           help=mark("Empty: still to be held, about 90 days after its end."),
           import_names=("gehalten am", "besprochen am", "datum")),
    Column("planned_cost", mark("Planned cost (net)"), Kind.MONEY, field="planned_cost", least=0,
           group=_COST, width=120, spare=True, help=mark("What is paid to others once, without VAT."),
           import_names=("kosten geplant", "plankosten", "geplante kosten")),
    Column("actual_cost", mark("Actual cost (net)"), Kind.MONEY, field="actual_cost", least=0, group=_COST,
           width=120, help=mark("What was paid to others once, without VAT."),
           import_names=("kosten ist", "istkosten", "tatsächliche kosten")),
    Column("planned_end", mark("Planned end"), Kind.DATE, field="planned_end", group=_TIME, shown=False,
           width=110, import_names=("ende geplant", "geplantes ende")),
    Column("actual_end", mark("Actual end"), Kind.DATE, field="actual_end", group=_TIME, width=110,
           spare=True, import_names=("ende ist", "tatsächliches ende")),
    Column("planned_users", mark("Promised users"), Kind.INTEGER, field="planned_users", least=0,
           most=1_000_000, group=_USE, shown=False, width=120,
           import_names=("nutzer geplant", "versprochene nutzer")),
    Column("actual_users", mark("Actual users"), Kind.INTEGER, field="actual_users", least=0,
           most=1_000_000, group=_USE, shown=False, width=120, import_names=("nutzer ist", "nutzer")),
    Column("learned", mark("What we learned"), Kind.LONG_TEXT, field="learned", group=_LEARNED,
           shown=False, width=240, import_names=("gelernt", "erkenntnisse")),
    Column("next_step", mark("What comes next"), Kind.LONG_TEXT, field="next_step", group=_LEARNED,
           shown=False, width=220, import_names=("nächster schritt", "wie weiter")),
)  # fmt: skip

OUTCOME_KPI_COLUMNS: tuple[Column, ...] = (
    Column("kpi", mark("KPI"), Kind.REFERENCE, field="kpi_id", target=Kpi, required=True, group=_BASICS,
           width=180, import_names=("kennzahl", "kpi")),
    Column("promised", mark("Promised"), Kind.NUMBER, field="promised", group=_BASICS, width=100,
           import_names=("versprochen", "soll")),
    Column("arrived", mark("Arrived"), Kind.NUMBER, field="arrived", group=_BASICS, width=100,
           import_names=("angekommen", "erreicht", "ist")),
    Column("outcome", mark("Outcome review"), Kind.REFERENCE, field="outcome_id", target=OutcomeReview,
           required=True, group=_BASICS, width=180, import_names=("nachbesprechung",)),
)  # fmt: skip

_MOST = 1_000_000

ADOPTION_FIRST = ("department", "counted_on", "people", "knowing", "wanting", "able", "users", "keeping")

ADOPTION_COLUMNS: tuple[Column, ...] = (
    Column("initiative", mark("Initiative"), Kind.REFERENCE, field="initiative_id", target=Initiative,
           required=True, group=_BASICS, width=190, import_names=("vorhaben", "projekt", "initiative")),
    Column("department", mark("Department"), Kind.REFERENCE, field="department_id", target=Department,
           group=_BASICS, width=130, import_names=("abteilung", "bereich")),
    Column("counted_on", mark("Counted on"), Kind.DATE, field="counted_on", required=True, group=_BASICS,
           width=105, import_names=("gezählt am", "datum", "stand")),
    Column("people", mark("Should use it"), Kind.INTEGER, field="people", least=0, most=_MOST, group=_USE,
           width=110, help=mark("How many people of the department it is meant for."),
           import_names=("personen", "leute", "sollen nutzen")),
    Column("knowing", mark("Know it"), Kind.INTEGER, field="knowing", least=0, most=_MOST, group=_USE,
           width=90, spare=True, help=mark("How many know what it is for. Each count holds those of the "
                                           "later stages too."),
           import_names=("kennen", "kennen es", "wissen")),
    Column("wanting", mark("Want it"), Kind.INTEGER, field="wanting", least=0, most=_MOST, group=_USE,
           width=90, spare=True, help=mark("How many are for it."), import_names=("wollen", "wollen es")),
    Column("able", mark("Can use it"), Kind.INTEGER, field="able", least=0, most=_MOST, group=_USE,
           width=90, spare=True, help=mark("How many were shown how, and can do it."),
           import_names=("können", "können es")),
    Column("users", mark("Use it"), Kind.INTEGER, field="users", least=0, most=_MOST, group=_USE, width=90,
           help=mark("How many work with it."), import_names=("nutzen", "nutzen es", "nutzer")),
    Column("share", mark("Share that uses it"), Kind.PERCENT, compute=use_percent, group=_USE, width=120),
    Column("keeping", mark("Keep using it"), Kind.INTEGER, field="keeping", least=0, most=_MOST,
           group=_USE, width=110, spare=True, help=mark("How many use it without being reminded."),
           import_names=("bleiben", "bleiben dabei", "behalten")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip
