"""The words and the action of the check about business cases."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.check_words import ActionKind, CheckWords, FindingAction
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def _case_missing(company: "OpenCompany", finding: Finding) -> tuple[str, str]:
    parts = Parts(company, finding)
    limit = formats.money_short(parts.value("limit"))
    if parts.count == 1:
        title = _("“{name}” has no business case").format(name=parts.name())
        return title, _("It takes more than {limit}: what does it bring?").format(limit=limit)
    title = translate_count(
        "{count} large initiative has no business case",
        "{count} large initiatives have no business case",
        parts.count,
    )
    detail = _("Each takes more than {limit}; what it brings is not entered: {names}.")
    return title, detail.format(limit=limit, names=parts.names())


def _to_case(_company: "OpenCompany", finding: Finding) -> FindingAction:
    return FindingAction("budget", "business_case", finding.objects[0][1])


CASE_CHECK_WORDS: Mapping[str, CheckWords] = {
    "case_missing": CheckWords(
        mark("A large initiative has no business case"),
        mark("Looks for open initiatives above the effort in the settings of which nobody has entered what "
             "they bring."),
        _case_missing,
    ),
}  # fmt: skip

CASE_ACTIONS: dict[str, ActionKind] = {"enter_case": ActionKind(mark("Enter"), _to_case, "€")}
