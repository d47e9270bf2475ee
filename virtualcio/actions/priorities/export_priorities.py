"""What the workbook says of priorities: key figures, and what each initiative's benefit is made of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from virtualcio.actions.inventory.export_figures import Row
from virtualcio.actions.priorities.ranking_rows import RankingRow, ranking_rows
from virtualcio.actions.priorities.ranking_words import why_rank
from virtualcio.analysis.amounts import total
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.model import Demand, Initiative
from virtualcio.model.initiatives import DemandState
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def priority_rows(company: "OpenCompany") -> Iterator[Row]:
    """Key figures of priorities: title, value and what it rests on."""
    ranking, data = company.results.ranking, company.data
    yield _("Unanswered demands"), len([one for one in data.all(Demand) if one.state is DemandState.OPEN]), ""
    yield _("Open initiatives"), len(company.results.open_initiatives), ""
    yield _("of this: have to be done"), len(ranking.must), ""
    ranked = (*ranking.must, *ranking.ranked)
    unknown = len([one for one in ranked if not one.effort_known])
    yield (
        _("Effort of open initiatives"), total(one.effort for one in ranked),
        translate_count("{count} not estimated", "{count} not estimated", unknown) if unknown else "",
    )  # fmt: skip
    for circle in ranking.circles:
        names = " → ".join(data.find(Initiative, key).name for key in (*circle, circle[0]))
        yield _("Initiatives that wait for each other in a circle"), len(circle), names


def benefit_sheet(company: "OpenCompany") -> Sheet:
    """Rank, kind, benefit, effort, then one row for each part of the benefit; the parts add up to it."""
    columns = (
        SheetColumn(_("Initiative"), CellKind.TEXT, 36),
        SheetColumn(_("Rank"), CellKind.TEXT, 8),
        SheetColumn(_("Place"), CellKind.TEXT, 18),
        SheetColumn(_("Benefit"), CellKind.NUMBER, 10),
        SheetColumn(_("Points"), CellKind.NUMBER, 10),
        SheetColumn(_("What they come from"), CellKind.LONG_TEXT, 70),
    )
    rows = [row for one in ranking_rows(company) for row in _parts(company, one)]
    return Sheet(_("Ranking"), columns, rows)


def _parts(company: "OpenCompany", row: RankingRow) -> Iterator[Row]:
    head = (row.name, row.sign, row.kind_text, row.benefit)
    for line in why_rank(company, company.results.ranked_by_key[row.initiative_id]):
        yield (*head, line.points, line.text)
