"""The company's own rows beside the program's lifecycle tables; they add to and override them."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Record, choice
from virtualcio.model.inventory import AssetCategory, RemedyKind


class ProductSupport(Record):
    """Until when a product version gets security updates."""

    __tablename__ = "product_support"

    product: Mapped[str]  # "Windows Server"
    product_version: Mapped[str] = mapped_column(default="")  # "2012 R2"
    security_end: Mapped[date | None] = mapped_column(default=None)
    extended_end: Mapped[date | None] = mapped_column(default=None)  # if bought
    remedy: Mapped[RemedyKind | None] = mapped_column(choice(RemedyKind), default=None)
    source: Mapped[str] = mapped_column(default="")
    as_of: Mapped[date | None] = mapped_column(default=None)


class ServiceLife(Record):
    """How many years a category of assets is used, technically (not the tax life)."""

    __tablename__ = "service_life"

    category: Mapped[AssetCategory] = mapped_column(choice(AssetCategory))
    years: Mapped[int]
    source: Mapped[str] = mapped_column(default="")
