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
    CaseInput,
    ConfirmedAssignment,
    Contract,
    ContractProcess,
    CouncilMeeting,
    CouncilPerson,
    Decision,
    Department,
    Disposal,
    Goal,
    Incident,
    Initiative,
    Kpi,
    NinetyDayPlan,
    OutcomeKpi,
    OutcomeReview,
    Person,
    Process,
    Product,
    ProductApplication,
    ProductInitiative,
    ProductProcess,
    Record,
    Review,
    ReviewNote,
    ReviewPerson,
    ReviewSnapshot,
    SecurityAnswer,
    TalkAnswer,
    Task,
    TaxYear,
    Team,
    TeamMember,
    Trend,
    Visit,
    WorkOrder,
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
    product = Product(name="Kundenportal", owner_id=person, since=date(2027, 6, 1))
    team = Team(name="Team Portal", product_id=product.id, decision_limit=Decimal("5000.00"))
    plan = NinetyDayPlan(name="Erste 90 Tage", starts_on=date(2026, 12, 1), owner_id=person)
    return [
        product,
        ProductInitiative(product_id=product.id, initiative_id=initiative),
        ProductApplication(product_id=product.id, application_id=_linked(others, Application)),
        ProductProcess(product_id=product.id, process_id=process),
        team,
        TeamMember(team_id=team.id, person_id=person, days_per_month=Decimal("2.50")),
        plan,
        Task(name="Verträge sichten", due_on=date(2026, 12, 31), plan_id=plan.id, kpi_id=kpi),
        WorkOrder(name="Portal aufsetzen", initiative_id=initiative, amount=Decimal("9800.00")),
        CaseInput(name="Weniger Rückfragen", initiative_id=initiative, expected=Decimal("6400.00")),
        Disposal(disposed_on=date(2026, 8, 20), asset_id=_linked(others, Asset), proceeds=Decimal("300.00")),
        TaxYear(year=2026),
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
            listed_company="Brandt GmbH",
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
