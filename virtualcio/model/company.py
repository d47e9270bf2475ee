"""The company itself: its people, departments, sites, suppliers and settings."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Hundredths, Record, choice, reference
from virtualcio.model.operations import CioModel


class Company(Record):
    """The one company that a file is about; a file holds exactly one."""

    __tablename__ = "company"

    name: Mapped[str]
    trade: Mapped[str] = mapped_column(default="")
    employees: Mapped[int | None] = mapped_column(default=None)
    revenue: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # of a fiscal year, net
    fiscal_year_start: Mapped[int] = mapped_column(default=1)  # month 1 to 12
    country: Mapped[str] = mapped_column(default="DE")
    currency: Mapped[str] = mapped_column(default="EUR")
    direction: Mapped[str] = mapped_column(Text, default="")  # where the business goes, three years ahead
    cio_model: Mapped[CioModel | None] = mapped_column(choice(CioModel), default=None)
    cio_days_per_month: Mapped[Decimal | None] = mapped_column(Hundredths, default=None)  # agreed
    cio_day_rate: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # net
    restore_tested_on: Mapped[date | None] = mapped_column(default=None)  # data brought back from a backup
    emergency_plan_on: Mapped[date | None] = mapped_column(default=None)  # last exercise of the plan
    note: Mapped[str] = mapped_column(Text, default="")


class Setting(Record):
    """One assumption or choice of this company that differs from the program's default."""

    __tablename__ = "setting"

    key: Mapped[str]
    value: Mapped[str]


class WayOfWorking(StrEnum):
    """How a department and IT work together."""

    ALIGNED = "aligned"  # apart, with agreed goals
    MIXED = "mixed"  # mixed teams for single initiatives
    PRODUCT = "product"  # a lasting team with one product


class Department(Record):
    """A part of the company that works with IT."""

    __tablename__ = "department"

    name: Mapped[str]
    head_id: Mapped[str | None] = reference("person")
    liaison_id: Mapped[str | None] = reference("person")  # speaks for it in the council
    way_of_working: Mapped[WayOfWorking | None] = mapped_column(choice(WayOfWorking), default=None)
    note: Mapped[str] = mapped_column(Text, default="")


class Person(Record):
    """Somebody who owns, runs or uses IT, inside the company or outside."""

    __tablename__ = "person"

    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    department_id: Mapped[str | None] = reference("department")
    external: Mapped[bool] = mapped_column(default=False)
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    approval_limit: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # may decide on, net
    note: Mapped[str] = mapped_column(Text, default="")


class Site(Record):
    """A place where assets stand."""

    __tablename__ = "site"

    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")


class Supplier(Record):
    """A company that sells, rents or looks after IT."""

    __tablename__ = "supplier"

    name: Mapped[str]
    customer_number: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")
