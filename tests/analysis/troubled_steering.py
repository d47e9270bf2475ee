"""A company whose budget, reviews and operation give every check about them something to find."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from tests.analysis.budget_records import account, booked, contract, typed
from virtualcio.model import (
    AdoptionCount,
    Asset,
    ConfirmedAssignment,
    CouncilMeeting,
    Decision,
    Department,
    Incident,
    Initiative,
    Obligation,
    Process,
    Record,
    Review,
    ReviewSnapshot,
    SecurityAnswer,
    Task,
)
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.duties import Applies
from virtualcio.model.expense import BudgetCategory, Purpose
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import AssetCategory
from virtualcio.model.operations import SecurityReply
from virtualcio.model.review import SnapshotSubject


def _budget() -> list[Record]:
    """In 2026 15,000 € are planned for telecom and 30,000 € are booked; one account rests since June."""
    lines = account("4920", BudgetCategory.TELECOM)
    resting = account("4925", BudgetCategory.TELECOM)
    planned = typed("Leitungen", "1250", date(2026, 1, 1), category=BudgetCategory.TELECOM)
    quarters = [(date(2025, 10, 1), date(2025, 12, 31)), (date(2026, 1, 1), date(2026, 3, 31)),
                (date(2026, 4, 1), date(2026, 6, 30))]  # fmt: skip
    duty = Obligation(name="AVV", applies=Applies.YES)
    process = Process(name="Auftrag")
    old = typed(
        "Prüfung", "2000", date(2027, 5, 1), period=PaymentPeriod.ONCE, purpose=Purpose.DUTY,
        obligation_id=duty.id, process_id=process.id,
    )  # fmt: skip
    return [
        lines, resting, planned, duty, process, old,
        Asset(name="Zutritt", purchase_date=date(2025, 2, 1), cost=Decimal(6800)),
        typed("Ohne Betrag", None, date(2026, 1, 1)), typed("Später", "900", date(2035, 1, 1)),
        ConfirmedAssignment(subject=old.id, confirmed_on=date(2026, 1, 10)),
        booked(lines, "30000", date(2026, 1, 1), date(2026, 9, 30)),
        booked(lines, "600", date(2025, 12, 1), date(2026, 1, 31)),
        booked(lines, "-40", date(2026, 7, 1), date(2026, 7, 31)),
        booked(lines, "80", date(2026, 10, 1), date(2026, 10, 31), listed_company="Fremd AG"),
        booked(lines, "70", date(2019, 1, 1), date(2019, 12, 31)),
        *(booked(resting, "100", first, last) for first, last in quarters),
    ]  # fmt: skip


def put_off(thing: Asset, *planned_on: date) -> Sequence[Record]:
    """Closed reviews of the quarters before this one, in which `thing` was overdue and planned for a day."""
    found: list[Record] = []
    for back, day in enumerate(reversed(planned_on), 1):
        quarter = date(2026, 10 - 3 * back, 1)
        closed = date(2026, 12 - 3 * back, 20)
        review = Review(
            name=f"Q{4 - back} 2026", quarter_start=quarter, held_on=closed, closed_on=closed,
            open_questions="Wer zahlt?",
        )  # fmt: skip
        row = ReviewSnapshot(
            review_id=review.id, subject=SnapshotSubject.OVERDUE, subject_key=thing.id, name=thing.name,
            last_on=day,
        )  # fmt: skip
        found = [review, row, *found]
    return found


def _review() -> list[Record]:
    nas = Asset(name="N", category=AssetCategory.NAS, support_end=date(2025, 6, 30))
    done = Initiative(
        name="Fertig", state=InitiativeState.DONE, finished_on=date(2026, 6, 1), promised_users=9
    )
    return [
        nas, *put_off(nas, date(2026, 8, 1), date(2026, 11, 1)), done,
        Review(name="Q4 2026", quarter_start=date(2026, 10, 1), planned_on=date(2026, 12, 9)),
        CouncilMeeting(held_on=date(2026, 10, 1)), Department(name="Lager"),
        Task(name="Anrufen", due_on=date(2026, 11, 1)), Decision(name="Kaufen", due_on=date(2026, 11, 1)),
        Task(name="Später", done_on=date(2026, 11, 23)),
        AdoptionCount(counted_on=date(2026, 9, 1), initiative_id=done.id, people=9, users=4),
    ]  # fmt: skip


def troubled_steering() -> list[Record]:
    """Something for every check about budget, review and operation."""
    return [
        *_budget(), *_review(),
        Initiative(name="Groß", one_off_cost=Decimal("30000.00")),
        contract("Ohne Zweck", "500", date(2026, 1, 1)),
        Incident(name="Diebstahl", noticed_on=date(2026, 11, 21), personal_data=True),
        SecurityAnswer(question=1, answered_on=date(2026, 11, 1), reply=SecurityReply.NO),
    ]  # fmt: skip
