"""The columns of capabilities, of maturity ratings and of the notes on the business model canvas."""

from virtualcio.actions.columns import Column, Kind, Link
from virtualcio.actions.goals import goal_choice_titles as titles
from virtualcio.actions.goals.goal_status import capability_status
from virtualcio.model import (
    Application,
    CanvasNoteApplication,
    CanvasNoteGoal,
    CanvasNoteProcess,
    DataDomain,
    Department,
    Goal,
    GoalCapability,
    Interface,
    Person,
    Process,
)
from virtualcio.model.goals import CanvasField, CapabilityKind, CapabilityRating, MaturityDimension
from virtualcio.texts import mark

_BASICS = mark("Basics")
_LINKED = mark("Linked")

FIRST = ("rating", "kind", "goals", "application", "data_domain", "interface")

CAPABILITY_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Capability"), Kind.TEXT, field="name", required=True, group=_BASICS, width=200,
           help=mark("What the company must be able to do for a goal, such as “see stock online”."),
           import_names=("name", "fähigkeit", "bezeichnung", "capability")),
    Column("kind", mark("Rests on"), Kind.CHOICE, field="kind", choices=CapabilityKind,
           choice_titles=titles.CAPABILITY_KINDS, group=_BASICS, width=120, spare=True,
           import_names=("art", "typ")),
    Column("status", mark("What is there"), Kind.STATUS, compute=capability_status, group=_BASICS, width=180,
           help=mark("Your rating, or less where what is known about it allows no more.")),
    Column("rating", mark("Your rating"), Kind.CHOICE, field="rating", choices=CapabilityRating,
           choice_titles=titles.CAPABILITY_RATINGS, group=_BASICS, width=110, spare=True,
           help=mark("There: it works today. Weak: it works badly. Missing: it does not exist yet."),
           import_names=("bewertung", "stand", "rating")),
    Column("goals", mark("Needed for"), Kind.LINKS, target=Goal, group=_LINKED, width=190,
           link=Link(GoalCapability, "capability_id", "goal_id"), import_names=("ziel", "ziele")),
    Column("application", mark("Application"), Kind.REFERENCE, field="application_id", target=Application,
           group=_LINKED, shown=False, width=150, help=mark("The software that gives it."),
           import_names=("anwendung", "system")),
    Column("data_domain", mark("Data domain"), Kind.REFERENCE, field="data_domain_id", target=DataDomain,
           group=_LINKED, shown=False, width=150, import_names=("datenbestand", "daten")),
    Column("interface", mark("Interface"), Kind.REFERENCE, field="interface_id", target=Interface,
           group=_LINKED, shown=False, width=150, import_names=("schnittstelle",)),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person,
           group=mark("Responsible"), width=140, spare=True,
           import_names=("verantwortlich", "zuständig", "owner")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip

MATURITY_COLUMNS: tuple[Column, ...] = (
    Column("dimension", mark("Dimension"), Kind.CHOICE, field="dimension", choices=MaturityDimension,
           required=True, choice_titles=titles.DIMENSIONS, group=_BASICS, width=160,
           import_names=("dimension",)),
    Column("today", mark("Today (1–5)"), Kind.INTEGER, field="today", least=1, most=5, group=_BASICS,
           width=100, import_names=("heute", "ist")),
    Column("wanted", mark("Wanted (1–5)"), Kind.INTEGER, field="wanted", least=1, most=5, group=_BASICS,
           width=110, import_names=("gewünscht", "soll", "ziel")),
    Column("rated_on", mark("Rated on"), Kind.DATE, field="rated_on", group=_BASICS, width=110,
           import_names=("bewertet am", "stand")),
    Column("department", mark("Department"), Kind.REFERENCE, field="department_id", target=Department,
           required=True, group=_BASICS, width=150, import_names=("abteilung", "bereich")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung")),
)  # fmt: skip

CANVAS_COLUMNS: tuple[Column, ...] = (
    Column("text", mark("Note on the canvas"), Kind.TEXT, field="text", required=True, group=_BASICS,
           width=260, import_names=("text", "notiz")),
    Column("field", mark("Field"), Kind.CHOICE, field="field", choices=CanvasField, required=True,
           choice_titles=titles.CANVAS_FIELDS, group=_BASICS, width=160, import_names=("feld",)),
    Column("position", mark("Position"), Kind.INTEGER, field="position", least=0, group=_BASICS, shown=False,
           width=80, import_names=("position",)),
    Column("goals", mark("Goals"), Kind.LINKS, target=Goal, group=_LINKED, width=160,
           link=Link(CanvasNoteGoal, "note_id", "goal_id"), import_names=("ziel", "ziele")),
    Column("processes", mark("Processes"), Kind.LINKS, target=Process, group=_LINKED, width=160,
           link=Link(CanvasNoteProcess, "note_id", "process_id"), import_names=("prozess", "prozesse")),
    Column("applications", mark("Applications"), Kind.LINKS, target=Application, group=_LINKED, width=160,
           link=Link(CanvasNoteApplication, "note_id", "application_id"),
           import_names=("anwendung", "anwendungen")),
)  # fmt: skip
