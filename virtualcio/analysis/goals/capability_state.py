"""Whether what goals need is there: as rated, and as what is known about it allows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from virtualcio.model import Application, Capability, DataDomain, Interface
from virtualcio.model.company_data import CompanyData
from virtualcio.model.goals import CapabilityKind, CapabilityRating

GOOD_QUALITY = 3  # of 1 to 5: data can be relied on from here
_ORDER = (CapabilityRating.MISSING, CapabilityRating.WEAK, CapabilityRating.THERE)
# Each reason, and the best rating that it leaves. What is not in here is only worth knowing.
LEAVES = {
    "no_domain": CapabilityRating.WEAK,
    "without_owner": CapabilityRating.WEAK,
    "without_quality": CapabilityRating.WEAK,
    "poor_quality": CapabilityRating.WEAK,
    "support_ended": CapabilityRating.WEAK,
    "retired": CapabilityRating.MISSING,
    "manual": CapabilityRating.WEAK,
}


@dataclass(frozen=True)
class CapabilityState:
    """`rating` is the effective one, never better than `typed`; `reasons` are words of `LEAVES`."""

    capability_id: str
    rating: CapabilityRating
    typed: CapabilityRating
    reasons: tuple[str, ...]

    @property
    def lowered(self) -> bool:
        """What is known allows less than was rated."""
        return self.rating is not self.typed


def capability_state(
    data: CompanyData,
    capability: Capability,
    today: date,
    support_end: Callable[[Application], date | None],
) -> CapabilityState:
    """Data is weak at best without a data domain that has an owner and a quality of at least 3 of 5; a
    system weak at best when its application's support has ended (due ≤ today) and missing when it is
    retired; an interface weak at best while people carry the data over by hand. Source: rules.md section 2.
    """
    reasons = tuple(_reasons(data, capability, today, support_end))
    best = [capability.rating, *(LEAVES[reason] for reason in reasons)]
    return CapabilityState(capability.id, min(best, key=_ORDER.index), capability.rating, reasons)


def _reasons(
    data: CompanyData,
    capability: Capability,
    today: date,
    support_end: Callable[[Application], date | None],
) -> Iterator[str]:
    match capability.kind:
        case CapabilityKind.DATA:
            yield from domain_reasons(data.get(DataDomain, capability.data_domain_id))
        case CapabilityKind.SYSTEM:
            application = data.get(Application, capability.application_id)
            if application is None:
                return
            if application.retired_on is not None and application.retired_on <= today:
                yield "retired"
                return
            end = support_end(application)
            if end is not None and end <= today:
                yield "support_ended"
        case CapabilityKind.INTERFACE:
            interface = data.get(Interface, capability.interface_id)
            if interface is not None and interface.manual:
                yield "manual"
        case CapabilityKind.PEOPLE:
            return


def domain_reasons(domain: DataDomain | None) -> Iterator[str]:
    """Why data cannot be relied on: words of `LEAVES`."""
    if domain is None:
        yield "no_domain"
        return
    if domain.owner_id is None:
        yield "without_owner"
    if domain.quality is None:
        yield "without_quality"
    elif domain.quality < GOOD_QUALITY:
        yield "poor_quality"
