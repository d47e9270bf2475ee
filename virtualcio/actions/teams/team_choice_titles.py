"""The words for the roles in a team and the kinds of products. Message ids."""

from enum import StrEnum

from virtualcio.model.teams import ProductKind, TeamRole
from virtualcio.texts import mark

ROLES: dict[StrEnum, str] = {
    TeamRole.PRODUCT_OWNER: mark("Product owner"),
    TeamRole.BUSINESS_PARTNER: mark("Business technology partner"),
    TeamRole.CAPABILITY_OWNER: mark("Capability owner"),
    TeamRole.LEAD: mark("Lead"),
    TeamRole.MEMBER: mark("Member"),
}

PRODUCT_KINDS: dict[StrEnum, str] = {
    ProductKind.PRODUCT: mark("Product"),
    ProductKind.SERVICE: mark("Service"),
}
