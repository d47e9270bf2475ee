"""The first sentence of the overview: how many things need a decision by the end of the month."""

from typing import TYPE_CHECKING

from virtualcio.actions.finding_words import day_to_act
from virtualcio.analysis.calendar_days import month_end
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_SMALL_NUMBERS = 12


def greeting(company: "OpenCompany") -> str:
    """'Guten Tag! Zwei Dinge brauchen Sie bis Monatsende.' Counts what to act on by then, late ones too."""
    end = month_end(company.today)
    days = [day_to_act(company, finding) for finding in company.results.findings]
    urgent = [day for day in days if day is not None and day <= end]
    if not urgent:
        return _("Good day! Nothing needs you before the end of the month.")
    if len(urgent) <= _SMALL_NUMBERS:
        return _in_words(len(urgent))
    return translate_count(
        "Good day! {count} thing needs you by the end of the month.",
        "Good day! {count} things need you by the end of the month.",
        len(urgent),
    )


def _in_words(count: int) -> str:
    """Small numbers are written out, as people say them."""
    sentences = (
        _("Good day! One thing needs you by the end of the month."),
        _("Good day! Two things need you by the end of the month."),
        _("Good day! Three things need you by the end of the month."),
        _("Good day! Four things need you by the end of the month."),
        _("Good day! Five things need you by the end of the month."),
        _("Good day! Six things need you by the end of the month."),
        _("Good day! Seven things need you by the end of the month."),
        _("Good day! Eight things need you by the end of the month."),
        _("Good day! Nine things need you by the end of the month."),
        _("Good day! Ten things need you by the end of the month."),
        _("Good day! Eleven things need you by the end of the month."),
        _("Good day! Twelve things need you by the end of the month."),
    )
    return sentences[count - 1]
