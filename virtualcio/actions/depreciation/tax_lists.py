"""Lists of the tax advisor's workbook beside the register: running contracts and planned investments."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio.actions.budget.budget_words import CATEGORY_TITLES, ORIGIN_TITLES
from virtualcio.actions.inventory.choice_titles import CONTRACT_KINDS
from virtualcio.analysis.budget.lines import Basis, Line, LineOrigin
from virtualcio.analysis.calendar_days import fiscal_year_end, fiscal_year_start
from virtualcio.analysis.depreciation.choices import Chart
from virtualcio.analysis.inventory.contract_dates import given_end, yearly_cost
from virtualcio.analysis.roadmap.month_numbers import fiscal_year_months
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.exchange.tax_accounts import AccountUse, proposed_accounts
from virtualcio.exchange.tax_parts import ContractRow, PlannedRow
from virtualcio.model import Account, Contract, Supplier
from virtualcio.model.contracts import ContractKind
from virtualcio.model.expense import CostKind
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_USES = {
    ContractKind.MAINTENANCE: AccountUse.MAINTENANCE,
    ContractKind.SUPPORT: AccountUse.MAINTENANCE,
    ContractKind.LICENCE: AccountUse.LICENCE,
    ContractKind.CLOUD: AccountUse.LICENCE,
    ContractKind.LEASING: AccountUse.LEASING,
    ContractKind.RENTAL: AccountUse.RENTAL,
    ContractKind.TELECOM: AccountUse.TELECOM,
    ContractKind.INSURANCE: AccountUse.INSURANCE,
    ContractKind.OTHER: AccountUse.SERVICES,
}
_LEASED = (ContractKind.LEASING, ContractKind.RENTAL)
PLANNED_YEARS = 3


def contract_rows(company: "OpenCompany", year: int, chart: Chart) -> Iterator[ContractRow]:
    """Contracts that run in the fiscal year, with what is paid for them in it."""
    data = company.data
    start = company.data.company.fiscal_year_start
    first, last = fiscal_year_start(year, start), fiscal_year_end(year, start)
    names = {account.number: account.name for account in data.all(Account) if account.name}
    lines = {
        line.record_id: line for line in company.results.paid_lines if line.origin is LineOrigin.CONTRACT
    }
    for contract in data.all(Contract):
        end = given_end(contract, company.today)
        if (contract.start is not None and contract.start > last) or (end is not None and end < first):
            continue
        proposed = proposed_accounts()[_USES[contract.kind]]
        number = contract.account or proposed.numbers[chart.value]
        supplier = data.get(Supplier, contract.supplier_id)
        line = lines.get(contract.id)
        yield ContractRow(
            name=contract.name,
            kind=_(CONTRACT_KINDS[contract.kind]),
            supplier="" if supplier is None else supplier.name,
            number=contract.number,
            start=contract.start,
            end=end,
            leased=contract.kind in _LEASED,
            yearly=yearly_cost(contract),
            in_year=None if line is None or line.unknown else _paid(line, year, start),
            account=number,
            account_name=names.get(number) or ("" if contract.account else str(proposed.name)),
            cost_centre=contract.cost_centre,
        )


def planned_rows(company: "OpenCompany", year: int) -> Iterator[PlannedRow]:
    """What is to be capitalised in three fiscal years and is not bought yet, the earliest first."""
    start = company.data.company.fiscal_year_start
    found = []
    for line in company.results.paid_lines:
        if line.kind is not CostKind.CAPEX:
            continue
        amounts = [_paid(line, year + place, start) for place in range(PLANNED_YEARS)]
        if any(amounts):
            found.append((amounts, line))
    for amounts, line in sorted(found, key=lambda one: (_first(one[0]), one[1].name)):
        supplier = company.data.get(Supplier, line.supplier_id)
        yield PlannedRow(
            name=line.name,
            origin=_(ORIGIN_TITLES[line.origin]),
            category=_(CATEGORY_TITLES[line.category]),
            supplier="" if supplier is None else supplier.name,
            cost_centre=line.cost_centre,
            amounts=(amounts[0], amounts[1], amounts[2]),
        )


def _first(amounts: list[Decimal]) -> int:
    return next(place for place, amount in enumerate(amounts) if amount)


def _paid(line: Line, year: int, start_month: int) -> Decimal:
    """What is paid for a line in a fiscal year."""
    before, after = line.sums(Basis.CASH, fiscal_year_months(year, start_month))
    return amount_of(after - before)
