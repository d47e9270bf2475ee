"""What follows from an open company's data on its day: computed when asked for, kept until its kinds change.

Pages, command line and exports read figures only from here, so that all of them show the same.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from virtualcio.actions.inventory.inventory_results import InventoryResults
from virtualcio.actions.inventory.progress import StepState, inventory_state
from virtualcio.analysis.amounts import total
from virtualcio.analysis.checks.all_checks import CheckFacts, run_checks
from virtualcio.analysis.checks.finding import Finding
from virtualcio.analysis.inventory.contract_dates import (
    ContractDates,
    ContractState,
    contract_dates,
    yearly_cost,
)
from virtualcio.analysis.inventory.waiting_cost import WaitingCost, waiting_costs
from virtualcio.analysis.inventory.wear import Wear, wear
from virtualcio.model import RECORD_KINDS, Contract


class Results(InventoryResults):
    """Cached results of one company on one day. Not to be asked within an open change."""

    # --- what the backlog figure says beside the money ------------------------------------

    @property
    def waiting_costs(self) -> Sequence[WaitingCost]:
        """What waiting with all that is overdue is assumed to cost a year, dearest first."""

        def made() -> Sequence[WaitingCost]:
            return waiting_costs(self.data, self.dues, self.today, self.values, self.assumptions)

        return self.kept.whole("waiting_costs", RECORD_KINDS, made)

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

    # --- checks and progress ---------------------------------------------------------------

    @property
    def all_findings(self) -> Sequence[Finding]:
        """Most urgent first, those set aside among them."""
        return self.kept.whole("findings", RECORD_KINDS, lambda: run_checks(self._check_facts()))

    @property
    def findings(self) -> Sequence[Finding]:
        """Open findings, most urgent first."""
        return [finding for finding in self.all_findings if finding.open]

    def objects_of_check(self, check_id: str) -> frozenset[str]:
        """Keys of everything that findings of this check are about, set aside or not."""
        known = self.kept.whole("objects_of_checks", RECORD_KINDS, dict[str, frozenset[str]])
        if check_id not in known:
            found = [one for one in self.all_findings if one.check_id == check_id]
            known[check_id] = frozenset(key for one in found for _kind, key in one.objects)
        return known[check_id]

    def _check_facts(self) -> CheckFacts:
        return CheckFacts(
            data=self.data,
            today=self.today,
            dues=self.dues,
            backlog=self.backlog,
            wave=self.wave,
            contract_dates=self.all_contract_dates,
            tables=self.tables,
            assumptions=self.assumptions,
        )

    def step_state(self, step: str) -> StepState:
        """How complete a step is, and the one thing that would help most. KeyError for an unknown step."""
        return {"inventory": inventory_state}[step](self)
