"""What every larger expense leads to: assigned spending and the golden thread."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from virtualcio.actions.budget.budget_results import BudgetResults
from virtualcio.analysis.budget.lines import Line
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.analysis.spending.expense import Expense
from virtualcio.analysis.spending.larger import cash_due, is_unknown, things_of, twelve_months
from virtualcio.analysis.spending.links import READ_KINDS, LinkReader
from virtualcio.analysis.spending.spending import Spending, SpendingFacts, spending, traces_of
from virtualcio.analysis.spending.tracing import Tracer
from virtualcio.model import RECORD_KINDS


class SpendingResults(BudgetResults):
    """The part of `Results` that traces money to processes and goals."""

    @property
    def spending(self) -> Spending:
        """The larger expenses of the 12 months from the first of this month, and what each leads to."""
        return self.kept.whole("spending", RECORD_KINDS, self._spending)

    @property
    def expenses_by_key(self) -> Mapping[str, Expense]:
        """Every larger expense by the key of its contract, asset, application, initiative or typed line."""
        return self.kept.whole(
            "expenses_by_key", RECORD_KINDS, lambda: {one.key: one for one in self.spending.expenses}
        )

    def _spending(self) -> Spending:
        lines, span = self.budget_lines, twelve_months(self.today)
        cash = {line.key: self._cash_due(line, span[0]) for line in lines}
        large, small = things_of(self.data, lines, cash, self.assumptions.larger_expense)
        reader = self.kept.whole("link_reader", READ_KINDS, lambda: LinkReader(self.data))
        things = (*large, *small)
        links = {one.id: reader.links_of(one.kind, one.id, one.typed_ids) for one in things}
        tracer = Tracer(self.data, self.today, self.kpi_states)
        facts = SpendingFacts(
            larger=large,
            small=small,
            traces=traces_of(tracer, links, links),
            behind={key for key, state in self.goal_states.items() if state.worst is KpiStatus.BEHIND},
            open_goals=[goal.id for goal in self.open_goals],
            unknown=len([line for line in lines if is_unknown(line, span[0])]),
        )
        return spending(self.data, facts, self.today, span, self.assumptions.fresh_days)

    def _cash_due(self, line: Line, first: date) -> Decimal:
        """Kept as long as the line itself is."""
        known = self.kept.whole("cash_due", (), dict[str, tuple[Line, Decimal]])
        found = known.get(line.key)
        if found is None or found[0] is not line:
            found = known[line.key] = line, cash_due(line, first)
        return found[1]
