"""A row of every kind that goals, priorities and roadmap are made of, linked to the example company."""

from datetime import date
from decimal import Decimal

from virtualcio.model import (
    Application,
    Asset,
    CanvasNote,
    CanvasNoteApplication,
    CanvasNoteGoal,
    CanvasNoteProcess,
    Capability,
    DataDomain,
    Demand,
    Department,
    Goal,
    GoalCapability,
    GoalDepartment,
    GoalProcess,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeCapability,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeKpi,
    InitiativeObligation,
    InitiativeProcess,
    InitiativeRisk,
    Kpi,
    KpiMilestone,
    MaturityRating,
    Measurement,
    Obligation,
    PoolException,
    Process,
    Record,
    ResourcePool,
    Risk,
    RiskApplication,
    RiskAsset,
    RiskProcess,
)
from virtualcio.model.goals import CanvasField, MaturityDimension


def plan_rows(
    department: Department, process: Process, server: Asset, application: Application
) -> list[Record]:
    """One of each kind, two initiatives of which one needs the other."""
    goal = Goal(name="Mehr Umsatz", weight=Decimal("62.50"), target_on=date(2027, 12, 31))
    kpi = Kpi(name="Angebotsdurchlaufzeit", goal_id=goal.id, unit="Tage", baseline=Decimal("9.2"))
    capability = Capability(name="CRM", application_id=application.id)
    note = CanvasNote(field=CanvasField.VALUE, text="Treppen in acht Wochen")
    risk = Risk(name="Server fällt aus", likelihood=4, impact=5, loss_high=Decimal("45000.00"))
    obligation = Obligation(name="E-Rechnung", due_on=date(2027, 1, 1))
    pool = ResourcePool(name="Interne IT", days_per_month=Decimal("12.50"), day_rate=Decimal("480.00"))
    move = Initiative(name="ERP in die Cloud", one_off_cost=Decimal("46000.00"), start=date(2027, 1, 1))
    portal = Initiative(name="Kundenportal", months=5)
    return [
        goal,
        GoalDepartment(goal_id=goal.id, department_id=department.id),
        GoalProcess(goal_id=goal.id, process_id=process.id),
        kpi,
        KpiMilestone(kpi_id=kpi.id, day=date(2026, 12, 31), value=Decimal(7)),
        Measurement(kpi_id=kpi.id, day=date(2026, 3, 31), value=Decimal("8.123456")),
        capability,
        GoalCapability(goal_id=goal.id, capability_id=capability.id),
        MaturityRating(department_id=department.id, dimension=MaturityDimension.TEAM, today=2, wanted=4),
        note,
        CanvasNoteGoal(note_id=note.id, goal_id=goal.id),
        CanvasNoteProcess(note_id=note.id, process_id=process.id),
        CanvasNoteApplication(note_id=note.id, application_id=application.id),
        risk,
        RiskProcess(risk_id=risk.id, process_id=process.id),
        RiskAsset(risk_id=risk.id, asset_id=server.id),
        RiskApplication(risk_id=risk.id, application_id=application.id),
        obligation,
        DataDomain(name="Kundenstamm", quality=2, application_id=application.id),
        Demand(name="Kundenportal", department_id=department.id, initiative_id=portal.id),
        move,
        portal,
        InitiativeGoal(initiative_id=portal.id, goal_id=goal.id, strength=3),
        InitiativeKpi(initiative_id=portal.id, kpi_id=kpi.id),
        InitiativeEffort(initiative_id=portal.id, pool_id=pool.id, days=Decimal("60.00")),
        InitiativeRisk(initiative_id=move.id, risk_id=risk.id, share=50),
        InitiativeDependency(initiative_id=portal.id, prerequisite_id=move.id, lag_months=1),
        InitiativeObligation(initiative_id=move.id, obligation_id=obligation.id),
        InitiativeAsset(initiative_id=move.id, asset_id=server.id),
        InitiativeApplication(initiative_id=move.id, application_id=application.id),
        InitiativeCapability(initiative_id=portal.id, capability_id=capability.id),
        InitiativeProcess(initiative_id=portal.id, process_id=process.id),
        pool,
        PoolException(pool_id=pool.id, first_month=date(2027, 8, 1), last_month=date(2027, 8, 31)),
    ]
