"""How complete the inventory is, and the one thing that would help most."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from virtualcio.analysis.inventory.contract_dates import ContractState
from virtualcio.analysis.inventory.due_dates import DueState
from virtualcio.model import Application, Asset, Contract, Process
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results


class Progress(StrEnum):
    EMPTY = "empty"
    BEGUN = "begun"
    DONE = "done"
    OUTDATED = "outdated"  # what is there was right once, and somebody has to look at it again


@dataclass(frozen=True)
class NextStep:
    """The one thing that would help most, and where it is done (tab, chip and page by their keys)."""

    text: str
    tab: str
    chip: str = ""
    page: str = "inventory"


_Words = Callable[[int], str]


@dataclass(frozen=True)
class Gap:
    """Something not known: how often, of how many, and the words that lead there."""

    missing: int
    of: int
    words: _Words
    tab: str
    chip: str
    page: str = "inventory"

    @property
    def next_step(self) -> NextStep:
        """What fills it."""
        return NextStep(self.words(self.missing), self.tab, self.chip, self.page)


@dataclass(frozen=True)
class StepState:
    """State of a step of the workflow. `percent`: what is known of what should be; `gaps`: what is not."""

    progress: Progress
    percent: int
    next_step: NextStep | None
    gaps: tuple[Gap, ...] = ()

    @property
    def text(self) -> str:
        return self.next_step.text if self.next_step is not None else _("Nothing is missing here.")


_UNDATED = (ContractState.NOTICE_UNKNOWN, ContractState.START_UNKNOWN)
_ASSET_WORDS: dict[str, _Words] = {
    "without_process": lambda count: translate_count(
        "Say for {count} asset which process needs it.",
        "Say for {count} assets which process needs them.", count),
    "without_date": lambda count: translate_count(
        "Enter purchase date or version for {count} asset.",
        "Enter purchase date or version for {count} assets.", count),
    "without_value": lambda count: translate_count(
        "Enter what the remedy costs for {count} asset.",
        "Enter what the remedy costs for {count} assets.", count),
    "without_owner": lambda count: translate_count(
        "Say who is in charge of {count} asset.", "Say who is in charge of {count} assets.", count),
}  # fmt: skip
_APPLICATION_WORDS: dict[str, _Words] = {
    "without_process": lambda count: translate_count(
        "Say for {count} application which process needs it.",
        "Say for {count} applications which process needs them.", count),
    "without_date": lambda count: translate_count(
        "Enter product and version for {count} application.",
        "Enter product and version for {count} applications.", count),
    "without_value": lambda count: translate_count(
        "Enter what the remedy costs for {count} application.",
        "Enter what the remedy costs for {count} applications.", count),
    "without_owner": lambda count: translate_count(
        "Say who is in charge of {count} application.",
        "Say who is in charge of {count} applications.", count),
}  # fmt: skip


def _contract_words(count: int) -> str:
    return translate_count(
        "Enter start and notice period of {count} contract.",
        "Enter start and notice period of {count} contracts.",
        count,
    )


def _process_words(count: int) -> str:
    return translate_count(
        "Say who is in charge of {count} process.", "Say who is in charge of {count} processes.", count
    )


# Of everything that should be known, this much makes a step done: the rest is for checks to remind of.
DONE_FROM_PERCENT = 90


def inventory_state(results: "Results") -> StepState:
    """Empty without any asset, application or contract; done when 90 % of what counts is known; outdated
    when something was accepted until a day that has passed.
    """
    data = results.data
    if not any(data.count(kind) for kind in (Asset, Application, Contract)):
        text = _("Begin with your device list: import it from Excel or add the first asset.")
        return StepState(Progress.EMPTY, 0, NextStep(text, "assets"))
    gaps = tuple(_gaps(results))
    if data.count(Process):
        return _state(gaps, _decide_again(results))
    text = _("Add the processes of your company: only then can you see what stops when something fails.")
    percent = min(_percent(gaps), DONE_FROM_PERCENT - 1)
    return StepState(Progress.BEGUN, percent, NextStep(text, "processes"), gaps)


def _decide_again(results: "Results") -> NextStep | None:
    count = open_objects(results, "acceptance_ran_out")
    if not count:
        return None
    text = translate_count(
        "Decide again about {count} thing: the time it was accepted for is over.",
        "Decide again about {count} things: the time they were accepted for is over.",
        count,
    )
    return NextStep(text, "assets", "overdue")


def _gaps(results: "Results") -> list[Gap]:
    gaps: list[Gap] = []
    kinds: tuple[tuple[type[Asset] | type[Application], str, dict[str, _Words]], ...] = (
        (Asset, "assets", _ASSET_WORDS),
        (Application, "applications", _APPLICATION_WORDS),
    )
    for kind, tab, words in kinds:
        used = [
            record for record in results.data.all(kind) if results.due_state(record) is not DueState.RETIRED
        ]
        missing = Counter(chip for record in used for chip in results.gaps[record.id])
        gaps += [Gap(missing[chip], len(used), words[chip], tab, chip) for chip in words]
    contracts = results.running_contracts
    undated = sum(results.contract_dates(contract).state in _UNDATED for contract in contracts)
    gaps.append(Gap(undated, len(contracts), _contract_words, "contracts", "dates_missing"))
    processes = results.data.all(Process)
    ownerless = sum(process.owner_id is None for process in processes)
    gaps.append(Gap(ownerless, len(processes), _process_words, "processes", "without_owner"))
    return gaps


def open_objects(results: "Results", check_id: str) -> int:
    """How many things open findings of this check are about; what was set aside knowingly is left out."""
    counts = (one.params.get("count", 1) for one in results.findings if one.check_id == check_id)
    return sum(count for count in counts if isinstance(count, int))


def state_of_gaps(
    beginning: NextStep | None, gaps: tuple[Gap, ...], outdated: NextStep | None = None
) -> StepState:
    """The state of a step of which all parts are asked alike: `beginning` says what to do first where
    nothing is there yet, `outdated` what to look at again.
    """
    if beginning is not None:
        return StepState(Progress.EMPTY, 0, beginning)
    return _state(gaps, outdated)


def _state(gaps: tuple[Gap, ...], outdated: NextStep | None) -> StepState:
    percent = _percent(gaps)
    if outdated is not None:
        return StepState(Progress.OUTDATED, percent, outdated, gaps)
    worst = max(gaps, key=lambda gap: gap.missing, default=None)
    next_step = worst.next_step if worst is not None and worst.missing else None
    progress = Progress.DONE if percent >= DONE_FROM_PERCENT else Progress.BEGUN
    return StepState(progress, percent, next_step, gaps)


def _percent(gaps: tuple[Gap, ...]) -> int:
    """What is known of what should be; 100 only if nothing is missing."""
    asked, missing = sum(gap.of for gap in gaps), sum(gap.missing for gap in gaps)
    percent = int(Decimal(100) * (asked - missing) / asked) if asked else 100
    return min(percent, 99) if missing else percent
