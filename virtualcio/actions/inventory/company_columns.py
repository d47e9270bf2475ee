"""The columns of sites, suppliers, people and departments, and of the company's own lifecycle rows."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.goals.goal_choice_titles import WAYS_OF_WORKING
from virtualcio.actions.inventory import choice_titles
from virtualcio.actions.inventory.linked import assets_at_site, contracts_of_supplier, responsible_for
from virtualcio.model import Department, Person
from virtualcio.model.company import WayOfWorking
from virtualcio.model.inventory import AssetCategory, RemedyKind
from virtualcio.texts import mark

BASICS = mark("Basics")
_NOTE = Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), width=220,
               shown=False, import_names=("notiz", "bemerkung", "bemerkungen"))  # fmt: skip
_EMAIL = Column("email", mark("E-mail"), Kind.TEXT, field="email", group=BASICS, width=180, shown=False,
                import_names=("e-mail", "email", "mail"))  # fmt: skip
_PHONE = Column("phone", mark("Phone"), Kind.TEXT, field="phone", group=BASICS, width=130, shown=False,
                import_names=("telefon", "tel.", "rufnummer", "tel"))  # fmt: skip

SITE_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Site"), Kind.TEXT, field="name", required=True, group=BASICS, width=200,
           import_names=("name", "standort", "bezeichnung")),
    Column("address", mark("Address"), Kind.TEXT, field="address", group=BASICS, width=260,
           import_names=("adresse", "anschrift")),
    Column("asset_count", mark("Assets"), Kind.INTEGER, compute=assets_at_site, group=BASICS, width=90),
    _NOTE,
)  # fmt: skip

SUPPLIER_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Supplier"), Kind.TEXT, field="name", required=True, group=BASICS, width=200,
           import_names=("name", "lieferant", "firma")),
    Column("customer_number", mark("Customer number"), Kind.TEXT, field="customer_number", group=BASICS,
           spare=True,
           help=mark("Your number at this supplier."), import_names=("kundennummer", "kunden-nr.")),
    Column("contact", mark("Contact person"), Kind.TEXT, field="contact", group=BASICS, width=150,
           import_names=("ansprechpartner", "kontakt")),
    _EMAIL,
    _PHONE,
    Column("contract_count", mark("Contracts"), Kind.INTEGER, compute=contracts_of_supplier, group=BASICS,
           width=90),
    _NOTE,
)  # fmt: skip

PERSON_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Person"), Kind.TEXT, field="name", required=True, group=BASICS, width=180,
           import_names=("name", "person", "mitarbeiter")),
    Column("role", mark("Role"), Kind.TEXT, field="role", group=BASICS, width=150,
           import_names=("rolle", "funktion", "position")),
    Column("department", mark("Department"), Kind.REFERENCE, field="department_id", target=Department,
           group=BASICS, width=140, import_names=("abteilung", "bereich")),
    Column("external", mark("External"), Kind.YES_NO, field="external", group=BASICS, width=80,
           help=mark("Works for another company, such as an IT service provider."),
           import_names=("extern",)),
    Column("approval_limit", mark("May decide up to (net)"), Kind.MONEY, field="approval_limit", least=0,
           group=BASICS, shown=False, width=150,
           help=mark("Up to this amount for one expense, without VAT, without asking anybody."),
           import_names=("freigabegrenze", "freigabe bis", "entscheidet bis")),
    _EMAIL,
    _PHONE,
    Column("responsibilities", mark("Answers for"), Kind.INTEGER, compute=responsible_for, group=BASICS,
           width=110, help=mark("For how many assets, applications, processes and contracts.")),
    _NOTE,
)  # fmt: skip

DEPARTMENT_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Department"), Kind.TEXT, field="name", required=True, group=BASICS, width=200,
           import_names=("name", "abteilung", "bereich")),
    Column("head", mark("Head"), Kind.REFERENCE, field="head_id", target=Person, group=BASICS, width=160,
           import_names=("leitung", "leiter", "abteilungsleiter")),
    Column("liaison", mark("Liaison"), Kind.REFERENCE, field="liaison_id", target=Person, group=BASICS,
           width=150, spare=True, help=mark("Who speaks for the department in the monthly council."),
           import_names=("verbindungsperson", "ansprechpartner it", "it-runde")),
    Column("way_of_working", mark("Works with IT"), Kind.CHOICE, field="way_of_working",
           choices=WayOfWorking, choice_titles=WAYS_OF_WORKING, group=BASICS, width=200,
           help=mark("How this department and IT work together.")),
    _NOTE,
)  # fmt: skip

PRODUCT_SUPPORT_COLUMNS: tuple[Column, ...] = (
    Column("product", mark("Product"), Kind.TEXT, field="product", required=True, group=BASICS, width=180,
           import_names=("produkt",)),
    Column("product_version", mark("Version"), Kind.TEXT, field="product_version", group=BASICS,
           import_names=("version",)),
    Column("security_end", mark("Security updates until"), Kind.DATE, field="security_end", group=BASICS,
           width=150, help=mark("Last day with security updates. Empty: no end announced."),
           import_names=("support bis",)),
    Column("extended_end", mark("Bought support until"), Kind.DATE, field="extended_end", group=BASICS,
           width=150, help=mark("If you have bought longer support from the maker, its last day.")),
    Column("remedy", mark("Remedy"), Kind.CHOICE, field="remedy", choices=RemedyKind,
           choice_titles=choice_titles.REMEDIES, group=BASICS),
    Column("source", mark("Source"), Kind.TEXT, field="source", group=BASICS, width=200,
           help=mark("Where the date comes from, such as the maker's page."), import_names=("quelle",)),
    Column("as_of", mark("As of"), Kind.DATE, field="as_of", group=BASICS, width=100),
)  # fmt: skip

SERVICE_LIFE_COLUMNS: tuple[Column, ...] = (
    Column("category", mark("Category"), Kind.CHOICE, field="category", choices=AssetCategory, required=True,
           choice_titles=choice_titles.CATEGORIES, group=BASICS, width=180),
    Column("years", mark("Service life (years)"), Kind.INTEGER, field="years", required=True, least=1,
           most=60,
           group=BASICS, width=140),
    Column("source", mark("Source"), Kind.TEXT, field="source", group=BASICS, width=240),
)  # fmt: skip
