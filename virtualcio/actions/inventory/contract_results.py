"""What follows from contracts, and what the backlog says beside the money."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from virtualcio.actions.inventory.inventory_results import InventoryResults
from virtualcio.analysis.amounts import total
from virtualcio.analysis.inventory.contract_dates import (
    ContractDates,
    ContractState,
    contract_dates,
    yearly_cost,
)
from virtualcio.analysis.inventory.waiting_cost import WaitingCost, waiting_costs
from virtualcio.analysis.inventory.wear import Wear, wear
from virtualcio.model import (
    RECORD_KINDS,
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Contract,
    Process,
    ProductSupport,
    Risk,
    RiskApplication,
    RiskAsset,
    ServiceLife,
    Setting,
)

# What is overdue with its value, the processes that need it, and the losses of its risks.
_WAITING = (
    Asset, Application, ProductSupport, ServiceLife, Setting, Process,
    AssetApplication, AssetProcess, ApplicationProcess, Risk, RiskAsset, RiskApplication,
)  # fmt: skip


class ContractResults(InventoryResults):
    """The part of `Results` about contracts, waiting and wear."""

    # --- what the backlog figure says beside the money ------------------------------------

    @property
    def waiting_costs(self) -> Sequence[WaitingCost]:
        """What waiting with all that is overdue is assumed to cost a year, dearest first."""

        def made() -> Sequence[WaitingCost]:
            return waiting_costs(self.data, self.dues, self.today, self.values, self.assumptions)

        return self.kept.whole("waiting_costs", _WAITING, made)

    @property
    def wear(self) -> Wear:
        """How much of what was paid for the assets in use is used up today."""
        return self.kept.whole("wear", RECORD_KINDS, lambda: wear(self.data, self.dues, self.today))

    # --- contracts -----------------------------------------------------------------------

    @property
    def all_contract_dates(self) -> Mapping[str, ContractDates]:
        """By key, of all contracts."""
        post, soon = self.assumptions.post_working_days, self.assumptions.notice_soon_days

        def made(contract: Contract) -> ContractDates:
            return contract_dates(contract, self.today, post, notice_soon_days=soon)

        return self.kept.each("contract_dates", (Contract,), (), made, (post, soon))

    def contract_dates(self, contract: Contract) -> ContractDates:
        return self.all_contract_dates[contract.id]

    def yearly_cost(self, contract: Contract) -> Decimal | None:
        """Net; 0 for what is paid once, None if no cost is entered."""
        return yearly_cost(contract)

    @property
    def running_contracts(self) -> Sequence[Contract]:
        """All contracts that have not ended."""
        return [
            contract
            for contract in self.data.all(Contract)
            if self.contract_dates(contract).state is not ContractState.ENDED
        ]

    @property
    def yearly_contract_cost(self) -> tuple[Decimal, int]:
        """What running contracts cost a year, and how many of them have no cost entered."""
        costs = [self.yearly_cost(contract) for contract in self.running_contracts]
        known = [cost for cost in costs if cost is not None]
        return total(known), len(costs) - len(known)
