"""The line at the right above a table: what all of it costs."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.model import Application, Asset
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def assets(company: "OpenCompany") -> str:
    return _remedies(company, Asset)


def applications(company: "OpenCompany") -> str:
    return _remedies(company, Application)


def contracts(company: "OpenCompany") -> str:
    """'Verträge kosten im Jahr 45.120 €'."""
    total, without = company.results.yearly_contract_cost
    text = _("Contracts cost {amount} a year").format(amount=formats.money_short(total))
    return _with_unknown(text, without)


def _remedies(company: "OpenCompany", kind: type[Asset] | type[Application]) -> str:
    """'Erneuern kostet insgesamt 268.400 € · 3 ohne Wert'."""
    total, without = company.results.total_remedy_value(kind)
    text = _("Renewing all of it costs {amount}").format(amount=formats.money_short(total))
    return _with_unknown(text, without)


def _with_unknown(text: str, without: int) -> str:
    if not without:
        return text
    return f"{text} · " + translate_count("{count} without value", "{count} without value", without)
