"""The words and actions of the checks of the roadmap, one row a check."""

from collections.abc import Mapping

from virtualcio.actions.check_words import ActionKind, CheckWords, to_tab
from virtualcio.actions.roadmap import plan_findings
from virtualcio.model import Initiative, ResourcePool
from virtualcio.texts import mark

PLAN_CHECK_WORDS: Mapping[str, CheckWords] = {
    "plan_contradiction": CheckWords(
        mark("The plan contradicts itself"),
        mark("Looks for initiatives before what they need, too early starts, and circles."),
        plan_findings.plan_contradiction,
    ),
    "hard_end_missed": CheckWords(
        mark("A day that cannot be missed is missed"),
        mark("Compares the planned end with the own hard date and the days of obligations."),
        plan_findings.hard_end_missed,
    ),
    "initiative_late": CheckWords(
        mark("An initiative is late"),
        mark("Looks for initiatives that should have begun or ended before this month."),
        plan_findings.initiative_late,
    ),
    "pool_overloaded": CheckWords(
        mark("A team has more to do than it can"),
        mark("Compares planned person-days with the free ones, for each team and month."),
        plan_findings.pool_overloaded,
    ),
    "money_over_limit": CheckWords(
        mark("More is planned than the money allows"),
        mark("Compares the planned cost of each fiscal year with the limit in the settings."),
        plan_findings.money_over_limit,
    ),
    "too_many_at_once": CheckWords(
        mark("Too much at once"),
        mark("Counts the initiatives of each month and compares them with the limit in the settings."),
        plan_findings.too_many_at_once,
    ),
}

_PLAN = to_tab("roadmap", "plan", kind=Initiative)

PLAN_ACTIONS: dict[str, ActionKind] = {
    "mend_plan": ActionKind(mark("Look at"), _PLAN, "map"),
    "plan_earlier": ActionKind(mark("Look at"), _PLAN, "hourglass"),
    "plan_later": ActionKind(mark("Look at"), _PLAN, "hourglass"),
    "show_load": ActionKind(mark("Look at"), to_tab("roadmap", "load", kind=ResourcePool), "users"),
    "show_plan": ActionKind(mark("Look at"), _PLAN, "map"),
}
