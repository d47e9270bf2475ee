"""What follows from reviews, meetings, tasks, outcomes and use."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from virtualcio.actions.budget.spending_results import SpendingResults
from virtualcio.analysis.checks.finding import Finding
from virtualcio.analysis.inventory.backlog import Backlog
from virtualcio.analysis.inventory.waiting_cost import WaitingCost
from virtualcio.analysis.review import due, snapshot_rows
from virtualcio.analysis.review.adoption import AdoptionState, adoption, adoption_of
from virtualcio.analysis.review.changes import Changes, changes
from virtualcio.analysis.review.outcomes import Outcome, outcome_of
from virtualcio.analysis.review.proposals import Proposal, proposals
from virtualcio.analysis.review.questions import OpenQuestion, open_questions
from virtualcio.analysis.review.slips import NOTHING_PLANNED, Planned, Slip, follow, slips_of
from virtualcio.analysis.review.snapshot import Figure, SnapshotRow, closed_reviews, figure_row, rows_of
from virtualcio.model import (
    RECORD_KINDS,
    AdoptionCount,
    Company,
    CouncilMeeting,
    Decision,
    Initiative,
    Kpi,
    OutcomeReview,
    Review,
    ReviewSnapshot,
    Setting,
    Task,
    Visit,
)
from virtualcio.model.company_data import CompanyData

_FROZEN = (Review, ReviewSnapshot)


@dataclass(frozen=True)
class Trail:
    """A closed review, and for when renewals were planned up to it. Its rows are read when asked for."""

    data: CompanyData
    review: Review
    planned: Planned

    @cached_property
    def rows(self) -> tuple[SnapshotRow, ...]:
        return rows_of(self.data, self.review)

    @cached_property
    def slips(self) -> Mapping[str, Slip]:
        return slips_of(self.planned)


@dataclass(frozen=True)
class _OverdueRows:
    """Rows of what is overdue, and what they were made from."""

    backlog: Backlog
    waiting: Sequence[WaitingCost]
    planned: Mapping[str, date]
    rows: tuple[SnapshotRow, ...]

    def made_from(
        self, backlog: Backlog, waiting: Sequence[WaitingCost], planned: Mapping[str, date]
    ) -> bool:
        return self.backlog is backlog and self.waiting is waiting and self.planned == planned


class ReviewResults(SpendingResults, ABC):
    """The review's part of `Results`."""

    @property
    @abstractmethod
    def findings(self) -> Sequence[Finding]:
        """Open findings of all checks, most urgent first: worked out last, as checks look at reviews too."""

    # --- reviews ----------------------------------------------------------------------------

    @property
    def reviews(self) -> Sequence[Review]:
        """Newest first."""
        return self.kept.whole("reviews", (Review,), lambda: due.newest_first(self.data))

    @property
    def closed_reviews(self) -> Sequence[Review]:
        """In the order in which they were closed."""
        return self.kept.whole("closed_reviews", (Review,), lambda: closed_reviews(self.data))

    @property
    def open_review(self) -> Review | None:
        """The one that was begun and is not closed."""
        return self.kept.whole("open_review", (Review,), lambda: due.open_review(self.data))

    @property
    def last_closed(self) -> Review | None:
        closed = self.closed_reviews
        return closed[-1] if closed else None

    @property
    def review_due(self) -> due.ReviewDue:
        """When the next review is due, and of which quarter."""
        return self.kept.whole("review_due", (Review,), lambda: due.review_due(self.data, self.today))

    def review_before(self, review: Review) -> Review | None:
        """The one that was closed before this one; of one that is not closed, the last one."""
        closed = list(self.closed_reviews)
        if review not in closed:
            return self.last_closed
        place = closed.index(review)
        return closed[place - 1] if place else None

    # --- snapshots and what is different ----------------------------------------------------

    @property
    def snapshot_now(self) -> tuple[SnapshotRow, ...]:
        """What would be frozen if a review were closed now."""
        return self.kept.whole("snapshot_now", RECORD_KINDS, lambda: tuple(self._snapshot_now()))

    def _snapshot_now(self) -> Iterator[SnapshotRow]:
        data, today = self.data, self.today
        yield from snapshot_rows.inventory_figures(data, self.backlog, today)
        yield from self._money_rows()
        yield from self._score_rows()
        states = self.kpi_states
        yield from snapshot_rows.kpi_figures(states.values())
        yield from snapshot_rows.work_figures(data, self.findings, today)
        yield from (snapshot_rows.kpi_row(kpi, states[kpi.id]) for kpi in data.all(Kpi))
        made = snapshot_rows.initiative_row
        yield from self.kept.each("initiative_rows", (Initiative,), (), made).values()
        yield from self._overdue_now

    @property
    def _overdue_now(self) -> tuple[SnapshotRow, ...]:
        """Made anew only if what is overdue or what waiting costs was worked out anew, or the plan of it is
        another one: an edit of an initiative seldom changes any of them, and there may be thousands.
        """
        backlog, waiting, planned = self.backlog, self.waiting_costs, self.remedied_on
        known = self.kept.whole("overdue_rows", (), list[_OverdueRows])
        if known and known[-1].made_from(backlog, waiting, planned):
            return known[-1].rows
        rows = tuple(snapshot_rows.overdue_rows(backlog.items, waiting, planned))
        known[:] = [_OverdueRows(backlog, waiting, planned, rows)]
        return rows

    def _score_rows(self) -> Iterator[SnapshotRow]:
        """The security score, once a question was answered."""
        score = self.security
        if score.answered:
            yield figure_row(Figure.SECURITY, score.points, score.possible)

    def _money_rows(self) -> Iterator[SnapshotRow]:
        """Assigned spending, and the budget of the fiscal year that holds today."""
        yield from snapshot_rows.spending_rows(self.spending)
        year = next(one for one in self.plan_years.years if one.holds(self.today))
        yield from snapshot_rows.budget_rows(self.year_figures(year.year), year)

    def snapshot_of(self, review: Review) -> tuple[SnapshotRow, ...]:
        """The frozen rows of a closed review; none while it is open."""
        return self._trails[review.id].rows if review.id in self._trails else ()

    def changes(self, before: Review | None = None, after: Review | None = None) -> Changes:
        """What is different in `after` (a closed review; None: now) against `before` (None: the closed one
        before it). Nothing, if there is none to compare with, or none whose figures were frozen.
        """
        if before is None:
            before = self.last_closed if after is None else self.review_before(after)
        compared = [one for one in (before, after) if one is not None]
        if before is None or not all(self.snapshot_of(one) for one in compared):
            return Changes()
        known = self.kept.whole("changes", RECORD_KINDS, dict[tuple[str, str], Changes])
        key = before.id, "" if after is None else after.id
        if key not in known:
            rows = self.snapshot_now if after is None else self.snapshot_of(after)
            put_off = self.slips if after is None else self._trails[after.id].slips
            known[key] = changes(self.snapshot_of(before), rows, put_off)
        return known[key]

    @property
    def slips(self) -> Mapping[str, Slip]:
        """What is overdue today and was put off, over all closed reviews and now; by key of the thing."""

        rows, last = self._overdue_now, self.last_closed
        known = self.kept.whole("slips", _FROZEN, list[tuple[tuple[SnapshotRow, ...], Mapping[str, Slip]]])
        if not known or known[-1][0] is not rows:
            before = NOTHING_PLANNED if last is None else self._trails[last.id].planned
            known[:] = [(rows, slips_of(follow(before, rows)))]
        return known[-1][1]

    @property
    def _trails(self) -> Mapping[str, Trail]:
        """Of each closed review, by its key."""
        return self.kept.whole("trails", _FROZEN, self._new_trails)

    def _new_trails(self) -> Mapping[str, Trail]:
        found: dict[str, Trail] = {}
        planned = NOTHING_PLANNED
        for review in self.closed_reviews:
            planned = follow(planned, self.data.where(ReviewSnapshot, "review_id", review.id))
            found[review.id] = Trail(self.data, review, planned)
        return found

    # --- decisions and tasks ------------------------------------------------------------------

    @property
    def proposals(self) -> Sequence[Proposal]:
        """At most three decisions that are worth taking now."""

        def made() -> Sequence[Proposal]:
            return proposals(self.data, self.findings, self.open_review, self.today)

        return self.kept.whole("proposals", RECORD_KINDS, made)

    @property
    def open_tasks(self) -> Sequence[Task]:
        """What is overdue first, what has no day last."""
        return self.kept.whole("open_tasks", (Task,), lambda: due.open_tasks(self.data))

    @property
    def overdue_tasks(self) -> Sequence[Task]:
        return [one for one in self.open_tasks if one.due_on is not None and one.due_on < self.today]

    @property
    def open_decisions(self) -> Sequence[Decision]:
        """Decided and not carried out, or deferred: what is overdue first, what has no day last."""
        return self.kept.whole("open_decisions", (Decision,), lambda: due.open_decisions(self.data))

    @property
    def overdue_decisions(self) -> Sequence[Decision]:
        """Not carried out in time, or deferred to a day that has come."""
        return [one for one in self.open_decisions if one.due_on is not None and one.due_on < self.today]

    @property
    def overdue_count(self) -> int:
        """Tasks and decisions whose day is over."""
        return len(self.overdue_tasks) + len(self.overdue_decisions)

    def open_questions(self, review: Review) -> Sequence[OpenQuestion]:
        """What would be left open if the review were closed now; of a closed one nothing is asked."""
        if review.closed_on is not None:
            return ()
        undecided = tuple(self.proposals) if review is self.open_review else ()
        return open_questions(self.data, review, self.kpi_states, undecided, self.today)

    # --- council, outcomes, use, external CIO ---------------------------------------------------

    @property
    def council_due(self) -> due.CouncilDue:
        days = self.assumptions.council_days
        return self.kept.whole(
            "council_due", (CouncilMeeting, Setting), lambda: due.council_due(self.data, self.today, days)
        )

    @property
    def outcomes_pending(self) -> Sequence[due.OutcomeDue]:
        """Of all finished initiatives that nobody has looked back at, also those whose day is to come."""
        kinds, days = (Initiative, OutcomeReview, Setting), self.assumptions.outcome_days
        return self.kept.whole("outcomes_pending", kinds, lambda: due.outcomes_pending(self.data, days))

    @property
    def outcomes_due(self) -> Sequence[due.OutcomeDue]:
        """Those whose day has come, the longest due first."""
        return tuple(one for one in self.outcomes_pending if one.due_on <= self.today)

    def outcome_of(self, initiative: Initiative) -> Outcome:
        """Promised against arrived, as written down, else as it stands today."""
        use = adoption_of(self.data, initiative, self.today)
        users = None if use is None else use.users
        return outcome_of(self.data, initiative, users, self._last_value, self.today)

    def _last_value(self, kpi: Kpi, day: date) -> Decimal | None:
        values = [point.value for point in self.kpi_series(kpi) if point.day <= day]
        return values[-1] if values else None

    @property
    def adoption(self) -> Sequence[AdoptionState]:
        """How far people have come, of each initiative with a count."""
        kinds = (AdoptionCount, Initiative)
        return self.kept.whole("adoption", kinds, lambda: adoption(self.data, self.today))

    @property
    def cio_days(self) -> due.CioDays | None:
        """Days of the external CIO; None if none are agreed."""
        return self.kept.whole("cio_days", (Visit, Company), lambda: due.cio_days(self.data, self.today))
