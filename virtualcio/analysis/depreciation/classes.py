"""Which row of the table of useful lives fits a thing of the inventory: a proposal."""

from virtualcio.model.base import Record
from virtualcio.model.expense import BudgetCategory
from virtualcio.model.inventory import Application, Asset, AssetCategory, Hosting

_OF_ASSET: dict[AssetCategory, str] = {
    AssetCategory.NOTEBOOK: "notebook",
    AssetCategory.DESKTOP: "desktop",
    AssetCategory.MONITOR: "monitor",
    AssetCategory.TABLET: "tablet",
    AssetCategory.SMARTPHONE: "smartphone",
    AssetCategory.DESK_PHONE: "desk_phone",
    AssetCategory.PRINTER: "printer",
    AssetCategory.SERVER: "server",
    AssetCategory.STORAGE: "storage_system",
    AssetCategory.NAS: "nas",
    AssetCategory.SWITCH: "network",
    AssetCategory.ACCESS_POINT: "network",
    AssetCategory.FIREWALL: "network",
    AssetCategory.UPS: "ups",
    AssetCategory.UPS_BATTERY: "battery",
    AssetCategory.PHONE_SYSTEM: "phone_system",
    AssetCategory.CONFERENCE: "audio_video",
    AssetCategory.CLIMATE_RACK: "climate_rack",
    AssetCategory.TERMINAL: "time_recorder",
    AssetCategory.INDUSTRIAL_PC: "industrial_pc",
}
# What initiatives and typed lines of a category usually buy; services and training are no things.
_OF_BUDGET = {
    BudgetCategory.SOFTWARE: "software",
    BudgetCategory.HARDWARE: "notebook",
    BudgetCategory.TELECOM: "phone_system",
    BudgetCategory.SECURITY: "network",
}


def class_of(
    kind: type[Record],
    category: AssetCategory | None = None,
    hosting: Hosting | None = None,
    *,
    erp: bool = False,
    website: bool = False,
) -> str:
    """The key of a row; "" if none fits: a line, software in the cloud (rented, not owned), others."""
    if kind is Asset:
        return _OF_ASSET.get(category, "") if category is not None else ""
    if kind is not Application or hosting is Hosting.CLOUD:
        return ""
    if website:
        return "website"
    return "erp" if erp else "software"


def class_of_budget(category: BudgetCategory) -> str:
    """The same for what is planned and capitalised; "" if a category buys no things."""
    return _OF_BUDGET.get(category, "")
