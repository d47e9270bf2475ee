"""The key figure of the security check: points, and which of the questions that count most are open."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.key_figure import KeyFigure, Way
from virtualcio.actions.tone import Tone
from virtualcio.exchange.security_questions import security_questions
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def security_figure(company: "OpenCompany") -> KeyFigure:
    """'24 / 37': points of the self-check, by area in the derivation."""
    score = company.results.security
    title = _("Security check")
    if not score.answered:
        words = _("No question is answered yet.")
        way = Way(_("Answer the questions"), "inventory", "security")
        missing = [(words, Tone.NEUTRAL)]
        return KeyFigure("security", title, formats.number(None), details=missing, rule=[words], way=way)
    details = [(_("points"), Tone.NEUTRAL)]
    if score.top_open:
        top = translate_count(
            "{count} especially important question open",
            "{count} especially important questions open",
            len(score.top_open),
        )
        details.append((top, Tone.WATCH))
    areas = {question.rule.area: question.area for question in security_questions()}
    rows = [
        (areas[one.area], f"{formats.number(one.points)} / {formats.number(one.possible)}")
        for one in score.by_area
    ]
    rule = [_("Each requirement that is met brings points; one that is not met can take points away.")]
    if score.open:
        rule.append(
            translate_count(
                "{count} question without an answer counts 0.",
                "{count} questions without an answer count 0.",
                len(score.open),
            )
        )
    return KeyFigure(
        "security",
        title,
        f"{formats.number(score.points)} / {formats.number(score.possible)}",
        details=details,
        derivation=rows,
        rule=rule,
        way=Way(_("To the security check"), "inventory", "security"),
    )
