"""`show FILE ranking`: which initiative comes first, and why."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.priorities.ranking_rows import RankingRow, ranking_rows
from virtualcio.actions.priorities.ranking_words import why_rank
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.cli.shown_table import SIGNS, named
from virtualcio.model import Initiative
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_ranking(company: "OpenCompany", as_json: bool) -> int:
    """What must be done by its date, then the others in their order; circles are named."""
    if as_json:
        print_json(_json_ranking(company))
        return FINE
    titles = (
        _("Rank"), _("Initiative"), _("Place"), _("Benefit"), _("Effort"), _("with other weights"),
        _("Why it has to be done"),
    )  # fmt: skip
    print_table(titles, [_row(row) for row in ranking_rows(company)], frozenset({0, 3, 4, 5}))
    for circle in company.results.circles:
        print_title(_("These wait for each other in a circle:"))
        print_wrapped(_chain(company, circle), "  ")
    return FINE


def _row(row: RankingRow) -> tuple[str, ...]:
    return (
        row.sign,
        row.name,
        SIGNS[row.kind_tone] + row.kind_text,
        formats.number(row.benefit, 2),
        row.effort_text,
        row.span_text,
        row.must_text,
    )


def _name(company: "OpenCompany", key: str) -> str:
    return company.data.find(Initiative, key).name


def _chain(company: "OpenCompany", circle: tuple[str, ...]) -> str:
    return " → ".join(_name(company, key) for key in (*circle, circle[0]))


def _json_ranking(company: "OpenCompany") -> dict[str, object]:
    ranking = company.results.ranking
    words = {row.initiative_id: row for row in ranking_rows(company)}
    return {
        "by_size": ranking.by_size,
        "must": [_json_ranked(company, one, words[one.initiative_id]) for one in ranking.must],
        "ranked": [_json_ranked(company, one, words[one.initiative_id]) for one in ranking.ranked],
        "circles": [
            {"initiatives": _names(company, circle), "words": _chain(company, circle)}
            for circle in ranking.circles
        ],
    }


def _names(company: "OpenCompany", keys: tuple[str, ...]) -> list[dict[str, object]]:
    return [named(key, _name(company, key)) for key in keys]


def _json_ranked(company: "OpenCompany", one: Ranked, words: RankingRow) -> dict[str, object]:
    """`contributions` are points of the benefit and add up to it exactly."""
    return {
        "id": one.initiative_id,
        "name": words.name,
        "rank": one.rank,
        "best_rank": one.best_rank,
        "worst_rank": one.worst_rank,
        "must": one.is_must,
        "must_words": words.must_text,
        "must_reasons": [{"kind": why.kind, "id": why.record_id} for why in one.must_reasons],
        "hard_date": one.hard_date,
        "kind": one.kind,
        "kind_words": words.kind_text,
        "benefit": one.benefit,
        "own_value": one.own_value,
        "contributions": [
            {"kind": part.kind, "id": part.record_id, "strength": part.strength, "points": part.points}
            for part in one.contributions
        ],
        "why": [f"{line.points_text} {line.text}".strip() for line in why_rank(company, one)],
        "days": one.days,
        "effort": one.effort,
        "effort_known": one.effort_known,
        "effort_unknown": one.effort_unknown,
        "size": one.size,
        "enables": _names(company, one.enables),
        "needs": _names(company, one.needs),
    }
