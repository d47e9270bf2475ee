"""The words and the action of the check about the books."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from virtualcio.actions.check_words import ActionKind, CheckWords, FindingAction
from virtualcio.actions.depreciation.note_words import problem_words
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def _wrong(company: "OpenCompany", finding: Finding) -> tuple[str, str]:
    parts = Parts(company, finding)
    if parts.count == 1:
        problems = company.results.depreciation_problems.get(finding.objects[0][1], ())
        title = _("The books cannot reckon with “{name}” as it is").format(name=parts.name())
        return title, " ".join(problem_words(company, one) for one in problems)
    title = translate_count(
        "The books cannot reckon with {count} thing as it is",
        "The books cannot reckon with {count} things as they are",
        parts.count,
    )
    return title, _("Price, days, life or method do not fit together: {names}.").format(names=parts.names())


def _to_books(_company: "OpenCompany", finding: Finding) -> FindingAction:
    return FindingAction("budget", "depreciation", finding.objects[0][1])


DEPRECIATION_CHECK_WORDS: Mapping[str, CheckWords] = {
    "depreciation_wrong": CheckWords(
        mark("Something cannot be depreciated as entered"),
        mark("Looks for prices of 0, lives that no table has, disposals before the purchase and methods that "
             "the law does not allow."),
        _wrong,
    ),
}  # fmt: skip

DEPRECIATION_ACTIONS: dict[str, ActionKind] = {"mend_books": ActionKind(mark("Put right"), _to_books, "€")}
