"""The columns of applications."""

from virtualcio.actions.budget.application_cost_words import five_year_cost
from virtualcio.actions.columns import Column, Kind, Link
from virtualcio.actions.depreciation.book_columns import BOOK_COLUMNS
from virtualcio.actions.inventory import choice_titles, remedy_columns
from virtualcio.actions.inventory.due_status import support_until
from virtualcio.actions.inventory.incident_words import INCIDENTS_OF
from virtualcio.actions.inventory.linked import ALL_PROCESSES, processes_of
from virtualcio.actions.inventory.plan_links import plan_links
from virtualcio.model import (
    ApplicationProcess,
    Asset,
    AssetApplication,
    Contract,
    ContractApplication,
    Department,
    InitiativeApplication,
    Process,
    RiskApplication,
    Supplier,
)
from virtualcio.model.inventory import Hosting
from virtualcio.texts import mark

BASICS = mark("Basics")
COSTS = mark("Purchase and cost")
LINKED = mark("Linked")

FIRST = (
    "product", "hosting", "users", "owner", "purchase_date", "all_processes", "assets", "contracts",
    "planned_remedy", "remedy_value",
)  # fmt: skip

COLUMNS: tuple[Column, ...] = (
    Column(
        "name", mark("Application"), Kind.TEXT, field="name", required=True, group=BASICS, width=175,
        import_names=("name", "objektname", "bezeichnung", "anwendung", "software", "programm",
                      "applikation"),
    ),
    Column(
        "purpose", mark("Purpose"), Kind.TEXT, field="purpose", group=BASICS, width=140, spare=True,
        help=mark("What it is for, in one word, such as “payroll”. Two applications with one purpose are "
                  "pointed out."),
        import_names=("zweck", "wofür", "einsatzzweck", "funktion", "aufgabe"),
    ),
    Column(
        "product", mark("Product / version"), Kind.TEXT, field="product", group=BASICS, shown=False,
        width=160, beside=support_until,
        help=mark("Product and version, such as “SQL Server 2019”. From this the program knows until when "
                  "there are security updates."),
        import_names=("produkt", "version", "produkt/version", "produkt / version", "release"),
    ),
    remedy_columns.REMEDY_VALUE,
    remedy_columns.DUE,
    Column(
        "all_processes", mark("Process"), Kind.LINKS, compute=processes_of, target=Process, group=LINKED,
        width=160, all_words=ALL_PROCESSES,
        help=mark("The processes that need this application."),
    ),
    Column(
        "hosting", mark("Runs"), Kind.CHOICE, field="hosting", choices=Hosting,
        choice_titles=choice_titles.HOSTINGS, group=BASICS, shown=False,
        help=mark("Where it runs: in-house, in the cloud, at a provider or on single devices."),
        import_names=("betrieb", "hosting", "betriebsart"),
    ),
    Column(
        "users", mark("Users"), Kind.INTEGER, field="users", least=0, most=1_000_000, group=BASICS,
        shown=False,
        width=80, import_names=("nutzer", "benutzer", "anzahl nutzer", "user", "anwender"),
    ),
    Column(
        "approved", mark("Approved"), Kind.YES_NO, field="approved", group=BASICS, shown=False, width=100,
        help=mark("No: departments use it without anybody having decided on it."),
        import_names=("freigegeben", "genehmigt"),
    ),
    Column(
        "personal_data", mark("Personal data"), Kind.YES_NO, field="personal_data", group=BASICS, shown=False,
        width=120, help=mark("Whether data of customers, staff or other people is processed in it."),
        import_names=("personenbezogene daten", "personenbezogen", "dsgvo"),
    ),
    Column(
        "custom_code", mark("Made for us"), Kind.YES_NO, field="custom_code", group=BASICS, shown=False,
        width=120, help=mark("Yes: programmed for this company alone, so nobody else keeps it alive."),
        import_names=("individualsoftware", "eigenentwicklung", "selbst programmiert"),
    ),
    Column(
        "access_reviewed_on", mark("Access reviewed on"), Kind.DATE, field="access_reviewed_on", group=BASICS,
        shown=False, help=mark("When somebody last looked at who may do what in it."),
        import_names=("rechte geprüft", "rechte geprüft am", "zugriffe geprüft"),
    ),
    Column("purchase_date", mark("Purchase date"), Kind.DATE, field="purchase_date", group=COSTS, shown=False,
           import_names=("kaufdatum", "anschaffungsdatum", "kauf", "einführung", "eingeführt am")),
    Column("cost", mark("Purchase price (net)"), Kind.MONEY, field="cost", least=0, group=COSTS, shown=False,
           width=130, help=mark("Without VAT, for all pieces together."),
           import_names=("kaufpreis", "preis", "anschaffungskosten", "kosten", "betrag", "netto")),
    *remedy_columns.COST_ORIGIN,
    Column(
        "five_year_cost", mark("Costs in five years"), Kind.MONEY, compute=five_year_cost, group=COSTS,
        shown=False, width=120,
        help=mark("What is paid in this fiscal year and the four after it: its lines, contracts, initiatives "
                  "and its share of the devices that carry it."),
    ),
    Column("supplier", mark("Supplier"), Kind.REFERENCE, field="supplier_id", target=Supplier, group=COSTS,
           shown=False, width=140, import_names=("lieferant", "anbieter", "hersteller", "händler")),
    *remedy_columns.SUPPORT,
    *remedy_columns.REMEDIES,
    remedy_columns.WAITING,
    remedy_columns.RETIRED_ON,
    Column("department", mark("Department"), Kind.REFERENCE, field="department_id", target=Department,
           group=mark("Responsible"), shown=False, width=130, import_names=("abteilung", "bereich",
           "fachbereich")),
    *remedy_columns.PEOPLE,
    Column(
        "assets", mark("Runs on"), Kind.LINKS, target=Asset, group=LINKED, shown=False,
        link=Link(AssetApplication, "application_id", "asset_id"), width=160,
        help=mark("The assets without which this application stands still."),
        import_names=("läuft auf", "server", "system", "systeme"),
    ),
    Column(
        "processes", mark("Serves processes"), Kind.LINKS, target=Process, group=LINKED, shown=False,
        link=Link(ApplicationProcess, "application_id", "process_id"), width=160,
        import_names=("prozess", "prozesse"),
    ),
    Column("contracts", mark("Contracts"), Kind.LINKS, target=Contract, group=LINKED, shown=False,
           link=Link(ContractApplication, "application_id", "contract_id"), width=160),
    *BOOK_COLUMNS,
    INCIDENTS_OF,
    *plan_links(InitiativeApplication, RiskApplication, "application_id"),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung", "hinweis", "kommentar")),
)  # fmt: skip
