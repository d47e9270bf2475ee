"""The words for the members of each choice in reviews, decisions and trends. Message ids."""

from enum import StrEnum

from virtualcio.model.review import DecisionState, ReviewStation, Stance
from virtualcio.texts import mark

STATIONS: dict[StrEnum, str] = {
    ReviewStation.KPIS: mark("KPIs"),
    ReviewStation.ADOPTION: mark("Use"),
    ReviewStation.INITIATIVES: mark("Initiatives"),
    ReviewStation.RENEWALS: mark("Deferred renewals"),
    ReviewStation.SECURITY: mark("Security"),
    ReviewStation.BUDGET: mark("Budget"),
    ReviewStation.DECISIONS: mark("Decisions"),
}

DECISION_STATES: dict[StrEnum, str] = {
    DecisionState.PROPOSED: mark("Proposed"),
    DecisionState.DECIDED: mark("Decided"),
    DecisionState.DEFERRED: mark("Put off"),
    DecisionState.REJECTED: mark("Rejected"),
}

STANCES: dict[StrEnum, str] = {
    Stance.WAIT: mark("Wait"),
    Stance.TEST: mark("Try out"),
    Stance.INTRODUCE: mark("Introduce"),
}
