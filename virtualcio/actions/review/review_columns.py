"""The columns of quarterly reviews and their notes, of meetings of the council, and of visits."""

from virtualcio.actions.columns import Column, Kind, Link
from virtualcio.actions.review import review_choice_titles as titles
from virtualcio.actions.review.steering_status import review_status
from virtualcio.model import CouncilPerson, Person, Review, ReviewPerson
from virtualcio.model.review import ReviewStation
from virtualcio.texts import mark

_BASICS = mark("Basics")
_MINUTES = mark("Minutes")

REVIEW_FIRST = ("planned_on", "held_on", "people")

REVIEW_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Review"), Kind.TEXT, field="name", required=True, group=_BASICS, width=150,
           import_names=("name", "review", "quartal", "bezeichnung")),
    Column("status", mark("Where it stands"), Kind.STATUS, compute=review_status, group=_BASICS, width=190),
    Column("quarter_start", mark("Quarter from"), Kind.DATE, field="quarter_start", month=True,
           required=True, group=_BASICS, shown=False, width=110,
           help=mark("The first month of the quarter it looks at."), import_names=("quartal ab",)),
    Column("planned_on", mark("Planned for"), Kind.DATE, field="planned_on", group=_BASICS, width=105,
           import_names=("geplant", "geplant am", "termin")),
    Column("held_on", mark("Held on"), Kind.DATE, field="held_on", group=_BASICS, width=105,
           import_names=("gehalten am", "durchgeführt am", "datum")),
    Column("closed_on", mark("Closed on"), Kind.DATE, field="closed_on", group=_BASICS, width=105,
           help=mark("From this day on its figures are frozen."),
           import_names=("abgeschlossen am", "abgeschlossen")),
    Column("people", mark("Participants"), Kind.LINKS, target=Person, group=_BASICS, width=200,
           link=Link(ReviewPerson, "review_id", "person_id"),
           import_names=("teilnehmer", "teilnehmende", "personen")),
    Column("station", mark("Last station"), Kind.CHOICE, field="station", choices=ReviewStation,
           choice_titles=titles.STATIONS, group=_BASICS, shown=False, width=120,
           help=mark("Where something was noted last.")),
    Column("open_questions", mark("Left open"), Kind.LONG_TEXT, field="open_questions", group=_MINUTES,
           shown=False, width=200, help=mark("What was knowingly not settled when it was closed."),
           import_names=("offene fragen",)),
    Column("summary", mark("Summary"), Kind.LONG_TEXT, field="summary", group=_MINUTES, shown=False,
           width=240, import_names=("zusammenfassung", "ergebnis")),
)  # fmt: skip

NOTE_COLUMNS: tuple[Column, ...] = (
    Column("station", mark("Station"), Kind.CHOICE, field="station", choices=ReviewStation,
           choice_titles=titles.STATIONS, required=True, group=_BASICS, width=120,
           import_names=("station", "thema")),
    Column("text", mark("What was said"), Kind.LONG_TEXT, field="text", group=_BASICS, width=240,
           import_names=("text", "notiz", "protokoll")),
    Column("review", mark("Review"), Kind.REFERENCE, field="review_id", target=Review, required=True,
           group=_BASICS, width=120, import_names=("review",)),
)  # fmt: skip

MEETING_FIRST = ("topic", "people", "agenda", "minutes")

MEETING_COLUMNS: tuple[Column, ...] = (
    Column("held_on", mark("Day"), Kind.DATE, field="held_on", required=True, group=_BASICS, width=110,
           import_names=("datum", "tag", "sitzung", "termin", "gehalten am")),
    Column("topic", mark("Topic"), Kind.TEXT, field="topic", group=_BASICS, width=220,
           import_names=("thema", "betreff")),
    Column("people", mark("Participants"), Kind.LINKS, target=Person, group=_BASICS, width=220,
           link=Link(CouncilPerson, "meeting_id", "person_id"),
           import_names=("teilnehmer", "teilnehmende", "personen")),
    Column("agenda", mark("Agenda"), Kind.LONG_TEXT, field="agenda", group=_MINUTES, shown=False,
           width=240, import_names=("tagesordnung", "agenda")),
    Column("minutes", mark("Minutes"), Kind.LONG_TEXT, field="minutes", group=_MINUTES, shown=False,
           width=240, import_names=("protokoll", "ergebnis")),
)  # fmt: skip

VISIT_COLUMNS: tuple[Column, ...] = (
    Column("held_on", mark("Day"), Kind.DATE, field="held_on", required=True, group=_BASICS, width=110,
           import_names=("datum", "tag", "termin")),
    Column("days", mark("Days"), Kind.NUMBER, field="days", least=0, most=31, places=2, required=True,
           group=_BASICS, width=90, help=mark("How many of the agreed days it took; half a day is 0.5."),
           import_names=("tage", "dauer")),
    Column("topic", mark("Topic"), Kind.TEXT, field="topic", group=_BASICS, width=240,
           import_names=("thema", "anlass")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip
