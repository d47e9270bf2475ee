"""Budget, reviews and daily operation of the big company: three years of books and of steering.

1,000 typed lines, 40 accounts with 36 months of actual costs, 2 closed reviews that froze everything there
is, 200 tasks, 60 meetings of the council, and answers, counts, incidents and confirmations in proportion.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.calendar_days import add_months, period_end
from virtualcio.analysis.review.snapshot import SnapshotRow, frozen
from virtualcio.model import (
    Account,
    ActualCost,
    AdoptionCount,
    Application,
    BudgetLine,
    Company,
    ConfirmedAssignment,
    Contract,
    CouncilMeeting,
    CouncilPerson,
    Decision,
    Department,
    Goal,
    Incident,
    Initiative,
    Person,
    Process,
    Record,
    Review,
    ReviewNote,
    ReviewPerson,
    SecurityAnswer,
    Supplier,
    Task,
)
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.operations import SecurityReply
from virtualcio.model.review import ReviewStation, SnapshotSubject
from virtualcio.store.workspace import Workspace

T = TypeVar("T")
R = TypeVar("R", bound=Record)
ACCOUNTS, MONTHS, REVIEWS, MEETINGS, QUESTIONS = 40, 36, 2, 60, 27
_PERIODS = (PaymentPeriod.ONCE, PaymentPeriod.MONTH, PaymentPeriod.QUARTER, PaymentPeriod.YEAR)


class BigSteering:
    """Makes the records from a random source of its own; what they refer to is among `others`.

    `again` makes the same records once more: they are opened as a company, whose figures reviews have frozen.
    """

    def __init__(
        self,
        others: Sequence[Record],
        again: Callable[[], Iterable[Record]],
        lines: int,
        tasks: int,
        today: date,
    ) -> None:
        self._others, self._again, self._today = others, again, today
        self._lines, self._tasks = lines, tasks
        self._random = random.Random(3)
        self._number = 0

    def records(self) -> Iterator[Record]:
        """What others refer to first."""
        yield from self._money()
        reviews = [self._review(n) for n in range(REVIEWS)]
        meetings = [
            CouncilMeeting(
                id=self._key(), held_on=add_months(self._today, -n), topic=f"Runde {n}",
                agenda="Anfragen, Vorhaben, Budget", minutes="Alle Anfragen besprochen. " * 12,
            )
            for n in range(1, MEETINGS + 1)
        ]  # fmt: skip
        yield from reviews
        yield from meetings
        yield from self._people(reviews, meetings)
        yield from self._frozen(reviews)
        yield from self._work(reviews, meetings)
        yield from self._operation()

    def _key(self) -> str:
        self._number += 1
        return f"c{self._number:031x}"

    def _one(self, of: Sequence[T]) -> T:
        return of[self._random.randrange(len(of))]

    def _of_kind(self, kind: type[R]) -> list[R]:
        return [one for one in self._others if isinstance(one, kind)]

    def _amount(self, most: int) -> Decimal:
        return Decimal(self._random.randrange(5_000, most * 100)).scaleb(-2)

    def _money(self) -> Iterator[Record]:
        people, suppliers = self._of_kind(Person), self._of_kind(Supplier)
        goals, processes = self._of_kind(Goal), self._of_kind(Process)
        for n in range(self._lines):
            purpose = self._one((Purpose.GOAL, Purpose.OPERATION, Purpose.OPERATION, None))
            first = add_months(self._today.replace(day=1), self._random.randrange(-36, 36))
            yield BudgetLine(
                id=self._key(), name=f"Position {n:04}", category=self._one(tuple(BudgetCategory)),
                kind=self._one(tuple(CostKind)), amount=self._amount(6_000) if n % 25 else None,
                period=self._one(_PERIODS), first_on=first, useful_life_years=3,
                last_on=add_months(first, 48) if n % 3 else None,
                price_increase_percent=Decimal(3) if n % 4 == 0 else None,
                owner_id=self._one(people).id, supplier_id=self._one(suppliers).id, purpose=purpose,
                goal_id=self._one(goals).id if purpose is Purpose.GOAL else None,
                process_id=self._one(processes).id, cost_centre=f"{n % 30:03}",
            )  # fmt: skip
        for n in range(ACCOUNTS):
            account = Account(
                id=self._key(), number=f"{4800 + n}", name=f"Konto {n}",
                category=self._one(tuple(BudgetCategory)),
            )  # fmt: skip
            yield account
            for month in range(1, MONTHS + 1):
                first = add_months(self._today.replace(day=1), -month)
                yield ActualCost(
                    id=self._key(), account_id=account.id, first_on=first, last_on=period_end(first, 1),
                    amount=self._amount(20_000),
                )  # fmt: skip

    def _review(self, n: int) -> Review:
        """The newest first; the quarter before today's is the newest that is closed."""
        quarter = add_months(date(self._today.year, (self._today.month - 1) // 3 * 3 + 1, 1), -3 * (n + 1))
        day = period_end(quarter, 3) - timedelta(days=9)
        return Review(
            id=self._key(), name=f"Q{(quarter.month + 2) // 3} {quarter.year}", quarter_start=quarter,
            held_on=day, closed_on=day, station=ReviewStation.DECISIONS, summary="Im Plan.",
        )  # fmt: skip

    def _people(self, reviews: Sequence[Review], meetings: Sequence[CouncilMeeting]) -> Iterator[Record]:
        people = self._of_kind(Person)
        for review in reviews:
            for person in people[:6]:
                yield ReviewPerson(id=self._key(), review_id=review.id, person_id=person.id)
            for station in ReviewStation:
                yield ReviewNote(
                    id=self._key(), review_id=review.id, station=station, text="Besprochen. " * 8
                )
        for meeting in meetings:
            for person in people[:10]:
                yield CouncilPerson(id=self._key(), meeting_id=meeting.id, person_id=person.id)

    def _frozen(self, reviews: Sequence[Review]) -> Iterator[Record]:
        """What would be frozen today, with what was otherwise in each quarter before."""
        company, *rest = self._again()
        assert isinstance(company, Company)
        open_one = OpenCompany(Workspace.create(None, company, records=rest), self._today)
        rows = open_one.results.snapshot_now
        open_one.close()
        for back, review in enumerate(reviews, start=1):
            earlier = [self._earlier(row, back) for row in rows if self._random.random() > 0.05]
            for row in frozen(review.id, earlier):
                row.id = self._key()
                yield row

    def _earlier(self, row: SnapshotRow, quarters: int) -> SnapshotRow:
        if row.subject is SnapshotSubject.INITIATIVE and row.first_on and row.last_on:
            months = -(self._random.random() < 0.3) * quarters
            return replace(
                row, first_on=add_months(row.first_on, months), last_on=add_months(row.last_on, months)
            )
        if row.amount is None:
            return row
        change = Decimal(self._random.randrange(-4, 5)) * quarters
        return replace(row, amount=row.amount + change)

    def _work(self, reviews: Sequence[Review], meetings: Sequence[CouncilMeeting]) -> Iterator[Record]:
        people, initiatives = self._of_kind(Person), self._of_kind(Initiative)
        for n in range(MEETINGS):
            review = reviews[n % len(reviews)]
            yield Decision(
                id=self._key(), name=f"Beschluss {n}", review_id=review.id, decided_on=review.held_on,
                owner_id=self._one(people).id, amount=self._amount(40_000),
                due_on=self._today + timedelta(days=self._random.randrange(-400, 90)),
                done_on=self._today if n % 3 else None, initiative_id=self._one(initiatives).id,
            )  # fmt: skip
        for n in range(self._tasks):
            due_on = self._today + timedelta(days=self._random.randrange(-900, 120))
            yield Task(
                id=self._key(), name=f"Aufgabe {n}", owner_id=self._one(people).id, due_on=due_on,
                done_on=due_on if n % 4 else None, meeting_id=self._one(meetings).id,
            )  # fmt: skip

    def _operation(self) -> Iterator[Record]:
        """Answers of every year, counts of use, incidents, confirmations."""
        applications, departments = self._of_kind(Application), self._of_kind(Department)
        for year in range(3):
            for question in range(1, QUESTIONS + 1):
                yield SecurityAnswer(
                    id=self._key(), question=question, answered_on=add_months(self._today, -12 * year),
                    reply=self._one(tuple(SecurityReply)),
                )  # fmt: skip
        for n in range(120):
            people = self._random.randrange(5, 60)
            yield AdoptionCount(
                id=self._key(), counted_on=add_months(self._today, -(n % 12)), people=people,
                initiative_id=self._of_kind(Initiative)[n % 10].id, department_id=departments[n % 30].id,
                knowing=people, wanting=people - 1, able=people - 2, users=people - 3, keeping=people - 4,
            )  # fmt: skip
        for n in range(200):
            yield Incident(
                id=self._key(), name=f"Störung {n}", application_id=self._one(applications).id,
                started_on=self._today - timedelta(days=n * 5), outage_hours=Decimal(n % 9),
                ended_on=self._today - timedelta(days=n * 5), cost=self._amount(4_000),
            )  # fmt: skip
        for contract in self._of_kind(Contract)[::2]:
            yield ConfirmedAssignment(
                id=self._key(), subject=contract.id,
                confirmed_on=self._today - timedelta(days=self._random.randrange(300)),
            )  # fmt: skip
