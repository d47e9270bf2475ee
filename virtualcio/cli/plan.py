"""The verb plan: the best plan for the company, beside today's, and taken over if asked."""

import argparse
import sys
import time
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.roadmap.best_plan import (
    PlanAsked,
    PlanWish,
    beside_today,
    problem_now,
    take_over,
    why_left_out,
)
from virtualcio.actions.roadmap.best_plan_search import Outcome, PlanSearch
from virtualcio.actions.roadmap.best_plan_words import progress_words, words_of
from virtualcio.actions.roadmap.plan_demands import clash_words, demand_words, ways_out
from virtualcio.actions.roadmap.plan_differences import beside_lines, difference_titles, differences
from virtualcio.actions.roadmap.plan_remarks import left_out_words, name_of, remark
from virtualcio.analysis.planning.comparison import Comparison, starts_today
from virtualcio.analysis.planning.problem import Aim
from virtualcio.analysis.planning.why_not_earlier import why_not_earlier
from virtualcio.cli.file_verbs import FINE, FOUND, open_for
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.cli.shown_table import named
from virtualcio.solver.answer import Progress
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_LOOK = 0.2  # seconds between two looks at the search
_SAY = 1.0  # seconds between two words about it


def plan(options: argparse.Namespace) -> int:
    """0 with a plan, 1 without one. Ctrl+C ends the search and keeps the best so far. RefusedFile,
    RefusedValue: nothing has changed.
    """
    company = open_for(options)
    try:
        wish = PlanWish(
            aim=Aim(options.aim),
            months=options.months,
            money=options.money,
            days=options.days,
            parallel=options.parallel,
        )
        asked = problem_now(company, wish)
        outcome = _searched(company, asked, options)
        answer, compared, changed = outcome.answer, None, None
        if answer.starts or not asked.problem.candidates:
            compared = beside_today(company, asked.problem, answer.starts)
        if options.json:
            said = _json(company, asked, outcome, compared)
        if options.apply and compared is not None:
            if not options.json:
                _print(company, asked, outcome, compared)
            changed = take_over(company, asked.problem, answer.starts)
        if options.json:
            print_json({**said, "applied": changed})
        elif changed is None:
            _print(company, asked, outcome, compared)
        else:
            print()
            print(_("Taken over: {count} starts changed.").format(count=formats.number(changed)))
    finally:
        company.close()
    return FINE if compared is not None else FOUND


def _searched(company: "OpenCompany", asked: PlanAsked, options: argparse.Namespace) -> Outcome:
    today = starts_today(asked.problem, company.results.plan)
    search = PlanSearch(asked.problem, seconds=float(options.seconds), seed=options.seed, start=today)
    search.begin()
    began, said = time.monotonic(), 0.0
    while not search.ended:
        try:
            search.wait(_LOOK)
            took = time.monotonic() - began
            if took - said >= _SAY and not search.ended:
                said = took
                _say(search.progress, took, asked.wish.aim)
        except KeyboardInterrupt:
            search.cancel()
            print(_("Stopping with the best plan so far…"), file=sys.stderr)
    return search.outcome()


def _say(progress: Progress | None, took: float, aim: Aim) -> None:
    print(progress_words(progress, took, aim), file=sys.stderr, flush=True)


def _print(company: "OpenCompany", asked: PlanAsked, outcome: Outcome, compared: Comparison | None) -> None:
    title, text = words_of(company, asked, outcome.answer, compared)
    print_title(title, first=True)
    if text:
        print_wrapped(text, "  ")
    if compared is None:
        _print_clash(company, asked, outcome)
    else:
        print()
        rows = differences(company, asked, outcome.answer.starts, compared)
        print_table(difference_titles(), [row.cells for row in rows])
        print()
        for line in beside_lines(company, compared):
            print_wrapped(line, "  ")
    if asked.unplannable:
        print_title(_("What could not be planned as it is:"))
        for found in asked.unplannable:
            print_wrapped(remark(company, found).text, "  ")


def _print_clash(company: "OpenCompany", asked: PlanAsked, outcome: Outcome) -> None:
    if outcome.clash:
        print_title(_("These demands contradict each other:"))
        for text in clash_words(company, asked, outcome):
            print_wrapped(text, "  ")
    if outcome.give_up:
        print_title(_("There is a plan without these:"))
        for way in ways_out(company, asked, outcome):
            print_wrapped(way.text, "  ")
            if way.title:
                print_wrapped(f"→ {way.title}", "    ")


def _json(
    company: "OpenCompany", asked: PlanAsked, outcome: Outcome, compared: Comparison | None
) -> dict[str, object]:
    answer, problem = outcome.answer, asked.problem
    why = why_not_earlier(problem, answer.starts)
    title, text = words_of(company, asked, answer, compared)
    return {
        "status": answer.status,
        "aim": problem.aim,
        "title": title,
        "text": text,
        "value": answer.value,
        "bound": answer.bound,
        "gap": answer.gap,
        "months": problem.months,
        "stopped": outcome.stopped,
        "initiatives": [
            {
                **named(one.key, name_of(company, one.key)),
                "before": one.before,
                "start": one.after,
                "months": one.months,
                "change": one.fate,
                "earlier_by": one.by,
                "held_back": [
                    {"kind": held.kind, "record": held.record_id, "month": held.month}
                    for held in why.get(one.key, ())
                ],
            }
            for one in (compared.shifts if compared is not None else ())
        ],
        "left_out": [
            {**named(one.key, name_of(company, one.key)), "reason": one.kind,
             "text": left_out_words(company, problem, one)}
            for one in (why_left_out(problem, answer.starts) if compared is not None else ())
        ],
        "today_fits": None if compared is None else compared.today_fits,
        "value_today": None if compared is None else compared.worth_before,
        "mean_earlier": None if compared is None else compared.mean_earlier,
        "contradiction": list(clash_words(company, asked, outcome)),
        "give_up": [demand_words(company, problem, one) for one in outcome.give_up or ()],
        "not_planned": [
            {**named(one.key, name_of(company, one.key)), "reason": one.reason, "left_out": one.left_out,
             "text": remark(company, one).text}
            for one in asked.unplannable
        ],
    }  # fmt: skip
