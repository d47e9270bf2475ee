"""`show FILE spending`: which larger expense serves what, in three sums, and what is missing."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.spending_words import detail_words, figure, span_words, sum_words
from virtualcio.actions.budget.standing_words import STANDING_TONES
from virtualcio.analysis.spending.expense import Expense, Standing, Thread
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.cli.shown_table import SIGNS, named
from virtualcio.model import Goal, Kpi, Obligation, Process, Record
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_spending(company: "OpenCompany", as_json: bool) -> int:
    """The figure, then the expenses of each sum, largest first; what is without purpose first."""
    if as_json:
        print_json(_json_spending(company))
        return FINE
    said = figure(company)
    print_title(_("Assigned spending, {months}").format(months=span_words(company)), first=True)
    print_wrapped(f"{said.percent} {said.sentence}".strip())
    for line in said.beside:
        print_wrapped(line, "  ")
    for standing in reversed(Standing):
        found = company.results.spending.of(standing)
        if found:
            print_title(SIGNS[STANDING_TONES[standing]] + sum_words(company, standing))
            print()
            print_table(
                (_("Expense"), _("Amount"), _("What it is for")),
                [(one.name, formats.money_short(one.amount), detail_words(company, one)) for one in found],
                frozenset({1}),
            )
    return FINE


def _json_spending(company: "OpenCompany") -> dict[str, object]:
    money = company.results.spending
    return {
        "first": money.first,
        "last": money.last,
        "total": money.total,
        "fresh": money.fresh,
        "stale": money.stale,
        "unassigned": money.unassigned,
        "assigned_percent": money.assigned_percent,
        "fresh_percent": money.fresh_percent,
        "on_goals_behind": money.on_goals_behind,
        "goals_without_money": [_named(company, Goal, key) for key in money.goals_without_money],
        "small": money.small,
        "without_amount": money.unknown,
        "expenses": [_json_expense(company, one) for one in money.expenses],
    }


def _json_expense(company: "OpenCompany", one: Expense) -> dict[str, object]:
    """The amounts of `threads` add up to `amount`."""
    return {
        "kind": one.record_kind.__tablename__,
        "id": one.record_id,
        "name": one.name,
        "amount": one.amount,
        "standing": one.standing,
        "missing": one.missing,
        "confirmed_on": one.confirmed_on,
        "measured_on": one.measured_on,
        "lines": one.line_keys,
        "threads": [_json_thread(company, thread) for thread in one.threads],
    }


def _json_thread(company: "OpenCompany", thread: Thread) -> dict[str, object]:
    return {
        "amount": thread.amount,
        "process": _named(company, Process, thread.process_id),
        "goal": _named(company, Goal, thread.goal_id),
        "kpi": _named(company, Kpi, thread.kpi_id),
        "obligation": _named(company, Obligation, thread.obligation_id),
    }


def _named(company: "OpenCompany", kind: type[Record], key: str | None) -> dict[str, object] | None:
    record = company.data.get(kind, key)
    return None if record is None else named(record.id, str(vars(record).get("name", "")))
