"""What a contract means for the company: until when to decide, what missing it costs, what hangs on it."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.inventory.contract_status import TONES
from virtualcio.analysis.inventory.contract_dates import ContractDates, ContractState
from virtualcio.model import Contract
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def contract_sentence(company: "OpenCompany", contract: Contract) -> Sentence:
    """For the inspector of a contract."""
    dates = company.results.contract_dates(contract)
    tone = TONES[dates.state]
    parts = [_date_words(company, contract, dates)]
    if dates.one_month_notice_right and dates.renewed:
        parts.append(_("As a renewed telephone contract it can usually be left at one month's notice."))
    parts.append(_covered(company, contract, dates))
    unused = _unused_seats(contract)
    if unused:
        parts.append(unused)
        tone = Tone.WATCH if tone is Tone.GOOD else tone
    if dates.contradictions:
        parts.append(_("Some entries cannot be true together; see under checks."))
        tone = Tone.WATCH if tone is not Tone.ACT else tone
    return Sentence(" ".join(part for part in parts if part), tone, _reasons(company, contract, dates))


def _date_words(company: "OpenCompany", contract: Contract, dates: ContractDates) -> str:
    end = formats.day(dates.next_end)
    match dates.state:
        case ContractState.DECIDE_NOW | ContractState.NOTICE_SOON | ContractState.RUNNING:
            return f"{_decide_words(company, dates)} {_else_words(dates)}"
        case ContractState.ROLLING:
            text = _("It can be ended at any time, at the earliest on {day}.").format(day=end)
            if dates.price_per_month is None:
                return text
            price = formats.money_short(dates.price_per_month)
            return text + " " + _("Each further month costs {amount}.").format(amount=price)
        case ContractState.ENDS:
            return _("It ends by itself on {day}; nothing has to be cancelled.").format(day=end)
        case ContractState.ENDED:
            return _("It ended on {day}.").format(day=end)
        case ContractState.NOTICE_GIVEN:
            if dates.next_end is None:
                return _("Notice has been given; on which day it ends has not been entered.")
            return _("Notice has been given; it ends on {day}.").format(day=end)
        case ContractState.START_UNKNOWN:
            return _("The start is missing, so nobody can say until when notice is possible.")
    if contract.notice_count is None:
        return _("The notice period is missing, so nobody can say until when notice is possible.")
    return _("The term is not complete, so nobody can say until when notice is possible.")


def _decide_words(company: "OpenCompany", dates: ContractDates) -> str:
    day = formats.day(dates.decide_by)
    if dates.state is ContractState.DECIDE_NOW:
        if dates.decide_by is not None and dates.decide_by < company.today:
            return _("Decide now: the day for it was {day}.").format(day=day)
        return _("Decide today.")
    if dates.state is ContractState.NOTICE_SOON:
        return _("Decide by {day}.").format(day=day)
    return _("There is time until {day} to decide.").format(day=day)


def _else_words(dates: ContractDates) -> str:
    """What happens if the notice has not arrived in time."""
    params = {
        "last": formats.day(dates.last_working_day or dates.last_day_of_notice),
        "end": formats.day(dates.following_end),
        "amount": formats.money_short(dates.price_of_missing),
    }
    if dates.one_month_notice_right:
        return _("Notice has to arrive by {last}; afterwards it can be left month by month.").format(**params)
    if dates.following_end is None:
        return _("Notice has to arrive by {last}.").format(**params)
    if dates.price_of_missing is None:
        return _("Without notice by {last} it runs on until {end}.").format(**params)
    return _("Without notice by {last} it runs on until {end} and costs {amount} more.").format(**params)


def _covered(company: "OpenCompany", contract: Contract, dates: ContractDates) -> str:
    stops = company.results.stops(contract)
    names = join_names([asset.name for asset in stops.assets] + [one.name for one in stops.applications])
    if not names:
        return ""
    if dates.state is ContractState.ENDED:
        return _("No longer covered: {names}.").format(names=names)
    return _("It covers: {names}.").format(names=names)


def _unused_seats(contract: Contract) -> str:
    if contract.seats_bought is None or contract.seats_used is None:
        return ""
    unused = contract.seats_bought - contract.seats_used
    if unused > 0:
        return translate_count("{count} paid seat is not used.", "{count} paid seats are not used.", unused)
    if unused < 0:
        return translate_count(
            "{count} more seat is used than paid for.", "{count} more seats are used than paid for.", -unused
        )
    return ""


def _reasons(company: "OpenCompany", contract: Contract, dates: ContractDates) -> tuple[str, ...]:
    lines = []
    if dates.first_end is not None:
        lines.append(_("First end: {day} (start and minimum term).").format(day=formats.day(dates.first_end)))
    if dates.next_end is not None:
        lines.append(_("Next end that can be reached: {day}.").format(day=formats.day(dates.next_end)))
    if dates.last_day_of_notice is not None:
        lines.append(
            _("Last day of notice: {day}; the notice has to have arrived by then.").format(
                day=formats.day(dates.last_day_of_notice)
            )
        )
    if dates.decide_by is not None:
        lines.append(
            _("Decide by {day}: last working day {working}, less {post} working days of post "
              "and {switch} days to switch.").format(
                day=formats.day(dates.decide_by),
                working=formats.day(dates.last_working_day),
                post=dates.post_working_days,
                switch=dates.switch_days or 0,
            )
        )  # fmt: skip
    yearly = company.results.yearly_cost(contract)
    if yearly is None:
        lines.append(_("What it costs has not been entered."))
    elif yearly:
        lines.append(_("Cost a year: {amount}.").format(amount=formats.money(yearly)))
    return tuple(lines)
