"""How the amounts of a schedule come about, and what is wrong with its entries: one sentence each."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from virtualcio.actions.depreciation.depreciation_words import values_as_text
from virtualcio.actions.depreciation.method_words import WHY, refusal_words
from virtualcio.analysis.depreciation.problems import Problem, ProblemId
from virtualcio.analysis.depreciation.reasons import Refusal, Why
from virtualcio.analysis.depreciation.schedule import Schedule
from virtualcio.analysis.depreciation.terms import Note, NoteId
from virtualcio.texts import mark, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

NOTES: Mapping[NoteId, str] = {
    NoteId.METHOD: mark("{method}: {why}"),
    NoteId.DIGITAL_FULL: mark("The whole price is expense in the year of purchase."),
    NoteId.DIGITAL_TWELVE_MONTHS: mark("It goes over twelve months from the month of purchase on."),
    NoteId.DECLINING_RATE: mark("{percent} a year of what is left."),
    NoteId.SWITCHED: mark("From {year} on straight-line over the {months} months that are left: that is at "
                          "least as much."),
    NoteId.TAKEN_OVER: mark("Taken over on {day} with {book_value} for {months} more months."),
    NoteId.SOLD_BEFORE_TAKE_OVER: mark("{pieces} pieces left before that and are not in these figures."),
    NoteId.POOL_GOES_ON: mark("Pieces that left change nothing in the pool; what they brought is income."),
    NoteId.DISPOSAL_MONTH_COUNTS: mark("What leaves is depreciated through the month in which it leaves."),
    NoteId.FULL_MONTHS_BEFORE_DISPOSAL: mark("What leaves is depreciated for the full months before that."),
    NoteId.HALF_YEAR: mark("Up to six months of use in a year count as half of it, more as a whole one."),
    NoteId.FULL_EUROS: mark("Each year is rounded to full euros; the last one takes the rest."),
    NoteId.REMINDER_VALUE: mark("€1 stays in the books as long as it is there."),
}  # fmt: skip
PROBLEMS: Mapping[ProblemId, str] = {
    ProblemId.PRICE_ZERO: mark("Its price is 0: nothing can be depreciated. Enter what it cost."),
    ProblemId.NO_PIECES: mark("It has {pieces} pieces; it is reckoned as one. Enter how many there are."),
    ProblemId.LIFE_ZERO: mark("A life of {years} years is not possible; the one of the table is taken."),
    ProblemId.LIFE_TOO_LONG: mark("A life of {years} years is above {most}; the one of the table is taken."),
    ProblemId.LIFE_MISSING: mark("No table has a life for it, so nothing is depreciated. Choose a kind of "
                                 "thing or enter a life."),
    ProblemId.LIFE_BELOW_TABLE: mark("{years} years are shorter than the leaflet allows; {least} are taken."),
    ProblemId.IN_USE_BEFORE_PURCHASE: mark("In use on {in_use}, bought on {bought}: reckoned from the "
                                           "purchase. Check both days."),
    ProblemId.DISPOSAL_BEFORE_PURCHASE: mark("Gone on {day}, bought on {bought}: passed over. Check both "
                                             "days."),
    ProblemId.DISPOSAL_NO_PIECES: mark("On {day} {pieces} pieces left: passed over. Enter how many it were."),
    ProblemId.TOO_MANY_DISPOSED: mark("On {day} {pieces} pieces left, but only {left} were there. Check the "
                                      "number."),
    ProblemId.TAKE_OVER_BEFORE_PURCHASE: mark("Taken over on {day}, bought on {bought}: passed over. Check "
                                              "both days."),
    ProblemId.TAKE_OVER_AFTER_DISPOSAL: mark("Before it was taken over on {day}, all of it had left. Check "
                                             "the days."),
    ProblemId.TAKE_OVER_ABOVE_COST: mark("The book value taken over, {book_value}, is above the price of "
                                         "{cost}: passed over. Check both amounts."),
    ProblemId.TAKE_OVER_NEGATIVE: mark("A book value of {book_value} cannot be taken over: it is below 0."),
    ProblemId.TAKE_OVER_NO_MONTHS: mark("{book_value} were taken over without months that are left: all of "
                                        "it goes in one month. Enter the months."),
    ProblemId.TAKE_OVER_TOO_LONG: mark("{months} months were taken over; {most} at most are reckoned with."),
    ProblemId.METHOD_REFUSED: mark("{method} is not possible: {reason} Reckoned instead: {proposed}."),
    ProblemId.RATE_ABOVE_CAP: mark("{percent} a year are above the highest rate allowed; {cap} are taken."),
    ProblemId.RATE_TOO_LOW: mark("{percent} a year are below {least}; the highest rate allowed is taken."),
}  # fmt: skip


def note_words(company: "OpenCompany", schedule: Schedule) -> Sequence[str]:
    """How its amounts come about, one sentence each."""
    start = company.results.tax_rules.fiscal_start
    return [_note(note, start) for note in schedule.explanations]


def _note(note: Note, start_month: int) -> str:
    values = values_as_text(note.params, start_month)
    why = note.params.get("why")
    if isinstance(why, Why):
        values["why"] = translate(WHY[why]).format(**values)
    return translate(NOTES[note.id]).format(**values)


def problem_words(company: "OpenCompany", problem: Problem) -> str:
    """What is wrong, what is reckoned with instead, and what to do."""
    start = company.results.tax_rules.fiscal_start
    values = values_as_text(problem.params, start)
    reason = problem.params.get("reason")
    if isinstance(reason, Refusal):
        values["reason"] = refusal_words(reason, problem.params, start)
    return translate(PROBLEMS[problem.id]).format(**values)
