"""How complete the goals are, and the one thing that would help most."""

from typing import TYPE_CHECKING

from virtualcio.actions.goals.goal_chips import NO_TARGET
from virtualcio.actions.inventory.progress import Gap, StepState, state_of_gaps
from virtualcio.model import Goal, Kpi
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results


def _kpi_words(count: int) -> str:
    return translate_count(
        "Say for {count} goal which KPI shows its progress.",
        "Say for {count} goals which KPI shows their progress.",
        count,
    )


def _owner_words(count: int) -> str:
    return translate_count("Say who answers for {count} goal.", "Say who answers for {count} goals.", count)


def _target_words(count: int) -> str:
    return translate_count(
        "Enter starting value, target value and date of {count} KPI.",
        "Enter starting value, target value and date of {count} KPIs.",
        count,
    )


def _value_words(count: int) -> str:
    return translate_count(
        "Enter a first value of {count} KPI.", "Enter a first value of {count} KPIs.", count
    )


def goal_state(results: "Results") -> StepState:
    """Empty without any goal; done when 90 % of the goals and KPIs are complete."""
    data = results.data
    goals = [goal for goal in data.all(Goal) if goal.closed_on is None]
    kpis = results.kpi_states.values()
    without_kpi = sum(not data.where(Kpi, "goal_id", goal.id) for goal in goals)
    without_owner = sum(goal.owner_id is None for goal in goals)
    without_target = sum(bool(NO_TARGET.intersection(state.missing)) for state in kpis)
    without_value = sum(state.current is None for state in kpis)
    return state_of_gaps(
        bool(goals),
        _("Begin with three to five goals: what does your company want to achieve in the next years?"),
        "goals",
        (
            Gap(without_kpi, len(goals), _kpi_words, "goals", "without_kpi"),
            Gap(without_owner, len(goals), _owner_words, "goals", "without_owner"),
            Gap(without_target, len(kpis), _target_words, "kpis", "without_target"),
            Gap(without_value, len(kpis), _value_words, "kpis", "not_measured"),
        ),
    )
