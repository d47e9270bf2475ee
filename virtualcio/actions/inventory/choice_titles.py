"""The words for the members of each choice. Message ids: they are translated when shown."""

from enum import StrEnum

from virtualcio.model.contracts import Anchor, ContractKind, NoticeUnit, PaymentPeriod, RenewalKind
from virtualcio.model.inventory import (
    AmountOrigin,
    AssetCategory,
    Criticality,
    Hosting,
    Ownership,
    RemedyKind,
)
from virtualcio.texts import mark

AMOUNT_ORIGINS: dict[StrEnum, str] = {
    AmountOrigin.INVOICE: mark("Invoice"),
    AmountOrigin.CONTRACT: mark("Contract"),
    AmountOrigin.OFFER: mark("Offer"),
    AmountOrigin.ESTIMATE: mark("Estimate"),
    AmountOrigin.DEFAULT: mark("Default value"),
}

REMEDIES: dict[StrEnum, str] = {
    RemedyKind.UPDATE: mark("Update"),
    RemedyKind.UPGRADE: mark("Upgrade"),
    RemedyKind.REPLACE: mark("Replace"),
    RemedyKind.RETIRE: mark("Retire"),
    RemedyKind.ACCEPT: mark("Accept"),
}

CATEGORIES: dict[StrEnum, str] = {
    AssetCategory.NOTEBOOK: mark("Notebook"),
    AssetCategory.DESKTOP: mark("Desktop PC"),
    AssetCategory.MONITOR: mark("Monitor"),
    AssetCategory.TABLET: mark("Tablet"),
    AssetCategory.SMARTPHONE: mark("Smartphone"),
    AssetCategory.DESK_PHONE: mark("Desk phone"),
    AssetCategory.PRINTER: mark("Printer"),
    AssetCategory.SERVER: mark("Server"),
    AssetCategory.STORAGE: mark("Storage system"),
    AssetCategory.NAS: mark("NAS (network storage)"),
    AssetCategory.SWITCH: mark("Switch (network)"),
    AssetCategory.ACCESS_POINT: mark("Wi-Fi access point"),
    AssetCategory.FIREWALL: mark("Firewall"),
    AssetCategory.UPS: mark("UPS (emergency power)"),
    AssetCategory.UPS_BATTERY: mark("UPS battery"),
    AssetCategory.PHONE_SYSTEM: mark("Phone system"),
    AssetCategory.CONFERENCE: mark("Conference equipment"),
    AssetCategory.CLIMATE_RACK: mark("Cooling or rack"),
    AssetCategory.TERMINAL: mark("Terminal or scanner"),
    AssetCategory.INDUSTRIAL_PC: mark("Industrial PC"),
    AssetCategory.LINE: mark("Internet or phone line"),
    AssetCategory.OTHER: mark("Other"),
}

OWNERSHIPS: dict[StrEnum, str] = {
    Ownership.OWNED: mark("Owned"),
    Ownership.LEASED: mark("Leased"),
    Ownership.BORROWED: mark("Borrowed"),
}

HOSTINGS: dict[StrEnum, str] = {
    Hosting.ON_PREMISE: mark("In-house"),
    Hosting.CLOUD: mark("Cloud"),
    Hosting.HOSTED: mark("At a provider"),
    Hosting.DEVICE: mark("On single devices"),
}

CRITICALITIES: dict[StrEnum, str] = {
    Criticality.CRITICAL: mark("Critical"),
    Criticality.HIGH: mark("High"),
    Criticality.MEDIUM: mark("Medium"),
    Criticality.LOW: mark("Low"),
}

CONTRACT_KINDS: dict[StrEnum, str] = {
    ContractKind.MAINTENANCE: mark("Maintenance"),
    ContractKind.LICENCE: mark("Licence"),
    ContractKind.CLOUD: mark("Cloud service"),
    ContractKind.LEASING: mark("Leasing"),
    ContractKind.RENTAL: mark("Rental"),
    ContractKind.TELECOM: mark("Telephone and internet"),
    ContractKind.SUPPORT: mark("Support"),
    ContractKind.INSURANCE: mark("Insurance"),
    ContractKind.OTHER: mark("Other"),
}

RENEWALS: dict[StrEnum, str] = {
    RenewalKind.MONTHS: mark("By fixed months"),
    RenewalKind.INDEFINITE: mark("Indefinite"),
    RenewalKind.NONE: mark("Ends by itself"),
}

NOTICE_UNITS: dict[StrEnum, str] = {
    NoticeUnit.DAYS: mark("Days"),
    NoticeUnit.WEEKS: mark("Weeks"),
    NoticeUnit.MONTHS: mark("Months"),
}

ANCHORS: dict[StrEnum, str] = {
    Anchor.TERM: mark("End of the term"),
    Anchor.MONTH: mark("End of a month"),
    Anchor.QUARTER: mark("End of a quarter"),
    Anchor.HALF_YEAR: mark("End of a half-year"),
    Anchor.YEAR: mark("End of a year"),
    Anchor.ANY_DAY: mark("Any day"),
}

PERIODS: dict[StrEnum, str] = {
    PaymentPeriod.MONTH: mark("Monthly"),
    PaymentPeriod.QUARTER: mark("Quarterly"),
    PaymentPeriod.HALF_YEAR: mark("Half-yearly"),
    PaymentPeriod.YEAR: mark("Yearly"),
    PaymentPeriod.ONCE: mark("Once"),
}
