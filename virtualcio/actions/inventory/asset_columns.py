"""The columns of assets: what table, inspector, import and export know about them."""

from virtualcio.actions.columns import Column, Kind, Link
from virtualcio.actions.depreciation.book_columns import BOOK_COLUMNS
from virtualcio.actions.inventory import choice_titles, remedy_columns
from virtualcio.actions.inventory.due_status import support_until, usual_life
from virtualcio.actions.inventory.incident_words import INCIDENTS_OF
from virtualcio.actions.inventory.linked import ALL_PROCESSES, processes_of
from virtualcio.actions.inventory.plan_links import plan_links
from virtualcio.model import (
    Application,
    AssetApplication,
    AssetProcess,
    Contract,
    ContractAsset,
    InitiativeAsset,
    Process,
    RiskAsset,
    Site,
    Supplier,
)
from virtualcio.model.inventory import AssetCategory, Ownership
from virtualcio.texts import mark

BASICS = mark("Basics")
COSTS = mark("Purchase and cost")
LIFE = mark("Lifetime")
PEOPLE = mark("Responsible")
LINKED = mark("Linked")
NUMBERS = mark("Numbers")
NOTE = mark("Note")

FIRST = (
    "product", "purchase_date", "cost", "service_life_years", "owner", "all_processes", "applications",
    "contracts", "planned_remedy", "remedy_value",
)  # fmt: skip

COLUMNS: tuple[Column, ...] = (
    Column(
        "name", mark("Asset"), Kind.TEXT, field="name", required=True, group=BASICS, width=185,
        help=mark("A device, a group of like devices, a server or a line, by the name you use for it."),
        import_names=("name", "bezeichnung", "gerät", "geraet", "system", "asset", "hostname", "gerätename",
                      "was", "artikel", "objekt", "objektname"),
    ),
    Column(
        "product", mark("Product / version"), Kind.TEXT, field="product", group=BASICS, width=175,
        spare=True, beside=support_until,
        help=mark("Product and version, such as “Windows Server 2019” or “FortiOS 7.2”. "
                  "From this the program knows until when there are security updates."),
        import_names=("produkt", "version", "betriebssystem", "os", "software", "firmware", "produkt/version",
                      "modell", "hersteller/modell", "typ/modell", "produkt / version"),
    ),
    remedy_columns.REMEDY_VALUE,
    remedy_columns.DUE,
    Column(
        "all_processes", mark("Process"), Kind.LINKS, compute=processes_of, target=Process, group=LINKED,
        width=150, all_words=ALL_PROCESSES,
        help=mark("The processes that need this asset, directly or through an application."),
    ),
    Column(
        "category", mark("Category"), Kind.CHOICE, field="category", choices=AssetCategory,
        choice_titles=choice_titles.CATEGORIES, group=BASICS, shown=False, width=140,
        help=mark("Decides how many years something like this is usually used."),
        import_names=("kategorie", "art", "gerätetyp", "geraetetyp", "gerätetype", "typ", "klasse", "gruppe",
                      "objekttyp"),
    ),
    Column(
        "quantity", mark("Pieces"), Kind.INTEGER, field="quantity", least=1, most=100_000, group=BASICS,
        shown=False, width=80,
        help=mark("How many like devices this row stands for. Amounts are for all pieces together."),
        import_names=("anzahl", "menge", "stück", "stueck", "stk", "stk.", "anz.", "anz"),
    ),
    Column(
        "purchase_date", mark("Purchase date"), Kind.DATE, field="purchase_date", group=COSTS, shown=False,
        import_names=("kaufdatum", "anschaffungsdatum", "kauf", "gekauft", "anschaffung am", "anschaffung",
                      "kaufjahr", "rechnungsdatum", "gekauft am", "inbetriebnahme", "angeschafft am",
                      "angeschafft", "baujahr", "purchase date", "purchased"),
    ),
    Column(
        "cost", mark("Purchase price (net)"), Kind.MONEY, field="cost", least=0, group=COSTS, shown=False,
        width=130, help=mark("Without VAT, for all pieces together."),
        import_names=("kaufpreis", "preis", "anschaffungskosten", "anschaffungspreis", "kosten", "betrag",
                      "netto", "preis netto", "kaufpreis netto", "wert", "ak", "anschaffungswert", "ak netto",
                      "ahk", "price", "cost", "purchase price"),
    ),
    *remedy_columns.COST_ORIGIN,
    Column(
        "ownership", mark("Ownership"), Kind.CHOICE, field="ownership", choices=Ownership,
        choice_titles=choice_titles.OWNERSHIPS, group=COSTS, shown=False, width=100,
        help=mark("For leased or borrowed things there is nothing to buy; they count only if you enter "
                  "a cost."),
        import_names=("eigentum", "besitz", "gekauft/geleast"),
    ),
    Column(
        "supplier", mark("Supplier"), Kind.REFERENCE, field="supplier_id", target=Supplier, group=COSTS,
        shown=False, width=140,
        import_names=("lieferant", "händler", "haendler", "anbieter", "verkäufer", "gekauft bei",
                      "bezugsquelle"),
    ),
    Column(
        "service_life_years", mark("Service life (years)"), Kind.INTEGER, field="service_life_years", least=1,
        most=60, group=LIFE, shown=False, width=110, beside=usual_life,
        help=mark("How many years you use it. Empty: as usual for its category. Not the tax life."),
        import_names=("nutzungsdauer", "nutzungsdauer (jahre)", "lebensdauer", "nd"),
    ),
    *remedy_columns.SUPPORT,
    *remedy_columns.REMEDIES,
    remedy_columns.WAITING,
    remedy_columns.RETIRED_ON,
    Column(
        "site", mark("Site"), Kind.REFERENCE, field="site_id", target=Site, group=PEOPLE, shown=False,
        width=130,
        import_names=("standort", "ort", "raum", "gebäude", "gebaeude", "filiale", "niederlassung", "platz"),
    ),
    *remedy_columns.PEOPLE,
    Column(
        "serial_number", mark("Serial number"), Kind.TEXT, field="serial_number", group=NUMBERS, shown=False,
        width=130, import_names=("seriennummer", "serien-nr.", "seriennr", "serial", "s/n", "sn", "serien-nr",
                                 "seriennr."),
    ),
    Column(
        "inventory_number", mark("Inventory number"), Kind.TEXT, field="inventory_number", group=NUMBERS,
        shown=False, width=120,
        import_names=("inventarnummer", "inventar-nr.", "inv-nr", "inventarnr", "inv.-nr.", "anlagennummer",
                      "inv.nr.", "inventarnr.", "inv.-nr"),
    ),
    Column(
        "applications", mark("Carries applications"), Kind.LINKS, target=Application, group=LINKED,
        shown=False,
        link=Link(AssetApplication, "asset_id", "application_id"), width=160,
        help=mark("The applications that stop when this asset stops."),
        import_names=("anwendung", "anwendungen"),
    ),
    Column(
        "processes", mark("Serves processes directly"), Kind.LINKS, target=Process, group=LINKED, shown=False,
        link=Link(AssetProcess, "asset_id", "process_id"), width=160,
        help=mark("Processes that need this asset without an application in between, such as a terminal "
                  "in the workshop."),
        import_names=("prozess", "prozesse"),
    ),
    Column(
        "contracts", mark("Contracts"), Kind.LINKS, target=Contract, group=LINKED, shown=False,
        link=Link(ContractAsset, "asset_id", "contract_id"), width=160,
    ),
    *BOOK_COLUMNS,
    INCIDENTS_OF,
    *plan_links(InitiativeAsset, RiskAsset, "asset_id"),
    Column(
        "note", mark("Note"), Kind.LONG_TEXT, field="note", group=NOTE, shown=False, width=200,
        import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung", "hinweis", "kommentar", "notizen"),
    ),
)  # fmt: skip
