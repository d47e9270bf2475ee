"""The days on which a contract may end, and the last day of notice for such a day (rules.md section 1)."""

from dataclasses import dataclass
from datetime import date, timedelta

from virtualcio.analysis.calendar_days import (
    ONE_DAY,
    add_months_rolling,
    months_between,
    period_end,
)
from virtualcio.analysis.inventory.contract_costs import sensible_increase
from virtualcio.model import Contract
from virtualcio.model.contracts import Anchor, NoticeUnit, RenewalKind

# Outside of these a number is a slip of the pen and counts as not known (and is named).
MOST_TERM_MONTHS = 1200
MOST_NOTICE = {NoticeUnit.MONTHS: 120, NoticeUnit.WEEKS: 520, NoticeUnit.DAYS: 3650}
FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_SWITCH_DAYS = 3650

_ANCHOR_MONTHS = {Anchor.MONTH: 1, Anchor.QUARTER: 3, Anchor.HALF_YEAR: 6, Anchor.YEAR: 12}

CONTRADICTIONS = (
    "start_makes_no_sense",
    "term_makes_no_sense",
    "renewal_makes_no_sense",
    "notice_makes_no_sense",
    "switch_makes_no_sense",
    "increase_makes_no_sense",
    "renewal_length_missing",
    "notice_longer_than_term",
    "notice_longer_than_renewal",
    "agreed_end_before_start",
    "notice_given_before_start",
    "notice_given_end_unknown",
)


@dataclass(frozen=True)
class Terms:
    """What a contract says, with senseless numbers taken as not known."""

    start: date
    term_months: int | None
    renewal: RenewalKind
    renewal_months: int | None
    notice_count: int | None
    notice_unit: NoticeUnit
    anchor: Anchor


def _sensible(count: int | None, least: int, most: int) -> bool:
    return count is None or least <= count <= most


def terms_of(contract: Contract) -> Terms | None:
    """None if the start is not known. Zero months of term or renewal are none."""
    start = contract.start
    if start is None or not FIRST_YEAR <= start.year <= LAST_YEAR:
        return None
    term, renewal = contract.term_months or None, contract.renewal_months or None
    notice = contract.notice_count
    return Terms(
        start=start,
        term_months=term if _sensible(term, 1, MOST_TERM_MONTHS) else None,
        renewal=contract.renewal,
        renewal_months=renewal if _sensible(renewal, 1, MOST_TERM_MONTHS) else None,
        notice_count=notice if _sensible(notice, 0, MOST_NOTICE[contract.notice_unit]) else None,
        notice_unit=contract.notice_unit,
        anchor=contract.anchor,
    )


def last_day_of_notice(end: date, terms: Terms) -> date:
    """The last day on which notice for `end` can arrive. Months: (end + 1 day − n months) − 1 day.

    It stays where it is on weekends and holidays (BGH III ZR 172/04). Needs a known notice period.
    """
    count = terms.notice_count
    if count is None:
        raise ValueError("the notice period is not known")
    if terms.notice_unit is NoticeUnit.MONTHS:
        return add_months_rolling(end + ONE_DAY, -count) - ONE_DAY
    days = count * 7 if terms.notice_unit is NoticeUnit.WEEKS else count
    return end - timedelta(days=days)


def term_end(start: date, months: int) -> date:
    """The last day of `months` counted from `start`."""
    return add_months_rolling(start, months) - ONE_DAY


def first_anchor_day(day: date, anchor: Anchor) -> date:
    """The first allowed day on or after `day`; `day` itself where the term or any day will do."""
    months = _ANCHOR_MONTHS.get(anchor)
    return day if months is None else period_end(day, months)


@dataclass(frozen=True)
class Ends:
    """The allowed ends of a contract, from the first on.

    `known` False: it renews, but for how long is not said; only `first` is known then.
    `rolling`: every day from `first` on. `by_itself`: `first` is the only one, and needs no notice.
    """

    terms: Terms
    first: date
    by_itself: bool = False
    rolling: bool = False
    known: bool = True

    def _renewal_end(self, count: int) -> date:
        """The end after `count` renewals, always counted from the original start."""
        terms = self.terms
        renewal = terms.renewal_months or 0
        months = (terms.term_months or renewal) + count * renewal
        return first_anchor_day(term_end(terms.start, months), terms.anchor)

    def on_or_after(self, day: date) -> date:
        """The first allowed end on or after `day`."""
        if day <= self.first or self.by_itself:
            return self.first
        if self.rolling:
            return day
        if self.terms.renewal is RenewalKind.MONTHS:
            # A year earlier is safe: an anchor moves an end by less than a year.
            renewal = self.terms.renewal_months or 1
            count = max(0, (months_between(self.first, day) - 13) // renewal - 1)
            while self._renewal_end(count) < day:
                count += 1
            return self._renewal_end(count)
        return first_anchor_day(day, self.terms.anchor)

    def next_for_notice_on(self, day: date) -> date:
        """The earliest allowed end whose last day of notice is `day` or later."""
        if self.by_itself or last_day_of_notice(self.first, self.terms) >= day:
            return self.first
        end = self.on_or_after(self._too_early_for(day))
        while last_day_of_notice(end, self.terms) < day:
            end = self.on_or_after(end + ONE_DAY)
        return end

    def _too_early_for(self, day: date) -> date:
        """A day before the first end that notice on `day` reaches, close to it (months are never exact)."""
        count = self.terms.notice_count or 0
        if self.terms.notice_unit is NoticeUnit.MONTHS:
            return add_months_rolling(day, count) - timedelta(days=5)
        return day + timedelta(days=count * 7 if self.terms.notice_unit is NoticeUnit.WEEKS else count)


def ends_of(terms: Terms) -> Ends:
    """The allowed ends. Source: rules.md section 1, "Allowed ends".

    - renewal of r months: s + t, s + t + r, …, each moved on to the first anchor day; without a minimum
      term the renewal is the first term.
    - indefinite, or neither term nor renewal: anchor days from the end of the minimum term (or the start)
      on; with anchor "term" or "any day" every day (rolling).
    - no renewal, but a term: ends by itself.
    """
    start, term = terms.start, terms.term_months
    if terms.renewal is RenewalKind.NONE and term is not None:
        return Ends(terms, term_end(start, term), by_itself=True)
    if terms.renewal is RenewalKind.MONTHS:
        length = term or terms.renewal_months
        if length is None:
            return Ends(terms, start, known=False)
        first = first_anchor_day(term_end(start, length), terms.anchor)
        return Ends(terms, first, known=terms.renewal_months is not None)
    earliest = start if term is None else term_end(start, term)
    return Ends(
        terms,
        first_anchor_day(earliest, terms.anchor),
        rolling=terms.anchor in (Anchor.TERM, Anchor.ANY_DAY),
    )


def sensible_switch_days(contract: Contract) -> int:
    """The lead time to switch; 0 if it is not known or makes no sense."""
    days = contract.switch_days
    return days if days is not None and 0 <= days <= MOST_SWITCH_DAYS else 0


def contradictions_of(contract: Contract, terms: Terms | None) -> tuple[str, ...]:
    """What in a contract cannot be true together; words of `CONTRADICTIONS`."""
    found = []
    if contract.start is not None and terms is None:
        found.append("start_makes_no_sense")
    if not _sensible(contract.term_months, 0, MOST_TERM_MONTHS):
        found.append("term_makes_no_sense")
    if not _sensible(contract.renewal_months, 0, MOST_TERM_MONTHS):
        found.append("renewal_makes_no_sense")
    if not _sensible(contract.notice_count, 0, MOST_NOTICE[contract.notice_unit]):
        found.append("notice_makes_no_sense")
    if not _sensible(contract.switch_days, 0, MOST_SWITCH_DAYS):
        found.append("switch_makes_no_sense")
    if sensible_increase(contract) != (contract.price_increase_percent or 0):
        found.append("increase_makes_no_sense")
    if contract.start is not None:
        if contract.agreed_end is not None and contract.agreed_end < contract.start:
            found.append("agreed_end_before_start")
        if contract.notice_given_on is not None and contract.notice_given_on < contract.start:
            found.append("notice_given_before_start")
    if terms is not None:
        found += _notice_contradictions(terms)
    return tuple(found)


def _notice_contradictions(terms: Terms) -> list[str]:
    found = []
    renews = terms.renewal is RenewalKind.MONTHS
    if renews and terms.renewal_months is None:
        found.append("renewal_length_missing")
    term = terms.term_months or (terms.renewal_months if renews else None)
    ends_by_itself = terms.renewal is RenewalKind.NONE
    if terms.notice_count is None or ends_by_itself:
        return found
    if term is not None and _longer(terms, term):
        found.append("notice_longer_than_term")
    if renews and terms.renewal_months is not None and _longer(terms, terms.renewal_months):
        found.append("notice_longer_than_renewal")
    return found


def _longer(terms: Terms, months: int) -> bool:
    """The notice period is longer than `months`."""
    count = terms.notice_count or 0
    if terms.notice_unit is NoticeUnit.MONTHS:
        return count > months
    days = count * 7 if terms.notice_unit is NoticeUnit.WEEKS else count
    return days > (add_months_rolling(terms.start, months) - terms.start).days
