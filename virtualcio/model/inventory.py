"""Step 1, what is there: assets, applications, processes, contracts, interfaces and their links."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, MappedAsDataclass, mapped_column

from virtualcio.model.base import Cents, Hundredths, Record, choice, reference
from virtualcio.model.depreciation import DepreciationMethod


class AmountOrigin(StrEnum):
    """Where an amount comes from, the surest first."""

    INVOICE = "invoice"
    CONTRACT = "contract"
    OFFER = "offer"
    ESTIMATE = "estimate"
    DEFAULT = "default"


class RemedyKind(StrEnum):
    """What is done about something that runs out."""

    UPDATE = "update"  # a newer version at no price
    UPGRADE = "upgrade"  # a newer version that costs a licence
    REPLACE = "replace"
    RETIRE = "retire"
    ACCEPT = "accept"  # until a day, with a reason


class AssetCategory(StrEnum):
    """Decides service life (service_life.csv) and area."""

    NOTEBOOK = "notebook"
    DESKTOP = "desktop"
    MONITOR = "monitor"
    TABLET = "tablet"
    SMARTPHONE = "smartphone"
    DESK_PHONE = "desk_phone"
    PRINTER = "printer"
    SERVER = "server"
    STORAGE = "storage"
    NAS = "nas"
    SWITCH = "switch"
    ACCESS_POINT = "access_point"
    FIREWALL = "firewall"
    UPS = "ups"
    UPS_BATTERY = "ups_battery"
    PHONE_SYSTEM = "phone_system"
    CONFERENCE = "conference"
    CLIMATE_RACK = "climate_rack"
    TERMINAL = "terminal"  # cash desk, scanner, time recorder
    INDUSTRIAL_PC = "industrial_pc"
    LINE = "line"  # internet or telephone line
    OTHER = "other"


class Ownership(StrEnum):
    OWNED = "owned"
    LEASED = "leased"
    BORROWED = "borrowed"


class Hosting(StrEnum):
    ON_PREMISE = "on_premise"
    CLOUD = "cloud"
    HOSTED = "hosted"  # at a provider, own installation
    DEVICE = "device"  # installed on single devices


class Criticality(StrEnum):
    """What it means for the business if a process stands still."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Remediable(MappedAsDataclass, kw_only=True, eq=False, repr=False):
    """What assets and applications share: dates on which they run out, and what is done about it."""

    product: Mapped[str] = mapped_column(default="")  # product and version, as in "Windows 11 Pro 24H2"
    purchase_date: Mapped[date | None] = mapped_column(default=None)
    cost: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # net, of all pieces together
    cost_origin: Mapped[AmountOrigin] = mapped_column(choice(AmountOrigin), default=AmountOrigin.INVOICE)
    support_end: Mapped[date | None] = mapped_column(default=None)  # typed; else from the tables
    extended_support_end: Mapped[date | None] = mapped_column(default=None)  # bought
    remedy: Mapped[RemedyKind | None] = mapped_column(choice(RemedyKind), default=None)  # None: as proposed
    remedy_cost: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # of all pieces together
    remedy_cost_on: Mapped[date | None] = mapped_column(default=None)  # the day of that price
    remedy_cost_origin: Mapped[AmountOrigin] = mapped_column(
        choice(AmountOrigin), default=AmountOrigin.ESTIMATE
    )
    accepted_until: Mapped[date | None] = mapped_column(default=None)
    accepted_reason: Mapped[str] = mapped_column(default="")
    retired_on: Mapped[date | None] = mapped_column(default=None)  # first day no longer in use
    # for the books; what is empty is as the tables and the choices of the fiscal year say
    invoice_number: Mapped[str] = mapped_column(default="")
    in_use_on: Mapped[date | None] = mapped_column(
        default=None
    )  # depreciation starts, if not with the purchase
    life_key: Mapped[str] = mapped_column(default="")  # row of the table of useful lives
    tax_method: Mapped[DepreciationMethod | None] = mapped_column(choice(DepreciationMethod), default=None)
    tax_life_years: Mapped[int | None] = mapped_column(default=None)
    declining_percent: Mapped[Decimal | None] = mapped_column(Hundredths, default=None)
    commercial_method: Mapped[DepreciationMethod | None] = mapped_column(
        choice(DepreciationMethod), default=None
    )
    commercial_life_years: Mapped[int | None] = mapped_column(default=None)
    asset_account: Mapped[str] = mapped_column(default="")  # number in the books
    cost_centre: Mapped[str] = mapped_column(default="")
    # taken over from other books in mid-life: what was left then, and for how long
    taken_over_on: Mapped[date | None] = mapped_column(default=None)
    tax_book_value: Mapped[Decimal | None] = mapped_column(Cents, default=None)
    tax_months_left: Mapped[int | None] = mapped_column(default=None)
    commercial_book_value: Mapped[Decimal | None] = mapped_column(Cents, default=None)
    commercial_months_left: Mapped[int | None] = mapped_column(default=None)


class Asset(Remediable, Record):
    """Infrastructure: a device, a group of like devices, a server, a line."""

    __tablename__ = "asset"

    name: Mapped[str]
    category: Mapped[AssetCategory] = mapped_column(choice(AssetCategory), default=AssetCategory.OTHER)
    quantity: Mapped[int] = mapped_column(default=1)
    ownership: Mapped[Ownership] = mapped_column(choice(Ownership), default=Ownership.OWNED)
    service_life_years: Mapped[int | None] = mapped_column(default=None)  # None: by category
    serial_number: Mapped[str] = mapped_column(default="")
    inventory_number: Mapped[str] = mapped_column(default="")
    site_id: Mapped[str | None] = reference("site")
    supplier_id: Mapped[str | None] = reference("supplier")
    owner_id: Mapped[str | None] = reference("person")
    operator_id: Mapped[str | None] = reference("person")
    deputy_id: Mapped[str | None] = reference("person")
    note: Mapped[str] = mapped_column(Text, default="")


class Application(Remediable, Record):
    """Software that the business works with."""

    __tablename__ = "application"

    name: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")  # "Warenwirtschaft": two of one purpose are a finding
    hosting: Mapped[Hosting] = mapped_column(choice(Hosting), default=Hosting.ON_PREMISE)
    users: Mapped[int | None] = mapped_column(default=None)
    approved: Mapped[bool] = mapped_column(default=True)  # False: shadow IT
    personal_data: Mapped[bool] = mapped_column(default=False)
    custom_code: Mapped[bool] = mapped_column(default=False)  # programmed for this company alone
    access_reviewed_on: Mapped[date | None] = mapped_column(default=None)
    supplier_id: Mapped[str | None] = reference("supplier")
    department_id: Mapped[str | None] = reference("department")
    owner_id: Mapped[str | None] = reference("person")
    operator_id: Mapped[str | None] = reference("person")
    deputy_id: Mapped[str | None] = reference("person")
    note: Mapped[str] = mapped_column(Text, default="")


class Process(Record):
    """What the business does."""

    __tablename__ = "process"

    name: Mapped[str]
    criticality: Mapped[Criticality] = mapped_column(choice(Criticality), default=Criticality.MEDIUM)
    max_outage_hours: Mapped[int | None] = mapped_column(default=None)  # longest bearable outage
    department_id: Mapped[str | None] = reference("department")
    owner_id: Mapped[str | None] = reference("person")
    deputy_id: Mapped[str | None] = reference("person")
    note: Mapped[str] = mapped_column(Text, default="")


class Interface(Record):
    """A data flow from one application to another; a manual one is a hand-over by people."""

    __tablename__ = "interface"

    name: Mapped[str]
    source_id: Mapped[str] = reference("application", required=True)
    target_id: Mapped[str] = reference("application", required=True)
    manual: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(Text, default="")


class AssetApplication(Record):
    """An asset carries an application."""

    __tablename__ = "asset_application"

    asset_id: Mapped[str] = reference("asset", required=True)
    application_id: Mapped[str] = reference("application", required=True)


class AssetProcess(Record):
    """An asset serves a process directly (a switch in the workshop)."""

    __tablename__ = "asset_process"

    asset_id: Mapped[str] = reference("asset", required=True)
    process_id: Mapped[str] = reference("process", required=True)


class ApplicationProcess(Record):
    """An application serves a process."""

    __tablename__ = "application_process"

    application_id: Mapped[str] = reference("application", required=True)
    process_id: Mapped[str] = reference("process", required=True)
