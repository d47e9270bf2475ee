"""The verb report: the minutes of a review as PDF."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.analysis.review.due import quarter_start_of
from virtualcio.cli.file_verbs import FINE, open_for, tell
from virtualcio.errors import RefusedFile, RefusedValue
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.model import Review


def report(options: argparse.Namespace) -> int:
    """RefusedFile if the PDF cannot be written or has another ending, RefusedValue without such a review."""
    from virtualcio.actions.review.minutes import write_minutes

    if options.out.suffix.lower() != ".pdf":
        raise RefusedFile(
            mark("“{name}” was not written: the name of minutes ends in .pdf. Add that ending."),
            name=options.out.name,
        )
    company = open_for(options)
    try:
        review = review_of(company, options.review)
        write_minutes(company, review, options.out)
        sentence = _("Written: {path}, the minutes of {review}.").format(path=options.out, review=review.name)
        if review.closed_on is None:
            sentence = _("Written: {path}, a draft of the minutes of {review}.").format(
                path=options.out, review=review.name
            )
        tell(
            options, sentence, written=str(options.out), review=review.name, id=review.id,
            draft=review.closed_on is None,
        )  # fmt: skip
    finally:
        company.close()
    return FINE


def review_of(company: "OpenCompany", day: date) -> "Review":
    """The review held on `day`, else that of the quarter of `day`. RefusedValue names those there are."""
    reviews = company.results.reviews
    for review in reviews:
        if day in (review.held_on, review.closed_on):
            return review
    for review in reviews:
        if quarter_start_of(review.quarter_start) == quarter_start_of(day):
            return review
    if not reviews:
        raise RefusedValue(mark("No review was held yet, so there are no minutes."))
    raise RefusedValue(
        mark("There is no review of {day}. There are: {reviews}."),
        day=formats.day(day),
        reviews="; ".join(_named(review) for review in reviews),
    )


def _named(review: "Review") -> str:
    """'Q3 2026 (20.09.2026)'."""
    day = review.held_on or review.planned_on
    return review.name if day is None else f"{review.name} ({formats.day(day)})"
