"""The key figures of a quarterly review as rows: taken from the results of a day, and read back from a closed
review (rules.md section 6). A row is all that a later comparison needs, as the thing may be gone by then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from virtualcio.model import Review, ReviewSnapshot
from virtualcio.model.company_data import CompanyData
from virtualcio.model.review import SnapshotSubject


class Figure(StrEnum):
    """The key figures, in the order in which they are shown. In brackets what `second` holds."""

    BACKLOG = "backlog"  # euros [of it without security updates]
    OVERDUE = "overdue"  # things
    ASSIGNED_PERCENT = "assigned_percent"  # of larger expenses [of it fresh, in percent of all]
    BUDGET = "budget"  # forecast of the fiscal year, euros [plan]
    SECURITY = "security"  # points [possible ones]
    KPIS_ON_PLAN = "kpis_on_plan"
    KPIS_BEHIND = "kpis_behind"
    OPEN_FINDINGS = "open_findings"  # [of it to act on]
    OPEN_TASKS = "open_tasks"
    OVERDUE_TASKS = "overdue_tasks"
    # technical debt
    MANUAL_HANDOVERS = "manual_handovers"
    CUSTOM_CODE = "custom_code"  # applications programmed for this company alone
    SKIPPED_UPDATES = "skipped_updates"  # overdue, though a free update would do


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """One thing as it stands or stood; what the values mean: see `ReviewSnapshot`."""

    subject: SnapshotSubject
    subject_key: str
    name: str = ""
    state: str = ""
    amount: Decimal | None = None
    second: Decimal | None = None
    first_on: date | None = None
    last_on: date | None = None


_ORDER = {subject: place for place, subject in enumerate(SnapshotSubject)}


def figure_row(
    figure: Figure, amount: Decimal | int | None, second: Decimal | int | None = None
) -> SnapshotRow:
    """A key figure; None where there is nothing it could be worked out from."""
    return SnapshotRow(SnapshotSubject.FIGURE, figure.value, amount=_decimal(amount), second=_decimal(second))


def _decimal(value: Decimal | int | None) -> Decimal | None:
    return Decimal(value) if isinstance(value, int) else value


def closed_reviews(data: CompanyData) -> tuple[Review, ...]:
    """In the order in which they were closed."""
    closed = [
        (review.closed_on, review.quarter_start, review.id, review)
        for review in data.all(Review)
        if review.closed_on is not None
    ]
    return tuple(review for *_order, review in sorted(closed, key=lambda one: one[:3]))


def rows_of(data: CompanyData, review: Review) -> tuple[SnapshotRow, ...]:
    """The frozen rows of a closed review by subject and name; none while it is open."""
    rows = (_read(row) for row in data.where(ReviewSnapshot, "review_id", review.id))
    return tuple(sorted(rows, key=lambda row: (_ORDER[row.subject], row.name, row.subject_key)))


def _read(row: ReviewSnapshot) -> SnapshotRow:
    return SnapshotRow(
        row.subject, row.subject_key, row.name, row.state, row.amount, row.second, row.first_on, row.last_on
    )


def frozen(review_id: str, rows: Iterable[SnapshotRow]) -> tuple[ReviewSnapshot, ...]:
    """The records that keep these rows."""
    return tuple(
        ReviewSnapshot(
            review_id=review_id,
            subject=row.subject,
            subject_key=row.subject_key,
            name=row.name,
            state=row.state,
            amount=row.amount,
            second=row.second,
            first_on=row.first_on,
            last_on=row.last_on,
        )
        for row in rows
    )
