"""Which duties by law probably apply to a company, by its size, trade, contracts and cloud services."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from virtualcio.model.duties import Applies

# Sources: § 28 BSIG (state of 06.12.2025), § 27 (38) UStG, § 267 HGB; see resources/facts.
NIS2_EMPLOYEES = 50
NIS2_REVENUE = Decimal(10_000_000)
EINVOICE_REVENUE = Decimal(800_000)
SMALL_EMPLOYEES = 50
SMALL_REVENUE = Decimal(15_000_000)
# No sector of annexes 1 and 2 of the BSIG is meant for these trades.
OUTSIDE_NIS2 = frozenset({"law", "construction"})


class Rule(StrEnum):
    """When a duty of the program's list is proposed."""

    EVERY_BUSINESS = "every_business"
    EINVOICE_LARGE = "einvoice_large"
    EINVOICE_SMALL = "einvoice_small"
    CLOUD_SERVICES = "cloud_services"
    NIS2_SCOPE = "nis2_scope"
    NIS2 = "nis2"
    NOT_SMALL = "not_small"
    INSURED = "insured"


class Why(StrEnum):
    """Why a duty applies, does not, or may."""

    EVERY_BUSINESS = "every_business"
    REVENUE_ABOVE = "revenue_above"
    REVENUE_UP_TO = "revenue_up_to"
    REVENUE_UNKNOWN = "revenue_unknown"
    CLOUD = "cloud"
    NO_CLOUD = "no_cloud"
    NIS2_SIZE = "nis2_size"
    NIS2_TRADE_OUTSIDE = "nis2_trade_outside"
    NIS2_SIZE_UNKNOWN = "nis2_size_unknown"
    NIS2_REVENUE_ONLY = "nis2_revenue_only"
    NIS2_CONCERNED = "nis2_concerned"
    NIS2_IF_CONCERNED = "nis2_if_concerned"
    ABOVE_SMALL = "above_small"
    INSURED = "insured"


@dataclass(frozen=True)
class CompanyFacts:
    """What the rules ask. `trade` is a key of the program's trades, None where it is not recognised;
    `nis2` what the user has answered about NIS-2, None before.
    """

    employees: int | None
    revenue: Decimal | None
    trade: str | None
    cloud_services: int
    insurances: int
    nis2: Applies | None = None


@dataclass(frozen=True)
class Judgement:
    """A proposal: whether the duty applies, and why."""

    applies: Applies
    why: Why


def judge(rule: Rule, facts: CompanyFacts) -> Judgement | None:
    """None if there is no reason to propose the duty. Whether it applies in the end the user decides."""
    match rule:
        case Rule.EVERY_BUSINESS:
            return Judgement(Applies.YES, Why.EVERY_BUSINESS)
        case Rule.EINVOICE_LARGE | Rule.EINVOICE_SMALL:
            return _einvoice(facts, large=rule is Rule.EINVOICE_LARGE)
        case Rule.CLOUD_SERVICES:
            if facts.cloud_services:
                return Judgement(Applies.YES, Why.CLOUD)
            return Judgement(Applies.UNCLEAR, Why.NO_CLOUD)
        case Rule.NIS2_SCOPE:
            return _nis2(facts)
        case Rule.NIS2:
            return _if_concerned(facts)
        case Rule.NOT_SMALL:
            return _not_small(facts)
        case Rule.INSURED:
            return Judgement(Applies.YES, Why.INSURED) if facts.insurances else None


def _einvoice(facts: CompanyFacts, *, large: bool) -> Judgement | None:
    """From 2027 on above 800,000 € of revenue, else from 2028 on; unknown revenue counts as large."""
    if facts.revenue is None:
        return Judgement(Applies.UNCLEAR, Why.REVENUE_UNKNOWN) if large else None
    if (facts.revenue > EINVOICE_REVENUE) is not large:
        return None
    return Judgement(Applies.YES, Why.REVENUE_ABOVE if large else Why.REVENUE_UP_TO)


def _nis2(facts: CompanyFacts) -> Judgement | None:
    """From 50 people on, or above 10 million € of revenue and of balance sheet, in one of the sectors.

    The sector is never known for sure, so nobody is told that it applies.
    """
    by_people = facts.employees is not None and facts.employees >= NIS2_EMPLOYEES
    by_revenue = facts.revenue is not None and facts.revenue > NIS2_REVENUE
    if not by_people and not by_revenue:
        if facts.employees is None:
            return Judgement(Applies.UNCLEAR, Why.NIS2_SIZE_UNKNOWN)
        return None
    if facts.trade in OUTSIDE_NIS2:
        return Judgement(Applies.NO, Why.NIS2_TRADE_OUTSIDE)
    return Judgement(Applies.UNCLEAR, Why.NIS2_SIZE if by_people else Why.NIS2_REVENUE_ONLY)


def _if_concerned(facts: CompanyFacts) -> Judgement | None:
    """What NIS-2 asks of a company: sure once the user has said that it is concerned, gone once not."""
    if facts.nis2 is Applies.YES:
        return Judgement(Applies.YES, Why.NIS2_CONCERNED)
    scope = _nis2(facts)
    if facts.nis2 is Applies.NO or scope is None or scope.applies is Applies.NO:
        return None
    return None if scope.why is Why.NIS2_SIZE_UNKNOWN else Judgement(Applies.UNCLEAR, Why.NIS2_IF_CONCERNED)


def _not_small(facts: CompanyFacts) -> Judgement | None:
    """Two of three limits of § 267 (1) HGB are passed (the balance sheet is not known here)."""
    if facts.employees is None or facts.revenue is None:
        return None
    if facts.employees > SMALL_EMPLOYEES and facts.revenue > SMALL_REVENUE:
        return Judgement(Applies.UNCLEAR, Why.ABOVE_SMALL)
    return None
