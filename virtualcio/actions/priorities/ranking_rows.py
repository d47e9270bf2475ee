"""The rows of the ranking in words: what table, matrix and dependency picture show of an initiative."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.priorities.ranking_words import kind_words, must_words
from virtualcio.actions.tone import Tone
from virtualcio.analysis.priorities.kinds import InitiativeKind
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.model import Initiative
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class RankingRow:
    """One open initiative as it is shown; texts are in the language of the interface.

    `sign` stands in its disc ("3", "M"). `effort` is money, net, as far as it is known; `effort_text` says
    when something of it is not; `cost_text` is the same without the person-days.
    """

    initiative_id: str
    rank: int | None
    rank_text: str
    sign: str
    name: str
    is_must: bool
    must_text: str
    kind: InitiativeKind
    kind_text: str
    kind_tone: Tone
    benefit: Decimal
    effort: Decimal
    days: Decimal
    effort_text: str
    cost_text: str
    span_text: str
    enables: tuple[str, ...]
    needs: tuple[str, ...]


def ranking_rows(company: "OpenCompany") -> tuple[RankingRow, ...]:
    """What must be done first, then the others in their order."""
    ranking = company.results.ranking
    return tuple(_row(company, one) for one in (*ranking.must, *ranking.ranked))


def _row(company: "OpenCompany", one: Ranked) -> RankingRow:
    text, tone = kind_words(one)
    return RankingRow(
        initiative_id=one.initiative_id,
        rank=one.rank,
        rank_text=_("Must") if one.rank is None else _("Rank {rank}").format(rank=one.rank),
        sign=_("M") if one.rank is None else str(one.rank),
        name=company.data.find(Initiative, one.initiative_id).name,
        is_must=one.is_must,
        must_text=must_words(company, one) if one.is_must else "",
        kind=one.kind,
        kind_text=text,
        kind_tone=tone,
        benefit=one.benefit,
        effort=one.effort,
        days=one.days,
        effort_text=effort_words(one),
        cost_text=effort_words(one, with_days=False),
        span_text="" if one.best_rank is None else f"{one.best_rank}–{one.worst_rank}",
        enables=one.enables,
        needs=one.needs,
    )


def effort_words(one: Ranked, *, with_days: bool = True) -> str:
    """'28 PT · 12.500 €'; what nobody has estimated is said, never shown as 0."""
    if not one.effort_known:
        return _("not estimated")
    parts = []
    if one.days and with_days:
        whole = one.days == one.days.to_integral_value()
        parts.append(_("{days} PD").format(days=formats.number(one.days, 0 if whole else 1)))
    parts.append(formats.money_short(one.effort))
    words = " · ".join(parts)
    return _("at least {effort}").format(effort=words) if one.effort_unknown else words
