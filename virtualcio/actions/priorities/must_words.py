"""Why an initiative has to be done, and until when, in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.analysis.priorities.must import MustKind, MustReason
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.analysis.priorities.risk_scores import score_after
from virtualcio.model import Application, Asset, Obligation, Record, Risk
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_MOST_PRESSING = (MustKind.OBLIGATION, MustKind.UNSUPPORTED, MustKind.RISK)


def must_words(company: "OpenCompany", ranked: Ranked) -> str:
    """The most pressing reason in a few words, for a table; '' if it is no must.

    'Pflicht zum 01.01.2027', '2 Systeme ohne Updates', 'senkt „Angriff“ auf 6'.
    """
    for kind in _MOST_PRESSING:
        reasons = [one for one in ranked.must_reasons if one.kind is kind]
        if reasons:
            return _short(company, kind, reasons)
    return ""


def must_sentence(company: "OpenCompany", reason: MustReason) -> str:
    """One reason as a sentence with what it is about."""
    data = company.data
    if reason.kind is MustKind.OBLIGATION:
        duty = data.find(Obligation, reason.record_id)
        if duty.due_on is None:
            return _("Meets the duty “{name}”.").format(name=duty.name)
        text = (
            _("Meets the duty “{name}”, due since {day}.")
            if duty.due_on < company.today
            else _("Meets the duty “{name}” by {day}.")
        )
        return text.format(name=duty.name, day=formats.day(duty.due_on))
    if reason.kind is MustKind.RISK:
        risk = data.find(Risk, reason.record_id)
        text = _("Brings the risk “{name}” down to {score}; up to {bearable} is bearable.")
        return text.format(
            name=risk.name, score=score_after(risk), bearable=company.results.assumptions.bearable_risk
        )
    text = _("“{name}” gets no more updates, and a critical process depends on it.")
    return text.format(name=getattr(must_target(company, reason)[1], "name", ""))


def must_target(company: "OpenCompany", reason: MustReason) -> tuple[type[Record], Record | None]:
    """What a reason is about: kind and record."""
    if reason.kind is MustKind.OBLIGATION:
        return Obligation, company.data.get(Obligation, reason.record_id)
    if reason.kind is MustKind.RISK:
        return Risk, company.data.get(Risk, reason.record_id)
    asset = company.data.get(Asset, reason.record_id)
    if asset is not None:
        return Asset, asset
    return Application, company.data.get(Application, reason.record_id)


def _short(company: "OpenCompany", kind: MustKind, reasons: Sequence[MustReason]) -> str:
    if kind is MustKind.OBLIGATION:
        duty = company.data.find(Obligation, reasons[0].record_id)  # the nearest
        if duty.due_on is None:
            return _("Duty: {name}").format(name=duty.name)
        text = _("Duty due since {day}") if duty.due_on < company.today else _("Duty by {day}")
        return text.format(day=formats.day(duty.due_on))
    if kind is MustKind.RISK:
        risk = company.data.find(Risk, reasons[0].record_id)
        return _("lowers “{name}” to {score}").format(name=risk.name, score=score_after(risk))
    assets = [one for one in reasons if company.data.get(Asset, one.record_id) is not None]
    words = []
    if assets:
        words.append(translate_count("{count} asset", "{count} assets", len(assets)))
    if len(reasons) > len(assets):
        count = len(reasons) - len(assets)
        words.append(translate_count("{count} application", "{count} applications", count))
    return _("{things} without updates").format(things=join_names(words))
