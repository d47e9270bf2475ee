"""The words that lists use for categories, payment periods and other choices, beside those of the interface.

Written as people write them; `normal` makes "Multifunktions-Gerät" and "multifunktionsgerät" the same.
"""

from collections.abc import Mapping
from enum import StrEnum

from virtualcio.exchange.header_words import normal
from virtualcio.model.contracts import Anchor, ContractKind, NoticeUnit, PaymentPeriod, RenewalKind
from virtualcio.model.inventory import AmountOrigin, AssetCategory, Hosting, Ownership, RemedyKind

_CATEGORIES: dict[StrEnum, str] = {
    AssetCategory.NOTEBOOK: "Notebook, Notebooks, Laptop, Laptops, Ultrabook, Convertible",
    AssetCategory.DESKTOP: "PC, PCs, Desktop, Rechner, Computer, Arbeitsplatz-PC, Arbeitsplatzrechner, "
    "Workstation, "
    "CAD-Workstation, Thin Client, Mini-PC, All-in-One",
    AssetCategory.MONITOR: "Monitor, Monitore, Bildschirm, Bildschirme, Display, TFT",
    AssetCategory.TABLET: "Tablet, Tablets, iPad",
    AssetCategory.SMARTPHONE: "Smartphone, Smartphones, Handy, Handys, Mobiltelefon, Diensthandy, iPhone",
    AssetCategory.DESK_PHONE: "Telefon, Telefone, Tischtelefon, IP-Telefon, Festnetztelefon, DECT-Telefon",
    AssetCategory.PRINTER: "Drucker, Printer, Laserdrucker, Etikettendrucker, Labeldrucker, "
    "Multifunktionsgerät, "
    "Multifunktionsdrucker, MFP, MFG, Kopierer, Plotter",
    AssetCategory.SERVER: "Server, Rackserver, Fileserver, Host, Host-Server, Virtualisierungshost, "
    "ESXi-Host, VM",
    AssetCategory.STORAGE: "Storage, SAN, Speicher, Speichersystem, Bandlaufwerk, Tape Library",
    AssetCategory.NAS: "NAS, Netzwerkspeicher, Backup-NAS",
    AssetCategory.SWITCH: "Switch, Switches, Netzwerkswitch, Core-Switch, Netzwerk, Router",
    AssetCategory.ACCESS_POINT: "Access Point, Accesspoint, AP, WLAN, WLAN-AP, WLAN Access Point, WiFi",
    AssetCategory.FIREWALL: "Firewall, UTM, Security Gateway, Gateway",
    AssetCategory.UPS: "USV, UPS, Unterbrechungsfreie Stromversorgung, Notstrom",
    AssetCategory.UPS_BATTERY: "USV-Batterie, USV-Akku, Batterie",
    AssetCategory.PHONE_SYSTEM: "Telefonanlage, TK-Anlage, TK, PBX",
    AssetCategory.CONFERENCE: "Konferenz, Konferenztechnik, Konferenzsystem, Videokonferenz, Beamer, "
    "Projektor",
    AssetCategory.CLIMATE_RACK: "Klima, Klimagerät, Klimaanlage, Rack, Serverschrank, Schrank",
    AssetCategory.TERMINAL: "Terminal, Scanner, Handscanner, Kasse, Zeiterfassungsterminal, BDE-Terminal, "
    "MDE",
    AssetCategory.INDUSTRIAL_PC: "Industrie-PC, IPC, Maschinen-PC, Steuerungs-PC, Panel-PC",
    AssetCategory.LINE: "Leitung, Internetleitung, Standleitung, Anschluss, Internetanschluss, DSL, "
    "Glasfaser",
    AssetCategory.OTHER: "Sonstiges, Sonstige, Andere, Zubehör, Diverses",
}
_OWNERSHIPS: dict[StrEnum, str] = {
    Ownership.OWNED: "Eigentum, gekauft, Kauf, eigen",
    Ownership.LEASED: "Leasing, geleast, gemietet, Miete",
    Ownership.BORROWED: "geliehen, Leihgabe, Leihgerät, Leihe, geborgt",
}
_HOSTINGS: dict[StrEnum, str] = {
    Hosting.ON_PREMISE: "lokal, im Haus, on premise, on-prem, eigener Server, Server, intern, inhouse",
    Hosting.CLOUD: "Cloud, SaaS, Web, online",
    Hosting.HOSTED: "gehostet, Rechenzentrum, RZ, Provider, Hosting, Hoster",
    Hosting.DEVICE: "Client, Arbeitsplatz, PC, Einzelplatz, App, Desktop",
}
_CONTRACT_KINDS: dict[StrEnum, str] = {
    ContractKind.MAINTENANCE: "Wartung, Wartungsvertrag, Pflege, Softwarepflege, Instandhaltung",
    ContractKind.LICENCE: "Lizenz, Lizenzen, Lizenzvertrag, Software, Subscription, Abo, Abonnement",
    ContractKind.CLOUD: "Cloud, Clouddienst, SaaS, Hosting",
    ContractKind.LEASING: "Leasing, Leasingvertrag",
    ContractKind.RENTAL: "Miete, Mietvertrag",
    ContractKind.TELECOM: "Telekommunikation, Internet, Internetanschluss, Mobilfunk, Telefonie, Telefon, "
    "DSL",
    ContractKind.SUPPORT: "Support, Dienstleistung, Service, Servicevertrag, Betreuung",
    ContractKind.INSURANCE: "Versicherung, Cyberversicherung",
    ContractKind.OTHER: "Sonstiges, Sonstige",
}
_PERIODS: dict[StrEnum, str] = {
    PaymentPeriod.MONTH: "mtl, monatl, monatlich, Monat, pro Monat, im Monat, je Monat, p.M., month, "
    "per month",
    PaymentPeriod.QUARTER: "Quartal, quartalsweise, quartalsw., vierteljährlich, viertelj., vj., "
    "pro Quartal, "
    "je Quartal, p.Q., quarter",
    PaymentPeriod.HALF_YEAR: "halbjährlich, Halbjahr, halbj., hj., pro Halbjahr, 6 Monate",
    PaymentPeriod.YEAR: "p.a., jährlich, jährl., jhrl., Jahr, pro Jahr, im Jahr, je Jahr, per annum, "
    "year, annual, "
    "annually, 12 Monate",
    PaymentPeriod.ONCE: "einmalig, einmal, Einmalzahlung, one-off, one-time",
}
_NOTICE_UNITS: dict[StrEnum, str] = {
    NoticeUnit.DAYS: "Tag, Tage, day",
    NoticeUnit.WEEKS: "Woche, Wochen, Wo., week",
    NoticeUnit.MONTHS: "Monat, Monate, Mon., month",
}
_ANCHORS: dict[StrEnum, str] = {
    Anchor.TERM: "Vertragsende, Laufzeitende, Ende der Laufzeit",
    Anchor.MONTH: "Monatsende, Ende des Monats",
    Anchor.QUARTER: "Quartalsende, Quartal",
    Anchor.HALF_YEAR: "Halbjahresende, Halbjahr",
    Anchor.YEAR: "Jahresende, Kalenderjahr",
    Anchor.ANY_DAY: "jederzeit, täglich, beliebig",
}
_RENEWALS: dict[StrEnum, str] = {
    RenewalKind.INDEFINITE: "unbefristet, unbegrenzt, auf unbestimmte Zeit",
    RenewalKind.NONE: "keine, endet, nein, befristet",
}
_REMEDIES: dict[StrEnum, str] = {
    RemedyKind.REPLACE: "Ersatz, ersetzen, Austausch",
    RemedyKind.RETIRE: "ausmustern, abschalten",
    RemedyKind.UPDATE: "aktualisieren",
    RemedyKind.ACCEPT: "hinnehmen, akzeptieren",
}
_ORIGINS: dict[StrEnum, str] = {
    AmountOrigin.INVOICE: "Rechnung, lt. Rechnung",
    AmountOrigin.CONTRACT: "Vertrag",
    AmountOrigin.OFFER: "Angebot",
    AmountOrigin.ESTIMATE: "geschätzt, Schätzung",
}
# By kind: members of two kinds can have one value ("cloud"), and would be one key in a common table.
_WORDS: dict[type[StrEnum], Mapping[StrEnum, str]] = {
    AssetCategory: _CATEGORIES,
    Ownership: _OWNERSHIPS,
    Hosting: _HOSTINGS,
    ContractKind: _CONTRACT_KINDS,
    PaymentPeriod: _PERIODS,
    NoticeUnit: _NOTICE_UNITS,
    Anchor: _ANCHORS,
    RenewalKind: _RENEWALS,
    RemedyKind: _REMEDIES,
    AmountOrigin: _ORIGINS,
}


# The constants of an IT documentation (i-doit) for its types of objects.
_CONSTANTS: dict[StrEnum, str] = {
    AssetCategory.DESKTOP: "CLIENT, VIRTUAL_CLIENT",
    AssetCategory.MONITOR: "MONITOR",
    AssetCategory.PRINTER: "PRINTER",
    AssetCategory.SERVER: "SERVER, VIRTUAL_SERVER, VIRTUAL_HOST, CLUSTER, BLADE_SERVER",
    AssetCategory.STORAGE: "SAN, TAPE_LIBRARY",
    AssetCategory.SWITCH: "SWITCH, ROUTER, FC_SWITCH",
    AssetCategory.ACCESS_POINT: "ACCESS_POINT",
    AssetCategory.DESK_PHONE: "PHONE, VOIP_PHONE",
    AssetCategory.SMARTPHONE: "CELL_PHONE, SMARTPHONE",
    AssetCategory.PHONE_SYSTEM: "TELEPHONE_SYSTEM",
    AssetCategory.UPS: "UPS",
    AssetCategory.CLIMATE_RACK: "ENCLOSURE, AIR_CONDITION_SYSTEM",
    AssetCategory.LINE: "WAN",
    AssetCategory.OTHER: "WORKSTATION, CABLE, KVM_SWITCH, CONVERTER, PATCH_PANEL, MISCELLANEOUS",
}


def words_for(kind: type[StrEnum]) -> dict[str, StrEnum]:
    """Normalised word -> member, the members' own values among them."""
    words: dict[str, StrEnum] = {normal(member.value): member for member in kind}
    for member, listed in _WORDS.get(kind, {}).items():
        for word in listed.split(", "):
            words.setdefault(normal(word), member)
    if kind is AssetCategory:
        for member, listed in _CONSTANTS.items():
            words.update({normal(f"C__OBJTYPE__{one}"): member for one in listed.split(", ")})
    return words
