"""The inventory's key figures: backlog, what falls due soon, contracts, how complete everything is."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from virtualcio import formats
from virtualcio.actions.inventory.due_status import due_status
from virtualcio.actions.inventory.progress import Progress
from virtualcio.actions.key_figure import KeyFigure
from virtualcio.actions.tone import Tone
from virtualcio.analysis.amounts import total
from virtualcio.analysis.inventory.contract_dates import ContractState
from virtualcio.analysis.inventory.waiting_cost import total_waiting
from virtualcio.model import Application, Asset, Contract, Process
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

T = TypeVar("T")
MOST_ROWS = 40
_WAITING = (ContractState.DECIDE_NOW, ContractState.NOTICE_SOON, ContractState.RUNNING)


def _amount(value: Decimal | None) -> str:
    return _("without value") if value is None else formats.money_short(value)


def _places(percent: Decimal) -> int:
    return 1 if percent % 1 else 0


def _rows(things: Sequence[tuple[T, Decimal | None]], words: Callable[[T], str]) -> Sequence[tuple[str, str]]:
    """One line each; beyond `MOST_ROWS` the rest in one line, so that the lines still add up."""
    rows = [(words(thing), _amount(amount)) for thing, amount in things[:MOST_ROWS]]
    rest = [amount for _thing, amount in things[MOST_ROWS:]]
    if rest:
        known = total(amount for amount in rest if amount is not None)
        rows.append((translate_count("{count} more", "{count} more", len(rest)), formats.money_short(known)))
    return rows


def backlog_figure(company: "OpenCompany") -> KeyFigure:
    """The investment backlog today, what of it is urgent, and what it leaves out."""
    backlog = company.results.backlog
    count = len(backlog.items)
    details: list[tuple[str, Tone]] = []
    if not count:
        details.append((_("Nothing is overdue"), Tone.GOOD))
    else:
        details.append((translate_count("{count} overdue", "{count} overdue", count), Tone.ACT))
        ended = formats.money_short(backlog.support_ended)
        details.append((_("{amount} of it without support").format(amount=ended), Tone.NEUTRAL))
    missing = company.results.count_without_value(item.record for item in backlog.items)
    if missing:
        details.append(
            (translate_count("{count} without value", "{count} without value", missing), Tone.NEUTRAL)
        )
    rows = _rows(
        [(item.record, item.value.amount) for item in backlog.items],
        lambda record: f"{record.name} · {due_status(company, record).text}",
    )
    rule = [
        _("What it costs today to put right everything that is overdue."),
        _("{support} because support has ended, {age} only because of age.").format(
            support=formats.money_short(backlog.support_ended), age=formats.money_short(backlog.age_only)
        ),
        _("Assumed price increase: {percent} a year.").format(
            percent=formats.percent(backlog.price_increase_percent, _places(backlog.price_increase_percent))
        ),
    ]
    if backlog.estimated_share:
        share = formats.percent(backlog.estimated_share)
        rule.append(_("{percent} of it is estimated.").format(percent=share))
    if backlog.effort_only:
        count = len(backlog.effort_only)
        rule.append(translate_count("{count} needs only effort.", "{count} need only effort.", count))
    if backlog.unknown_due:
        rule.append(
            translate_count(
                "For {count} entry nobody knows whether it is overdue.",
                "For {count} entries nobody knows whether they are overdue.",
                len(backlog.unknown_due),
            )
        )
    rule += _beside_the_backlog(company)
    return KeyFigure(
        "backlog",
        _("Investment backlog today"),
        formats.money_short(backlog.total),
        Tone.ACT if count else Tone.GOOD,
        details,
        rows,
        rule,
    )


def _beside_the_backlog(company: "OpenCompany") -> list[str]:
    """What waiting costs, and how worn the equipment is."""
    lines = []
    waiting = total_waiting(company.results.waiting_costs)
    if waiting:
        words = _("Waiting with it costs about {amount} a year; that is assumed, see the settings.")
        lines.append(words.format(amount=formats.money_short(waiting)))
    wear = company.results.wear
    if wear.percent is not None:
        words = _("{percent} of what the equipment in use has cost is used up by age.")
        lines.append(words.format(percent=formats.percent(wear.percent)))
    return lines


def due_soon_figure(company: "OpenCompany") -> KeyFigure:
    """What falls due within the next 12 months, at today's value."""
    amount, records, without = company.results.due_soon
    details: list[tuple[str, Tone]] = []
    if records:
        details.append((translate_count("{count} falls due", "{count} fall due", len(records)), Tone.WATCH))
        first = records[0]
        day = company.results.due(first).due
        words = _("first {name}, {month}").format(name=first.name, month=formats.month(day))
        details.append((words, Tone.NEUTRAL))
    else:
        details.append((_("Nothing falls due"), Tone.GOOD))
    if without:
        details.append(
            (translate_count("{count} without value", "{count} without value", without), Tone.NEUTRAL)
        )
    rows = _rows(
        [(record, company.results.remedy_value(record).amount) for record in records],
        lambda record: f"{record.name} · {due_status(company, record).text}",
    )
    rule = [_("What falls due between tomorrow and the same day next year, at today's prices.")]
    return KeyFigure(
        "due_soon",
        _("Due within 12 months"),
        formats.money_short(amount),
        Tone.NEUTRAL,
        details,
        rows,
        rule,
    )


def contracts_figure(company: "OpenCompany") -> KeyFigure:
    """What running contracts cost a year, and which one has to be decided next."""
    results = company.results
    amount, without = results.yearly_contract_cost
    running = results.running_contracts
    details: list[tuple[str, Tone]] = []
    waiting = [
        (dates.decide_by, contract)
        for contract in running
        if (dates := results.contract_dates(contract)).decide_by is not None and dates.state in _WAITING
    ]
    now = sum(results.contract_dates(contract).state is ContractState.DECIDE_NOW for contract in running)
    if now:
        details.append((translate_count("{count} to decide now", "{count} to decide now", now), Tone.ACT))
    ahead = [(day, contract.name) for day, contract in waiting if day is not None and day > company.today]
    if ahead:
        day, name = min(ahead)
        words = _("next: {name}, by {day}").format(name=name, day=formats.day(day))
        details.append((words, Tone.NEUTRAL))
    if without:
        details.append(
            (translate_count("{count} without cost", "{count} without cost", without), Tone.NEUTRAL)
        )
    if not running:
        details = [(_("No contract has been entered"), Tone.NEUTRAL)]
    dearest = sorted(running, key=lambda one: (-(results.yearly_cost(one) or 0), one.name))
    rows = _rows(
        [(contract, results.yearly_cost(contract)) for contract in dearest], lambda contract: contract.name
    )
    rule = [
        _("What all running contracts cost in a year at today's prices, net."),
        _("One-off payments count as 0."),
    ]
    return KeyFigure(
        "contracts", _("Contracts a year"), formats.money_short(amount), Tone.NEUTRAL, details, rows, rule
    )


def completeness_figure(company: "OpenCompany") -> KeyFigure:
    """How much of what should be known is known, and what would help most."""
    state = company.results.step_state("inventory")
    tone = Tone.GOOD if state.progress is Progress.DONE else Tone.WATCH
    data = company.data
    rows = [
        (_("Assets"), formats.number(data.count(Asset))),
        (_("Applications"), formats.number(data.count(Application))),
        (_("Processes"), formats.number(data.count(Process))),
        (_("Contracts"), formats.number(data.count(Contract))),
        *(
            (gap.words(gap.missing), f"{gap.of - gap.missing} / {gap.of}")
            for gap in state.gaps
            if gap.missing
        ),
    ]
    rule = [
        _("Counted is for each asset and application: process, due date, value and person in charge; "
          "for each contract its dates; for each process the person in charge."),
    ]  # fmt: skip
    details = [(state.text, Tone.NEUTRAL)]
    return KeyFigure(
        "completeness",
        _("Inventory known"),
        formats.percent(Decimal(state.percent)),
        tone,
        details,
        rows,
        rule,
    )
