"""What every larger expense leads to: assigned spending and the golden thread."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from virtualcio.actions.budget.budget_results import BudgetResults
from virtualcio.analysis.budget.lines import Line
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.analysis.spending.expense import Expense
from virtualcio.analysis.spending.larger import Thing, cash_due, is_unknown, things_of, twelve_months
from virtualcio.analysis.spending.links import PURPOSEFUL, READ_KINDS, LinkReader, purpose_fields
from virtualcio.analysis.spending.spending import Spending, SpendingFacts, spending
from virtualcio.analysis.spending.tracing import TRACED_KINDS, Trace, Tracer, read_of
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
        lines, span = self.paid_lines, twelve_months(self.today)
        cash = {line.key: self._cash_due(line, span[0]) for line in lines}
        large, small = things_of(self.data, lines, cash, self.assumptions.larger_expense)
        things = (*large, *small)
        facts = SpendingFacts(
            larger=large,
            small=small,
            traces=self._traces(things),
            behind={key for key, state in self.goal_states.items() if state.worst is KpiStatus.BEHIND},
            open_goals=[goal.id for goal in self.open_goals],
            unknown=len([line for line in lines if is_unknown(line, span[0])]),
            fresh_days=self.assumptions.fresh_days,
            known=self.kept.whole("known_expenses", (), dict[str, tuple[tuple[object, ...], Expense]]),
        )
        return spending(self.data, facts, self.today, span)

    def _traces(self, things: Iterable[Thing]) -> Mapping[str, Trace]:
        """An edit of prices or dates leaves all links as they are."""
        reader = self.kept.whole("link_reader", READ_KINDS, lambda: LinkReader(self.data))
        fields = self.kept.each("purpose_fields", PURPOSEFUL, (), purpose_fields)
        states = self.kpi_states
        tracers = self.kept.whole("tracers", TRACED_KINDS, dict[object, Tracer])
        read = read_of(states)
        if read not in tracers:
            tracers.clear()
            tracers[read] = Tracer(self.data, self.today, states)
        tracer = tracers[read]
        return {
            one.id: tracer.trace(reader.links_of(one.kind, one.id, one.typed_ids, fields)) for one in things
        }

    def _cash_due(self, line: Line, first: date) -> Decimal:
        """Kept as long as the line itself is."""
        known = self.kept.whole("cash_due", (), dict[str, tuple[Line, Decimal]])
        found = known.get(line.key)
        if found is None or found[0] is not line:
            found = known[line.key] = line, cash_due(line, first)
        return found[1]
