"""The columns of data domains: master data, who keeps it right and how good it is."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.goals.goal_status import data_domain_status
from virtualcio.model import Application, Person
from virtualcio.texts import mark

_BASICS = mark("Basics")

FIRST = ("quality", "rated_on", "owner", "application")

COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Data domain"), Kind.TEXT, field="name", required=True, group=_BASICS, width=190,
           help=mark("Data that several processes use, such as customers, articles, prices or staff."),
           import_names=("name", "datenbestand", "stammdaten", "bezeichnung")),
    Column("quality", mark("Quality (1–5)"), Kind.INTEGER, field="quality", least=1, most=5, group=_BASICS,
           width=110, help=mark("1: nobody can work with it. 3: usable, with gaps. 5: right and complete."),
           import_names=("qualität", "datenqualität", "note")),
    Column("status", mark("Can one rely on it?"), Kind.STATUS, compute=data_domain_status, group=_BASICS,
           width=160, help=mark("Only with somebody responsible and a quality of 3 or better.")),
    Column("rated_on", mark("Rated on"), Kind.DATE, field="rated_on", group=_BASICS, shown=False, width=110,
           help=mark("When somebody last looked at how good the data is."),
           import_names=("bewertet am", "geprüft am")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person,
           group=mark("Responsible"), width=150, help=mark("Who decides what is right in this data."),
           import_names=("verantwortlich", "dateneigner", "zuständig")),
    Column("application", mark("Leading application"), Kind.REFERENCE, field="application_id",
           target=Application, group=mark("Linked"), width=170,
           help=mark("Where it is entered first; all others take it from there."),
           import_names=("führendes system", "system", "anwendung")),
    Column("personal_data", mark("Personal data"), Kind.YES_NO, field="personal_data", group=_BASICS,
           shown=False, width=120,
           help=mark("Whether it says something about customers, staff or other people."),
           import_names=("personenbezogene daten", "personenbezogen", "dsgvo")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip
