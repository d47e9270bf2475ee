"""What a company file holds: one class per thing, one file per step. No Qt, no session, no clock."""

from virtualcio.model.base import Record
from virtualcio.model.checks import SetAsideFinding
from virtualcio.model.company import Company, Department, Person, Setting, Site, Supplier
from virtualcio.model.inventory import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Contract,
    ContractApplication,
    ContractAsset,
    Interface,
    Process,
)
from virtualcio.model.lifecycle import ProductSupport, ServiceLife

# Every kind of row of a company file; the order has no meaning (foreign keys are deferred).
RECORD_KINDS: tuple[type[Record], ...] = (
    Company,
    Setting,
    Department,
    Person,
    Site,
    Supplier,
    Asset,
    Application,
    Process,
    Contract,
    Interface,
    AssetApplication,
    AssetProcess,
    ApplicationProcess,
    ContractAsset,
    ContractApplication,
    ProductSupport,
    ServiceLife,
    SetAsideFinding,
)

__all__ = [
    "RECORD_KINDS",
    "Application",
    "ApplicationProcess",
    "Asset",
    "AssetApplication",
    "AssetProcess",
    "Company",
    "Contract",
    "ContractApplication",
    "ContractAsset",
    "Department",
    "Interface",
    "Person",
    "Process",
    "ProductSupport",
    "Record",
    "ServiceLife",
    "SetAsideFinding",
    "Setting",
    "Site",
    "Supplier",
]
