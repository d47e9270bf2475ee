"""The tables of the inventory, in the order of their tabs, and of the company's own lifecycle rows."""

from virtualcio.actions.columns import Table
from virtualcio.actions.goals.goal_chips import DATA_DOMAINS
from virtualcio.actions.goals.goal_sentences import data_domain_sentence
from virtualcio.actions.inventory import (
    application_columns,
    asset_columns,
    chips,
    company_columns,
    contract_columns,
    contract_sentences,
    data_domain_columns,
    dated_sentences,
    incident_columns,
    incident_words,
    process_columns,
    process_sentences,
    summaries,
)
from virtualcio.model import (
    Application,
    Asset,
    Contract,
    DataDomain,
    Department,
    Incident,
    Interface,
    Person,
    Process,
    ProductSupport,
    ServiceLife,
    Site,
    Supplier,
)
from virtualcio.texts import mark

INVENTORY_TABLES: tuple[Table, ...] = (
    Table(
        "assets", Asset, mark("Asset"), mark("Infrastructure"), asset_columns.COLUMNS, chips.ASSETS,
        first=asset_columns.FIRST,
        summary=summaries.assets, sentence=dated_sentences.asset_sentence, importable=True,
        empty_text=mark("Your devices belong here: servers, computers, network, printers, lines."),
        empty_example=mark("ERP server HV01 · Windows Server 2019 · bought on 12 March 2020 for €11,240"),
    ),
    Table(
        "applications", Application, mark("Application"), mark("Applications"), application_columns.COLUMNS,
        chips.APPLICATIONS, first=application_columns.FIRST,
        summary=summaries.applications, sentence=dated_sentences.application_sentence,
        importable=True,
        empty_text=mark("The software that your company works with belongs here."),
        empty_example=mark("Order system · for sales and production · runs on ERP server HV01"),
    ),
    Table(
        "contracts", Contract, mark("Contract"), mark("Contracts"), contract_columns.COLUMNS, chips.CONTRACTS,
        first=contract_columns.FIRST,
        summary=summaries.contracts, sentence=contract_sentences.contract_sentence, importable=True,
        empty_text=mark("Your IT contracts belong here, so that no last day of notice slips by."),
        empty_example=mark("Printer maintenance · from 15 Mar 2024 · 24 months, then 12 · 3 months' notice"),
    ),
    Table(
        "processes", Process, mark("Process"), mark("Processes"), process_columns.PROCESS_COLUMNS,
        chips.PROCESSES, first=process_columns.FIRST, sentence=process_sentences.process_sentence,
        empty_text=mark("What your company does every day, and what must not stop, belongs here."),
        empty_example=mark("Order handling · critical · at most 4 hours of outage"),
    ),
    Table(
        "interfaces", Interface, mark("Interface"), mark("Interfaces"), process_columns.INTERFACE_COLUMNS,
        chips.INTERFACES, sentence=process_sentences.interface_sentence,
        empty_text=mark("Which data goes from one application to another belongs here."),
        empty_example=mark("Orders · from the order system to accounting · by hand"),
    ),
    Table(
        "data_domains", DataDomain, mark("Data domain"), mark("Data domains"), data_domain_columns.COLUMNS,
        DATA_DOMAINS, first=data_domain_columns.FIRST, sentence=data_domain_sentence,
        empty_text=mark("The master data that your company lives on belongs here, and who keeps it right."),
        empty_example=mark("Customer master · kept right by sales · quality 2 of 5"),
    ),
    Table(
        "incidents", Incident, mark("Incident"), mark("Incidents"), incident_columns.COLUMNS,
        incident_words.INCIDENTS, first=incident_columns.FIRST, summary=incident_words.incidents_summary,
        sentence=incident_words.incident_sentence,
        empty_text=mark("What failed or was attacked belongs here, with what it cost and what you learned."),
        empty_example=mark("ERP server down · 4 May 2026 · 6.5 hours · €3,200"),
    ),
    Table(
        "sites", Site, mark("Site"), mark("Sites"), company_columns.SITE_COLUMNS,
        sentence=process_sentences.site_sentence, importable=True,
        empty_text=mark("The places where your devices are belong here."),
        empty_example=mark("Headquarters · Hauptstraße 1, 59065 Hamm"),
    ),
    Table(
        "suppliers", Supplier, mark("Supplier"), mark("Suppliers"), company_columns.SUPPLIER_COLUMNS,
        sentence=process_sentences.supplier_sentence,
        empty_text=mark("Who sells you IT, rents it to you or looks after it belongs here."),
        empty_example=mark("Systemhaus Nord · customer number 4711 · 0231 555-0"),
    ),
    Table(
        "people", Person, mark("Person"), mark("People"), company_columns.PERSON_COLUMNS, chips.PEOPLE,
        sentence=process_sentences.person_sentence,
        empty_text=mark("Who decides about IT, runs it or stands in belongs here."),
        empty_example=mark("Anna Weber · head of IT · administration"),
    ),
    Table(
        "departments", Department, mark("Department"), mark("Departments"),
        company_columns.DEPARTMENT_COLUMNS, sentence=process_sentences.department_sentence,
        empty_text=mark("The departments of your company belong here."),
        empty_example=mark("Production · head: Jens Krüger"),
    ),
    Table(
        "product_support", ProductSupport, mark("End of support"), mark("Ends of support"),
        company_columns.PRODUCT_SUPPORT_COLUMNS, name_field="product",
        empty_text=mark("Here you add products that the program does not know, or correct its dates."),
        empty_example=mark("FortiOS · 7.2 · security updates until 30 Sep 2026"),
    ),
    Table(
        "service_life", ServiceLife, mark("Service life"), mark("Service lives"),
        company_columns.SERVICE_LIFE_COLUMNS, name_field="category",
        empty_text=mark("Here you say how long you use things, if it is longer or shorter than usual."),
        empty_example=mark("Notebook · 4 years"),
    ),
)  # fmt: skip

# As in tables.py: what a new row is called until the user names it.
INVENTORY_NEW_NAMES: dict[str, str] = {
    "assets": mark("New asset"),
    "applications": mark("New application"),
    "contracts": mark("New contract"),
    "processes": mark("New process"),
    "interfaces": mark("New interface"),
    "sites": mark("New site"),
    "suppliers": mark("New supplier"),
    "people": mark("New person"),
    "departments": mark("New department"),
    "data_domains": mark("New data domain"),
    "incidents": mark("New incident"),
    "product_support": mark("New product"),
}
