"""What stands on the cards of the goals: weight, plan, KPIs with their bars, and what the goal needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Tone
from virtualcio.actions.edit import set_value
from virtualcio.actions.goals.goal_status import RATING_REASONS, RATING_TONES
from virtualcio.actions.goals.kpi_words import status_of, target_words
from virtualcio.actions.tables import table
from virtualcio.analysis.goals.capability_state import CapabilityState
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.model import Capability, Goal, Kpi, Person
from virtualcio.model.goals import CapabilityRating
from virtualcio.texts import Message, _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_WHOLE = Decimal(100)


@dataclass(frozen=True)
class KpiLine:
    """A KPI on its goal's card. `share` of the bar is filled, at `expected` stands a tick (both 0 to 1)."""

    kpi_id: str
    name: str
    share: Fraction | None
    expected: Fraction | None
    tone: Tone
    values: str  # '6,1, Ziel 4,0 Tage'
    status: str
    note: str  # more about the status, for the tip


@dataclass(frozen=True)
class Need:
    """A capability that a goal needs, with what is wrong about it: "" where nothing is."""

    capability_id: str
    name: str
    reason: str
    tone: Tone

    @property
    def words(self) -> str:
        return f"{self.name} · {self.reason}" if self.reason else self.name


@dataclass(frozen=True)
class GoalCard:
    """One goal; `goal_id` "" is the card of the KPIs that belong to none."""

    goal_id: str
    name: str
    weight: str
    line: str  # description and owner
    plan: str  # '4 Vorhaben · 86.000 € bis 2028'
    kpis: tuple[KpiLine, ...]
    needs: tuple[Need, ...]
    closed: bool = False


def goal_cards(company: "OpenCompany") -> tuple[GoalCard, ...]:
    """Open goals by weight, then KPIs without a goal, then closed goals."""
    opened = sorted(company.results.open_goals, key=lambda goal: -goal.weight)
    known = {goal.id for goal in opened}
    closed = [goal for goal in company.data.all(Goal) if goal.id not in known]
    cards = [_card(company, goal) for goal in opened]
    homeless = _lines(company, company.data.where(Kpi, "goal_id", None))
    if homeless:
        cards.append(GoalCard("", _("KPIs without a goal"), "", "", "", homeless, ()))
    return (*cards, *(_card(company, goal, closed=True) for goal in closed))


def _card(company: "OpenCompany", goal: Goal, *, closed: bool = False) -> GoalCard:
    state = company.results.goal_states.get(goal.id)
    needs = () if state is None else tuple(_need(company, one) for one in state.capabilities)
    return GoalCard(
        goal_id=goal.id,
        name=goal.name,
        weight=_closed(goal) if closed else _weight(company, goal),
        line=_line(company, goal),
        plan=_plan(company, goal),
        kpis=_lines(company, company.data.where(Kpi, "goal_id", goal.id)),
        needs=needs,
        closed=closed,
    )


def _weight(company: "OpenCompany", goal: Goal) -> str:
    """As typed; where nobody typed any, what the goal counts with."""
    weight = goal.weight
    if not company.results.weights_total:
        share = company.results.goal_weights.get(goal.id, Fraction(0))
        weight = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return _("Weight {percent}").format(percent=formats.percent(weight, 0 if weight == weight // 1 else 1))


def _closed(goal: Goal) -> str:
    return _("closed on {day}").format(day=formats.day(goal.closed_on))


def _line(company: "OpenCompany", goal: Goal) -> str:
    owner = company.data.get(Person, goal.owner_id)
    parts = [" ".join(goal.description.split()), owner.name if owner is not None else _("nobody responsible")]
    return " · ".join(part for part in parts if part)


def _plan(company: "OpenCompany", goal: Goal) -> str:
    state = company.results.goal_states.get(goal.id)
    if state is None or not state.initiative_ids:
        return _("no initiative yet")
    parts = [translate_count("{count} initiative", "{count} initiatives", len(state.initiative_ids))]
    amount = formats.money_short(state.money)
    if state.money_unknown:
        amount = _("at least {amount}").format(amount=amount)
    if state.until is not None:
        amount = _("{amount} until {year}").format(amount=amount, year=state.until)
    if state.money or state.money_unknown < len(state.initiative_ids):
        parts.append(amount)
    return " · ".join(parts)


def _lines(company: "OpenCompany", kpis: Sequence[Kpi]) -> tuple[KpiLine, ...]:
    return tuple(_kpi_line(kpi, company.results.kpi_state(kpi)) for kpi in kpis)


def _kpi_line(kpi: Kpi, state: KpiState) -> KpiLine:
    status = status_of(state)
    share = state.progress
    if share is None and state.status in (KpiStatus.ON_PLAN, KpiStatus.BEHIND):
        share = Fraction(state.status is KpiStatus.ON_PLAN)  # held or not: there is no way to go
    return KpiLine(
        kpi_id=kpi.id,
        name=kpi.name,
        share=_within(share),
        expected=_within(state.expected),
        tone=status.tone,
        values=target_words(kpi, state),
        status=status.text,
        note=_("old value") if state.stale else "",
    )


def _within(share: Fraction | None) -> Fraction | None:
    return None if share is None else max(Fraction(0), min(Fraction(1), share))


def _need(company: "OpenCompany", state: CapabilityState) -> Need:
    name, tone = company.data.find(Capability, state.capability_id).name, RATING_TONES[state.rating]
    if state.rating is CapabilityRating.THERE:
        return Need(state.capability_id, name, "", tone)
    known = [RATING_REASONS[reason] for reason in state.reasons if reason in RATING_REASONS]
    if known:
        return Need(state.capability_id, name, _(known[0]), tone)
    reason = _("missing") if state.rating is CapabilityRating.MISSING else _("weak")
    return Need(state.capability_id, name, reason, tone)


# --- weights -----------------------------------------------------------------------------------


def weights_sentence(company: "OpenCompany") -> str:
    """What is said above the cards if the weights do not add up to 100 %; "" if they do."""
    total = company.results.weights_total
    if total == _WHOLE or not company.results.goal_weights:
        return ""
    if not total:
        return _("The goals have no weights yet; all count alike.")
    shown = formats.percent(total, 0 if total == total // 1 else 2)
    return _("The weights add up to {percent}; each counts with its share.").format(percent=shown)


def even_out_weights(company: "OpenCompany") -> None:
    """Set the weights of the open goals so that they add up to 100 %, in whole percent, as one undo step.

    The shares stay as they are; what rounding leaves goes to the largest remainders.
    """
    shares = dict(company.results.goal_weights)
    weights = whole_percents(shares.values())
    goals = table("goals")
    with company.workspace.change(Message(mark("Weights brought to 100%"))):
        for goal_id, weight in zip(shares, weights, strict=True):
            goal = company.data.find(Goal, goal_id)
            set_value(company, goals, goals.column("weight"), goal, Decimal(weight))


def whole_percents(shares: Iterable[Fraction]) -> list[int]:
    """Shares that add up to 1 as whole percents that add up to 100 (largest remainder first)."""
    exact = [share * 100 for share in shares]
    rounded = [floor(value) for value in exact]
    left = 100 - sum(rounded)
    by_remainder = sorted(range(len(exact)), key=lambda index: rounded[index] - exact[index])
    for index in by_remainder[:left]:
        rounded[index] += 1
    return rounded


def weight_for_next(company: "OpenCompany") -> Decimal:
    """What a new goal weighs: the rest up to 100 % where weights were typed, else nothing yet."""
    total = company.results.weights_total
    return _WHOLE - total if 0 < total < _WHOLE else Decimal(0)
