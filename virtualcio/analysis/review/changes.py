"""What is different between two snapshots: a closed review and another one, or a closed review and today.

Everything follows from the rows alone, so what is said about two closed reviews never changes.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.calendar_days import months_between
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.analysis.review.slips import Slip
from virtualcio.analysis.review.snapshot import Figure, SnapshotRow
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.review import SnapshotSubject

_LESS_IS_BETTER = frozenset(
    {
        Figure.BACKLOG,
        Figure.OVERDUE,
        Figure.KPIS_BEHIND,
        Figure.OPEN_FINDINGS,
        Figure.OPEN_TASKS,
        Figure.OVERDUE_TASKS,
        Figure.MANUAL_HANDOVERS,
        Figure.CUSTOM_CODE,
        Figure.SKIPPED_UPDATES,
    }
)
_MORE_IS_BETTER = frozenset({Figure.ASSIGNED_PERCENT, Figure.SECURITY, Figure.KPIS_ON_PLAN})
_STANDING = {KpiStatus.BEHIND.value: 0, KpiStatus.CLOSE.value: 1, KpiStatus.ON_PLAN.value: 2}
_OPEN = frozenset(state.value for state in InitiativeState if state.is_open)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A key figure before and after; `better` None if it is the same, not known, or neither good nor bad."""

    key: Figure
    name: str
    before: Decimal | None
    after: Decimal | None
    better: bool | None
    before_second: Decimal | None = None
    after_second: Decimal | None = None

    @property
    def difference(self) -> Decimal | None:
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True)
class Moved:
    """An initiative whose first or last day is another one; months are negative if it comes earlier.

    `start_months` None: it had no start before, or has none now.
    """

    initiative_id: str
    name: str
    start_before: date | None
    start_after: date | None
    end_before: date | None
    end_after: date | None
    start_months: int | None
    end_months: int | None

    @property
    def later(self) -> bool:
        """It ends later than it should have, or is off the roadmap."""
        if self.end_before is None or self.end_after is None:
            return self.end_before is not None
        return self.end_after > self.end_before


@dataclass(frozen=True)
class CostChange:
    """An initiative whose one-off cost is another one, net."""

    initiative_id: str
    name: str
    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True)
class Named:
    """A thing by its key, with the name it had and its money (None: not known)."""

    key: str
    name: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class KpiChange:
    """A KPI whose status is another one. `better` None if one of the two says neither good nor bad."""

    kpi_id: str
    name: str
    before: str  # value of a `KpiStatus`
    after: str
    value_before: Decimal | None
    value_after: Decimal | None
    better: bool | None


@dataclass(frozen=True)
class Changes:
    """All differences. `dropped` holds deleted initiatives too, `renewed` all that is no longer overdue:
    replaced, updated, retired, deleted.
    """

    figures: tuple[FigureChange, ...] = ()
    moved: tuple[Moved, ...] = ()
    dearer: tuple[CostChange, ...] = ()
    cheaper: tuple[CostChange, ...] = ()
    dropped: tuple[Named, ...] = ()
    new: tuple[Named, ...] = ()
    done: tuple[Named, ...] = ()
    newly_overdue: tuple[Named, ...] = ()
    renewed: tuple[Named, ...] = ()
    slipped: tuple[Slip, ...] = ()
    kpis: tuple[KpiChange, ...] = ()

    @property
    def nothing(self) -> bool:
        """Not even a figure is another one."""
        same = all((one.before, one.before_second) == (one.after, one.after_second) for one in self.figures)
        return same and self == Changes(figures=self.figures)


Rows = Mapping[str, SnapshotRow]


def changes(
    before: Iterable[SnapshotRow], after: Iterable[SnapshotRow], slipped: Mapping[str, Slip]
) -> Changes:
    """What is different after; `slipped` is what was put off up to the later snapshot (`slips`)."""
    old, new = _by_subject(before), _by_subject(after)
    initiatives = old[SnapshotSubject.INITIATIVE], new[SnapshotSubject.INITIATIVE]
    overdue = old[SnapshotSubject.OVERDUE], new[SnapshotSubject.OVERDUE]
    costs = _costs(*initiatives)
    return Changes(
        figures=_figures(old[SnapshotSubject.FIGURE], new[SnapshotSubject.FIGURE]),
        moved=_moved(*initiatives),
        dearer=tuple(one for one in costs if one.difference > 0),
        cheaper=tuple(one for one in reversed(costs) if one.difference < 0),
        dropped=_dropped(*initiatives),
        new=_only_in(initiatives[1], initiatives[0], lambda row: row.state in _OPEN),
        done=_became(InitiativeState.DONE, *initiatives),
        newly_overdue=_only_in(overdue[1], overdue[0]),
        renewed=_only_in(overdue[0], overdue[1]),
        slipped=_slipped(*overdue, slipped),
        kpis=_kpis(old[SnapshotSubject.KPI], new[SnapshotSubject.KPI]),
    )


def _by_subject(rows: Iterable[SnapshotRow]) -> Mapping[SnapshotSubject, Rows]:
    found: dict[SnapshotSubject, dict[str, SnapshotRow]] = {subject: {} for subject in SnapshotSubject}
    for row in rows:
        found[row.subject][row.subject_key] = row
    return found


def _figures(old: Rows, new: Rows) -> tuple[FigureChange, ...]:
    """In their order; one that neither snapshot has is left out."""
    return tuple(
        _figure(figure, old.get(figure.value), new.get(figure.value))
        for figure in Figure
        if figure.value in old or figure.value in new
    )


def _figure(figure: Figure, old: SnapshotRow | None, new: SnapshotRow | None) -> FigureChange:
    before, after = (None if row is None else row.amount for row in (old, new))
    better = None
    if before is not None and after is not None and before != after:
        if figure in _LESS_IS_BETTER:
            better = after < before
        elif figure in _MORE_IS_BETTER:
            better = after > before
    seconds = (None if row is None else row.second for row in (old, new))
    return FigureChange(figure, figure.value, before, after, better, *seconds)


def _moved(old: Rows, new: Rows) -> tuple[Moved, ...]:
    """Open ones only, those that come later first; what was never on the roadmap before has not moved."""
    found = []
    for key, row in new.items():
        known = old.get(key)
        if known is None or known.first_on is None or row.state not in _OPEN:
            continue
        if (known.first_on, known.last_on) == (row.first_on, row.last_on):
            continue
        months = (
            None if first is None or second is None else months_between(first, second)
            for first, second in ((known.first_on, row.first_on), (known.last_on, row.last_on))
        )
        found.append(Moved(key, row.name, known.first_on, row.first_on, known.last_on, row.last_on, *months))
    return tuple(sorted(found, key=lambda one: (not one.later, -abs(one.end_months or 0), one.name)))


def _costs(old: Rows, new: Rows) -> list[CostChange]:
    """Largest increase first; one that had no cost or has none now is not counted as dearer or cheaper."""
    found = [
        CostChange(key, row.name, known.amount, row.amount)
        for key, row in new.items()
        if (known := old.get(key)) is not None
        and known.amount is not None
        and row.amount is not None
        and known.amount != row.amount
        and row.state != InitiativeState.DROPPED.value
    ]
    return sorted(found, key=lambda one: (-one.difference, one.name))


def _dropped(old: Rows, new: Rows) -> tuple[Named, ...]:
    gone = [row for key, row in old.items() if key not in new and row.state in _OPEN]
    return _named((*_rows_that_became(InitiativeState.DROPPED, old, new), *gone))


def _became(state: InitiativeState, old: Rows, new: Rows) -> tuple[Named, ...]:
    return _named(_rows_that_became(state, old, new))


def _rows_that_became(state: InitiativeState, old: Rows, new: Rows) -> list[SnapshotRow]:
    """Of a new one that ended within the time too."""
    before = {key for key, row in old.items() if row.state == state.value}
    return [row for key, row in new.items() if row.state == state.value and key not in before]


def _only_in(
    rows: Rows, others: Rows, wanted: Callable[[SnapshotRow], bool] = lambda _row: True
) -> tuple[Named, ...]:
    return _named(row for key, row in rows.items() if key not in others and wanted(row))


def _named(rows: Iterable[SnapshotRow]) -> tuple[Named, ...]:
    """Dearest first."""
    found = [Named(row.subject_key, row.name, row.amount) for row in rows]
    return tuple(sorted(found, key=lambda one: (-(one.amount or 0), one.name, one.key)))


def _slipped(old: Rows, new: Rows, slipped: Mapping[str, Slip]) -> tuple[Slip, ...]:
    """Put off between these two; how often in all is what `slipped` knows. Most often first."""
    found = [
        slipped[key]
        for key, row in new.items()
        if key in slipped
        and (known := old.get(key)) is not None
        and known.last_on is not None
        and (row.last_on is None or row.last_on > known.last_on)
    ]
    return tuple(sorted(found, key=lambda one: (-one.times, -one.days, one.name)))


def _kpis(old: Rows, new: Rows) -> tuple[KpiChange, ...]:
    """Those whose status changed, the ones that became worse first."""
    found = []
    for key, row in new.items():
        known = old.get(key)
        if known is None or known.state == row.state:
            continue
        before, after = _STANDING.get(known.state), _STANDING.get(row.state)
        better = None if before is None or after is None else after > before
        found.append(KpiChange(key, row.name, known.state, row.state, known.amount, row.amount, better))
    return tuple(sorted(found, key=lambda one: ({False: 0, True: 1, None: 2}[one.better], one.name)))
