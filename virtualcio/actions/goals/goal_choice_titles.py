"""The words for the members of each choice in goals and KPIs. Message ids: translated when shown."""

from enum import StrEnum

from virtualcio.model.company import WayOfWorking
from virtualcio.model.goals import (
    Aggregation,
    Better,
    Cadence,
    CanvasField,
    CapabilityKind,
    CapabilityRating,
    KpiLevel,
    KpiSource,
    MaturityDimension,
    TargetKind,
)
from virtualcio.texts import mark

TARGET_KINDS: dict[StrEnum, str] = {
    TargetKind.REACH: mark("Reach a value"),
    TargetKind.HOLD: mark("Hold a value"),
    TargetKind.BAND: mark("Stay between two values"),
}

BETTER: dict[StrEnum, str] = {
    Better.HIGHER: mark("Higher is better"),
    Better.LOWER: mark("Lower is better"),
}

LEVELS: dict[StrEnum, str] = {
    KpiLevel.STRATEGIC: mark("Strategic"),
    KpiLevel.OPERATIONAL: mark("IT operations"),
    KpiLevel.USER: mark("Staff and users"),
    KpiLevel.BUSINESS: mark("Business"),
}

CADENCES: dict[StrEnum, str] = {
    Cadence.WEEKLY: mark("Every week"),
    Cadence.MONTHLY: mark("Every month"),
    Cadence.QUARTERLY: mark("Every quarter"),
    Cadence.HALF_YEARLY: mark("Every half-year"),
    Cadence.YEARLY: mark("Every year"),
}

AGGREGATIONS: dict[StrEnum, str] = {
    Aggregation.LEVEL: mark("The last value counts"),
    Aggregation.SUM: mark("Values are added up"),
    Aggregation.RATE: mark("The mean counts"),
}

SOURCES: dict[StrEnum, str] = {
    KpiSource.MEASURED: mark("Typed in"),
    KpiSource.PROMOTERS: mark("Counted answers (NPS)"),
    KpiSource.BACKLOG: mark("Investment backlog"),
    KpiSource.OVERDUE_SHARE: mark("Share of overdue systems"),
    KpiSource.UNSUPPORTED_CRITICAL: mark("Critical systems without updates"),
    KpiSource.GROWTH_SHARE: mark("Share of initiatives for growth"),
    KpiSource.CONTRACTS_TRACKED: mark("Contracts with known notice"),
    KpiSource.SECURITY_SCORE: mark("Security check"),
}

CAPABILITY_KINDS: dict[StrEnum, str] = {
    CapabilityKind.SYSTEM: mark("A system"),
    CapabilityKind.DATA: mark("Data"),
    CapabilityKind.INTERFACE: mark("A connection"),
    CapabilityKind.PEOPLE: mark("People"),
}

CAPABILITY_RATINGS: dict[StrEnum, str] = {
    CapabilityRating.THERE: mark("There"),
    CapabilityRating.WEAK: mark("Weak"),
    CapabilityRating.MISSING: mark("Missing"),
}

DIMENSIONS: dict[StrEnum, str] = {
    MaturityDimension.COMMUNICATION: mark("Exchange"),
    MaturityDimension.VALUE: mark("Value is measured"),
    MaturityDimension.GOVERNANCE: mark("Rules and decisions"),
    MaturityDimension.PARTNERSHIP: mark("Partnership"),
    MaturityDimension.ARCHITECTURE: mark("Systems and data"),
    MaturityDimension.SKILLS: mark("Skills"),
    MaturityDimension.DECISION: mark("Way of deciding"),
    MaturityDimension.TEAM: mark("Teamwork"),
    MaturityDimension.IMPACT: mark("Effect"),
    MaturityDimension.PLATFORM: mark("Common platform"),
}

CANVAS_FIELDS: dict[StrEnum, str] = {
    CanvasField.PARTNERS: mark("Key partners"),
    CanvasField.ACTIVITIES: mark("Key activities"),
    CanvasField.RESOURCES: mark("Key resources"),
    CanvasField.VALUE: mark("Value proposition"),
    CanvasField.RELATIONSHIPS: mark("Customer relationships"),
    CanvasField.CHANNELS: mark("Channels"),
    CanvasField.CUSTOMERS: mark("Customer segments"),
    CanvasField.COSTS: mark("Cost structure"),
    CanvasField.REVENUES: mark("Revenue streams"),
}

WAYS_OF_WORKING: dict[StrEnum, str] = {
    WayOfWorking.ALIGNED: mark("Apart, with agreed goals"),
    WayOfWorking.MIXED: mark("Mixed teams for single initiatives"),
    WayOfWorking.PRODUCT: mark("A lasting team with one product"),
}
