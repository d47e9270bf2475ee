"""What a check is: one small rule over the whole file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from virtualcio.analysis.checks.check_facts import CheckFacts
from virtualcio.analysis.checks.finding import Finding, Severity


@dataclass(frozen=True)
class Check:
    """One rule. `params` are the names that a finding about one thing (or one group) always has; a
    finding that `joins` many of a kind has only "count".
    """

    id: str
    severity: Severity  # at worst
    function: Callable[[CheckFacts], Sequence[Finding]]
    action_id: str
    params: tuple[str, ...]
    joins: bool = False
