"""What has to be done whatever its benefit, and until when (rules.md section 3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from virtualcio.analysis.inventory.dependencies import under_critical_process
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.analysis.priorities.prerequisites import open_initiatives
from virtualcio.analysis.priorities.risk_scores import makes_bearable
from virtualcio.model import (
    Application,
    Asset,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeObligation,
    InitiativeRisk,
    Obligation,
    Risk,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.duties import Applies

Thing = Asset | Application


class MustKind(StrEnum):
    """Why an initiative has to be done."""

    OBLIGATION = "obligation"  # a duty that applies and is not met yet
    RISK = "risk"  # a risk comes down to a bearable level
    UNSUPPORTED = "unsupported"  # no more updates under a critical process


@dataclass(frozen=True)
class MustReason:
    """`record_id`: key of the obligation, the risk, or the asset or application."""

    kind: MustKind
    record_id: str


def has_evidence(obligation: Obligation) -> bool:
    """Something proves that it is met: a text or a day."""
    return bool(obligation.evidence.strip()) or obligation.evidence_on is not None


def open_obligations(data: CompanyData, initiative: Initiative) -> Sequence[Obligation]:
    """What it meets that applies and has no evidence yet, each once."""
    links = data.where(InitiativeObligation, "initiative_id", initiative.id)
    found = {link.obligation_id: data.get(Obligation, link.obligation_id) for link in links}
    return [one for one in found.values() if one and one.applies is Applies.YES and not has_evidence(one)]


def hard_date_of(data: CompanyData, initiative: Initiative) -> date | None:
    """The nearest day that cannot be missed: its own hard end, or the day of an obligation it meets."""
    days = [one.due_on for one in open_obligations(data, initiative)]
    return min((day for day in (initiative.hard_end, *days) if day is not None), default=None)


def unsupported_under_critical(
    data: CompanyData, dues: Mapping[str, Due], today: date
) -> Mapping[str, tuple[str, ...]]:
    """By initiative, the things it remedies that are in use, get no security updates any more and stand
    under a critical process: first the assets, then the applications. Others are left out.
    """
    found = {}
    for initiative in open_initiatives(data):
        things = dict.fromkeys(_remedied(data, initiative))
        keys = tuple(
            one.id
            for one in things
            if dues[one.id].unsupported_on(today) and under_critical_process(data, one)
        )
        if keys:
            found[initiative.id] = keys
    return found


def must_reasons(
    data: CompanyData, initiative: Initiative, unsupported: Sequence[str], bearable: int
) -> tuple[MustReason, ...]:
    """Why it has to be done; empty if it does not.

    `unsupported`: what `unsupported_under_critical` says of it; `bearable`: the highest risk score that
    the owner bears.
    """
    obligations = sorted(
        open_obligations(data, initiative), key=lambda one: (one.due_on or date.max, one.name, one.id)
    )
    risks = {
        link.risk_id: None
        for link in data.where(InitiativeRisk, "initiative_id", initiative.id)
        if (risk := data.get(Risk, link.risk_id)) and makes_bearable(risk, link.share, bearable)
    }
    return (
        *(MustReason(MustKind.OBLIGATION, one.id) for one in obligations),
        *(MustReason(MustKind.RISK, key) for key in risks),
        *(MustReason(MustKind.UNSUPPORTED, key) for key in unsupported),
    )


def _remedied(data: CompanyData, initiative: Initiative) -> Iterator[Thing]:
    for to_asset in data.where(InitiativeAsset, "initiative_id", initiative.id):
        asset = data.get(Asset, to_asset.asset_id)
        if asset is not None:
            yield asset
    for to_application in data.where(InitiativeApplication, "initiative_id", initiative.id):
        application = data.get(Application, to_application.application_id)
        if application is not None:
            yield application
