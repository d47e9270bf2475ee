"""How complete the priorities are, and the one thing that would help most."""

from typing import TYPE_CHECKING

from virtualcio.actions.inventory.progress import Gap, NextStep, StepState, open_objects, state_of_gaps
from virtualcio.analysis.priorities.must import has_evidence
from virtualcio.model import Demand, Initiative, Obligation
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import DemandState
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results


def _purpose_words(count: int) -> str:
    return translate_count(
        "Say for {count} initiative which goal or duty it serves.",
        "Say for {count} initiatives which goal or duty they serve.",
        count,
    )


def _effort_words(count: int) -> str:
    return translate_count(
        "Enter effort and cost of {count} initiative.", "Enter effort and cost of {count} initiatives.", count
    )


def _answer_words(count: int) -> str:
    return translate_count("Answer {count} demand.", "Answer {count} demands.", count)


def _duty_words(count: int) -> str:
    return translate_count(
        "Decide for {count} obligation whether it applies.",
        "Decide for {count} obligations whether they apply.",
        count,
    )


def _overdue_duties(results: "Results") -> NextStep | None:
    """The day of an obligation has passed, and nothing proves that it was met."""
    overdue = sum(
        one.applies is Applies.YES
        and one.due_on is not None
        and one.due_on < results.today
        and not has_evidence(one)
        for one in results.data.all(Obligation)
    )
    if not overdue:
        return None
    text = translate_count(
        "Enter the evidence of {count} obligation whose day has passed.",
        "Enter the evidence of {count} obligations whose days have passed.",
        overdue,
    )
    return NextStep(text, "obligations", "without_evidence", "priorities")


def _waiting_demands(results: "Results") -> NextStep | None:
    """A third of all demands has waited too long for an answer."""
    waiting = open_objects(results, "demand_unanswered")
    if not waiting or waiting * 3 < results.data.count(Demand):
        return None
    text = translate_count(
        "Answer {count} demand that has waited too long.",
        "Answer {count} demands that have waited too long.",
        waiting,
    )
    return NextStep(text, "demands", "waiting", "priorities")


def priority_state(results: "Results") -> StepState:
    """Empty without any initiative; done when 90 % of initiatives, demands and obligations are complete;
    outdated when an obligation is overdue or a third of the demands waits too long.
    """
    data = results.data
    initiatives, demands = results.open_initiatives, data.all(Demand)
    obligations = data.all(Obligation)
    without_purpose = len(results.objects_of_check("initiative_without_purpose"))
    ranking = results.ranking
    without_effort = sum(not one.effort_known for one in (*ranking.must, *ranking.ranked))
    unanswered = sum(demand.state is DemandState.OPEN for demand in demands)
    unclear = sum(one.applies is Applies.UNCLEAR for one in obligations)
    page, known = "priorities", data.count(Initiative)
    beginning = _("Begin with what you want to change anyway: enter the first initiative or take a demand.")
    return state_of_gaps(
        None if known else NextStep(beginning, "initiatives", page=page),
        (
            Gap(without_purpose, len(initiatives), _purpose_words, "initiatives", "without_purpose", page),
            Gap(without_effort, len(initiatives), _effort_words, "initiatives", "without_effort", page),
            Gap(unanswered, len(demands), _answer_words, "demands", "open", page),
            Gap(unclear, len(obligations), _duty_words, "obligations", "unclear", page),
        ),
        _overdue_duties(results) or _waiting_demands(results),
    )
