"""A row of every kind that budget, review and daily operation are made of, linked to the example company."""

from datetime import date
from decimal import Decimal

from virtualcio.model import (
    Account,
    ActualCost,
    AdoptionCount,
    Application,
    Asset,
    BudgetLine,
    ConfirmedAssignment,
    Contract,
    ContractProcess,
    CouncilMeeting,
    CouncilPerson,
    Decision,
    Department,
    Goal,
    Incident,
    Initiative,
    Kpi,
    OutcomeKpi,
    OutcomeReview,
    Person,
    Process,
    Record,
    Review,
    ReviewNote,
    ReviewPerson,
    ReviewSnapshot,
    SecurityAnswer,
    TalkAnswer,
    Task,
    Trend,
    Visit,
)
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.operations import SecurityReply
from virtualcio.model.review import ReviewStation, SnapshotSubject, Stance


def _linked(records: list[Record], kind: type[Record], at: int = 0) -> str:
    return [one.id for one in records if isinstance(one, kind)][at]


def steering_rows(others: list[Record]) -> list[Record]:
    """One of each kind, linked to the first of what is there."""
    person, goal, kpi = _linked(others, Person), _linked(others, Goal), _linked(others, Kpi)
    initiative, department = _linked(others, Initiative), _linked(others, Department)
    contract, process = _linked(others, Contract), _linked(others, Process)
    for one in others:
        if isinstance(one, Contract):
            one.category, one.purpose, one.goal_id = BudgetCategory.SOFTWARE, Purpose.GOAL, goal
        elif isinstance(one, Department):
            one.liaison_id = person
    account = Account(number="4806", name="Wartung", category=BudgetCategory.SERVICES)
    review = Review(name="Q3 2026", quarter_start=date(2026, 7, 1), closed_on=date(2026, 9, 18))
    meeting = CouncilMeeting(held_on=date(2026, 10, 8), topic="Telefonie", minutes="Alle dafür.")
    decision = Decision(name="Telefonie ersetzen", review_id=review.id, amount=Decimal("14200.00"))
    outcome = OutcomeReview(initiative_id=initiative, planned_cost=Decimal("4800.00"))
    return [
        BudgetLine(
            name="Schulung ERP",
            category=BudgetCategory.TRAINING,
            kind=CostKind.OPEX,
            amount=Decimal("1234.56"),
            first_on=date(2027, 3, 1),
            price_increase_percent=Decimal("2.50"),
            purpose=Purpose.GOAL,
            goal_id=goal,
            initiative_id=initiative,
            application_id=_linked(others, Application),
            asset_id=_linked(others, Asset),
        ),
        account,
        ActualCost(
            account_id=account.id,
            first_on=date(2026, 1, 1),
            last_on=date(2026, 10, 31),
            amount=Decimal("14593.27"),
        ),
        ConfirmedAssignment(subject=contract, confirmed_on=date(2026, 9, 18), review_id=review.id),
        ContractProcess(contract_id=contract, process_id=process),
        Incident(name="Server steht", started_on=date(2026, 5, 4), outage_hours=Decimal("6.50")),
        SecurityAnswer(question=1, answered_on=date(2026, 8, 3), reply=SecurityReply.PARTLY),
        TalkAnswer(question="hurts", answer="Das ERP steht oft", made="p1 g1", answered_on=date(2026, 2, 2)),
        review,
        ReviewPerson(review_id=review.id, person_id=person),
        ReviewNote(review_id=review.id, station=ReviewStation.BUDGET, text="Im Plan."),
        ReviewSnapshot(
            review_id=review.id,
            subject=SnapshotSubject.KPI,
            subject_key=kpi,
            name="Angebotsdurchlaufzeit",
            amount=Decimal("6.1"),
            last_on=date(2027, 12, 31),
        ),
        meeting,
        CouncilPerson(meeting_id=meeting.id, person_id=person),
        decision,
        Task(name="Angebote holen", owner_id=person, due_on=date(2026, 10, 31), decision_id=decision.id),
        outcome,
        OutcomeKpi(outcome_id=outcome.id, kpi_id=kpi, promised=Decimal(4), arrived=Decimal("5.25")),
        AdoptionCount(
            initiative_id=initiative,
            department_id=department,
            counted_on=date(2026, 9, 1),
            people=12,
            users=7,
        ),
        Trend(name="KI im Angebot", stance=Stance.TEST, goal_id=goal),
        Visit(held_on=date(2026, 11, 3), days=Decimal("0.50"), topic="Review vorbereiten"),
    ]
