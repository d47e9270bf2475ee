"""How complete the goals are, and the one thing that would help most."""

from typing import TYPE_CHECKING

from virtualcio.actions.goals.goal_chips import NO_TARGET
from virtualcio.actions.inventory.progress import Gap, NextStep, StepState, state_of_gaps
from virtualcio.model import Kpi
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


def _work_words(count: int) -> str:
    return translate_count(
        "Say which initiative works on {count} goal.", "Say which initiatives work on {count} goals.", count
    )


def _old_values(results: "Results") -> NextStep | None:
    """A third of the KPIs has only old values: what the step says about the goals is of yesterday."""
    states = results.kpi_states.values()
    stale = sum(state.stale for state in states)
    if not stale or stale * 3 < len(states):
        return None
    text = translate_count(
        "Measure {count} KPI again: its last value is too old.",
        "Measure {count} KPIs again: their last values are too old.",
        stale,
    )
    return NextStep(text, "kpis", "stale", "goals")


def goal_state(results: "Results") -> StepState:
    """Empty without any open goal; done when 90 % of the goals and KPIs are complete; outdated when a third
    of the KPIs has only old values.
    """
    data = results.data
    goals = results.open_goals
    kpis = results.kpi_states.values()
    without_kpi = sum(not data.where(Kpi, "goal_id", goal.id) for goal in goals)
    without_owner = sum(goal.owner_id is None for goal in goals)
    idle = sum(not results.goal_states[goal.id].initiative_ids for goal in goals)
    without_target = sum(bool(NO_TARGET.intersection(state.missing)) for state in kpis)
    without_value = sum(state.current is None for state in kpis)
    beginning = _("Begin with three to five goals: what does your company want to achieve in the next years?")
    return state_of_gaps(
        None if goals else NextStep(beginning, "goals", page="goals"),
        (
            Gap(without_kpi, len(goals), _kpi_words, "goals", "without_kpi", "goals"),
            Gap(without_owner, len(goals), _owner_words, "goals", "without_owner", "goals"),
            Gap(without_target, len(kpis), _target_words, "kpis", "without_target", "goals"),
            Gap(without_value, len(kpis), _value_words, "kpis", "not_measured", "goals"),
            Gap(idle, len(goals), _work_words, "goals", "without_initiative", "goals"),
        ),
        _old_values(results),
    )
