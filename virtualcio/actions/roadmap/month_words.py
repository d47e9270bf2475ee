"""Months as the roadmap says them: “March 2027”, “March 2027 – May 2027”, “5 months”."""

from datetime import date

from virtualcio import formats
from virtualcio.analysis.calendar_days import add_months
from virtualcio.texts import _, translate_count


def span_words(start: date, months: int) -> str:
    """First and last month of something that lasts `months`, or the one month."""
    first = formats.long_month(start)
    if months <= 1:
        return first
    return _("{first} – {last}").format(first=first, last=formats.long_month(add_months(start, months - 1)))


def duration_words(months: int) -> str:
    return translate_count("{count} month", "{count} months", months)
