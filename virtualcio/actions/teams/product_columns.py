"""The columns of products and services."""

from virtualcio.actions.columns import Column, Kind, Link
from virtualcio.actions.teams.team_choice_titles import PRODUCT_KINDS
from virtualcio.actions.teams.team_status import product_status
from virtualcio.model import (
    Application,
    Department,
    Initiative,
    Person,
    Process,
    ProductApplication,
    ProductInitiative,
    ProductProcess,
)
from virtualcio.model.teams import ProductKind
from virtualcio.texts import mark

_BASICS = mark("Basics")
_LINKED = mark("Linked")

PRODUCT_FIRST = ("promise", "owner", "department", "initiatives")

PRODUCT_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Product or service"), Kind.TEXT, field="name", required=True, group=_BASICS,
           width=200, help=mark("What stays when the initiative that made it is over."),
           import_names=("name", "produkt", "dienst", "bezeichnung")),
    Column("status", mark("Where it stands"), Kind.STATUS, compute=product_status, group=_BASICS, width=180),
    Column("kind", mark("Kind"), Kind.CHOICE, field="kind", choices=ProductKind, choice_titles=PRODUCT_KINDS,
           group=_BASICS, shown=False, width=90, import_names=("art", "typ")),
    Column("owner", mark("Answers for it end to end"), Kind.REFERENCE, field="owner_id", target=Person,
           group=_BASICS, width=170,
           help=mark("One person, from the wish to daily use, also when the initiative is over."),
           import_names=("verantwortlich", "besitzer", "owner")),
    Column("promise", mark("What it promises"), Kind.LONG_TEXT, field="promise", group=_BASICS, width=220,
           spare=True, help=mark("What its users can rely on, such as “an answer within four hours”."),
           import_names=("versprechen", "leistung", "zusage")),
    Column("department", mark("For whom"), Kind.REFERENCE, field="department_id", target=Department,
           group=_BASICS, width=140, spare=True, import_names=("abteilung", "für wen")),
    Column("initiatives", mark("Initiatives"), Kind.LINKS, target=Initiative, group=_LINKED, width=180,
           spare=True, link=Link(ProductInitiative, "product_id", "initiative_id"),
           help=mark("Which initiatives made it or change it."), import_names=("vorhaben", "projekte")),
    Column("applications", mark("Applications"), Kind.LINKS, target=Application, group=_LINKED, shown=False,
           width=180, link=Link(ProductApplication, "product_id", "application_id"),
           help=mark("What it is made of."), import_names=("anwendungen", "software")),
    Column("processes", mark("Processes"), Kind.LINKS, target=Process, group=_LINKED, shown=False, width=180,
           link=Link(ProductProcess, "product_id", "process_id"), help=mark("Who uses it."),
           import_names=("prozesse", "prozess")),
    Column("since", mark("Since"), Kind.DATE, field="since", group=_BASICS, shown=False, width=105,
           import_names=("seit", "in betrieb seit")),
    Column("ends_on", mark("Ends on"), Kind.DATE, field="ends_on", group=_BASICS, shown=False, width=105,
           import_names=("endet am", "ende")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip
