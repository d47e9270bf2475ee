"""What follows from a contract's dates, as values and words for table and inspector."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Status, Tone
from virtualcio.analysis.inventory.contract_dates import ContractDates, ContractState
from virtualcio.model import Contract
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

TONES: dict[ContractState, Tone] = {
    ContractState.RUNNING: Tone.GOOD,
    ContractState.DECIDE_NOW: Tone.ACT,
    ContractState.NOTICE_SOON: Tone.WATCH,
    ContractState.ROLLING: Tone.GOOD,
    ContractState.ENDS: Tone.NEUTRAL,
    ContractState.ENDED: Tone.NEUTRAL,
    ContractState.NOTICE_GIVEN: Tone.NEUTRAL,
    ContractState.NOTICE_UNKNOWN: Tone.WATCH,
    ContractState.START_UNKNOWN: Tone.WATCH,
}


def contract_status(company: "OpenCompany", contract: Contract) -> Status:
    """'jetzt entscheiden', 'läuft bis 14.03.2027' and so on, with its tone."""
    dates = company.results.contract_dates(contract)
    order = dates.decide_by or dates.last_day_of_notice or dates.next_end or date.max
    return Status(state_words(dates), TONES[dates.state], order)


def state_words(dates: ContractDates) -> str:
    end = formats.day(dates.next_end)
    match dates.state:
        case ContractState.DECIDE_NOW:
            return _("decide now")
        case ContractState.NOTICE_SOON:
            return _("notice by {day}").format(day=formats.day(dates.last_day_of_notice))
        case ContractState.ROLLING:
            return _("can end any day")
        case ContractState.ENDS:
            return _("ends {day}").format(day=end)
        case ContractState.ENDED:
            return _("ended {day}").format(day=end) if dates.next_end else _("ended")
        case ContractState.NOTICE_GIVEN:
            return _("notice given, ends {day}").format(day=end) if dates.next_end else _("notice given")
        case ContractState.NOTICE_UNKNOWN:
            return _("notice period missing")
        case ContractState.START_UNKNOWN:
            return _("start missing")
        case ContractState.RUNNING:
            return _("running until {day}").format(day=end) if dates.next_end else _("running")


def next_end(company: "OpenCompany", contract: Contract) -> date | None:
    return company.results.contract_dates(contract).next_end


def last_day_of_notice(company: "OpenCompany", contract: Contract) -> date | None:
    return company.results.contract_dates(contract).last_day_of_notice


def last_working_day(company: "OpenCompany", contract: Contract) -> date | None:
    return company.results.contract_dates(contract).last_working_day


def decide_by(company: "OpenCompany", contract: Contract) -> date | None:
    return company.results.contract_dates(contract).decide_by


def price_of_missing(company: "OpenCompany", contract: Contract) -> Decimal | None:
    return company.results.contract_dates(contract).price_of_missing


def yearly_cost_of(company: "OpenCompany", contract: Contract) -> Decimal | None:
    """None if no cost is entered or it is paid once."""
    return company.results.yearly_cost(contract)
