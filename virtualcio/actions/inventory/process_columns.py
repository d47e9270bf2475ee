"""The columns of processes and of the data flows between applications."""

from virtualcio.actions.columns import Column, Kind, Link
from virtualcio.actions.inventory import choice_titles
from virtualcio.actions.inventory.incident_words import INCIDENTS_OF
from virtualcio.actions.inventory.linked import assets_below
from virtualcio.actions.inventory.plan_links import GOALS_OF_PROCESS, plan_links
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetProcess,
    Department,
    InitiativeProcess,
    Person,
    RiskProcess,
)
from virtualcio.model.inventory import Criticality
from virtualcio.texts import mark

BASICS = mark("Basics")
RESPONSIBLE = mark("Responsible")
LINKED = mark("Linked")

FIRST = ("criticality", "max_outage_hours", "owner", "deputy", "applications", "all_assets")

PROCESS_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Process"), Kind.TEXT, field="name", required=True, group=BASICS, width=190,
           import_names=("name", "prozess", "bezeichnung", "geschäftsprozess")),
    Column(
        "criticality", mark("Criticality"), Kind.CHOICE, field="criticality", choices=Criticality,
        choice_titles=choice_titles.CRITICALITIES, group=BASICS, width=110,
        help=mark("What it means for the company if this process stands still."),
        import_names=("kritikalität", "kritikalitaet", "wichtigkeit", "priorität"),
    ),
    Column(
        "max_outage_hours", mark("Bearable outage (h)"), Kind.INTEGER, field="max_outage_hours", least=0,
        most=8760, group=BASICS, width=155,
        help=mark("How many hours this process may stand still before it really hurts."),
        import_names=("ausfallzeit", "maximaler ausfall", "tragbarer ausfall", "rto", "max. ausfall (h)"),
    ),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person, group=RESPONSIBLE,
           width=130, help=mark("Who decides about it and answers for it."),
           import_names=("verantwortlich", "verantwortlicher", "zuständig", "prozesseigner")),
    Column("deputy", mark("Deputy"), Kind.REFERENCE, field="deputy_id", target=Person, group=RESPONSIBLE,
           shown=False, width=130, help=mark("Who can do it when the first person is away."),
           import_names=("vertretung", "stellvertreter")),
    Column("department", mark("Department"), Kind.REFERENCE, field="department_id", target=Department,
           group=RESPONSIBLE, shown=False, width=130, import_names=("abteilung", "bereich")),
    Column("applications", mark("Needs applications"), Kind.LINKS, target=Application, group=LINKED,
           width=200,
           link=Link(ApplicationProcess, "process_id", "application_id"),
           import_names=("anwendung", "anwendungen")),
    Column("assets", mark("Needs assets directly"), Kind.LINKS, target=Asset, group=LINKED, shown=False,
           link=Link(AssetProcess, "process_id", "asset_id"), width=180,
           help=mark("Assets that the process needs without an application in between."),
           import_names=("system", "systeme")),
    Column("all_assets", mark("Depends on assets"), Kind.LINKS, compute=assets_below, target=Asset,
           group=LINKED, shown=False, width=200,
           help=mark("All assets that this process needs, directly or through an application.")),
    INCIDENTS_OF,
    GOALS_OF_PROCESS,
    *plan_links(InitiativeProcess, RiskProcess, "process_id"),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip

INTERFACE_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Interface"), Kind.TEXT, field="name", required=True, group=BASICS, width=200,
           help=mark("Which data goes from one application to another, such as “orders to accounting”."),
           import_names=("name", "schnittstelle", "bezeichnung", "daten")),
    Column("source", mark("From"), Kind.REFERENCE, field="source_id", target=Application, required=True,
           group=BASICS, width=170, import_names=("von", "quelle")),
    Column("target", mark("To"), Kind.REFERENCE, field="target_id", target=Application, required=True,
           group=BASICS, width=170, import_names=("nach", "ziel")),
    Column("manual", mark("By hand"), Kind.YES_NO, field="manual", group=BASICS, width=90,
           help=mark("Somebody types or copies the data: it costs time and brings errors."),
           import_names=("manuell", "händisch", "medienbruch")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), width=220,
           shown=False, import_names=("notiz", "bemerkung")),
)  # fmt: skip
