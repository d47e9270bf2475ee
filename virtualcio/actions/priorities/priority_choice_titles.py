"""The words for the members of each choice in demands, initiatives and duties. Message ids."""

from enum import StrEnum

from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import (
    ChangeKind,
    DeliveryRisk,
    DemandState,
    HypothesisState,
    InitiativeState,
)
from virtualcio.texts import mark

DEMAND_STATES: dict[StrEnum, str] = {
    DemandState.OPEN: mark("Not answered yet"),
    DemandState.INITIATIVE: mark("Became an initiative"),
    DemandState.JOINED: mark("Part of an initiative"),
    DemandState.NICE_TO_HAVE: mark("Nice-to-have"),
    DemandState.DECLINED: mark("Declined"),
}

INITIATIVE_STATES: dict[StrEnum, str] = {
    InitiativeState.IDEA: mark("Idea"),
    InitiativeState.PLANNED: mark("Planned"),
    InitiativeState.RUNNING: mark("Under way"),
    InitiativeState.DONE: mark("Finished"),
    InitiativeState.DROPPED: mark("Dropped"),
}

DELIVERY_RISKS: dict[StrEnum, str] = {
    DeliveryRisk.LOW: mark("Low"),
    DeliveryRisk.MEDIUM: mark("Medium"),
    DeliveryRisk.HIGH: mark("High"),
}

CHANGE_KINDS: dict[StrEnum, str] = {
    ChangeKind.RUN: mark("Keep things running"),
    ChangeKind.GROW: mark("Do more or better"),
    ChangeKind.TRANSFORM: mark("Do something new"),
}

HYPOTHESES: dict[StrEnum, str] = {
    HypothesisState.OPEN: mark("Not tested"),
    HypothesisState.CONFIRMED: mark("Confirmed"),
    HypothesisState.REFUTED: mark("Refuted"),
}

APPLIES: dict[StrEnum, str] = {
    Applies.YES: mark("Applies"),
    Applies.NO: mark("Does not apply"),
    Applies.UNCLEAR: mark("Unclear"),
}
