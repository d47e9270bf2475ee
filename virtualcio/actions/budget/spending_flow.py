"""The golden thread as a picture and as a table: goal or duty → KPI → process → expense → money."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.spending_words import SUM_TITLES
from virtualcio.actions.budget.standing_words import STANDING_TITLES
from virtualcio.analysis.amounts import ZERO, total
from virtualcio.analysis.spending.expense import Expense, Standing, Thread
from virtualcio.model import Goal, Kpi, Obligation, Process, Record
from virtualcio.texts import _, translate, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


class FlowColumn(IntEnum):
    """From left to right."""

    PURPOSE = 0
    KPI = 1
    PROCESS = 2
    EXPENSE = 3
    MONEY = 4


# Most nodes of each column; with "n more" in them, at most 29 together.
_MOST = {FlowColumn.PURPOSE: 6, FlowColumn.KPI: 6, FlowColumn.PROCESS: 6, FlowColumn.EXPENSE: 8}
_MORE, _MORE_TORN = "more", "torn"
COLOURED = 4  # the largest goals have a colour of their own
OTHER, TORN = -1, -2  # colours of all others, and of what is without purpose


@dataclass(frozen=True)
class FlowNode:
    """A bar of the picture. `kind` and `record` say where it leads (None: nowhere); `colour` is the number
    of a goal, OTHER or TORN. A `hidden` node only keeps room for what passes its column.
    """

    key: str
    column: FlowColumn
    title: str
    amount: Decimal
    kind: type[Record] | None
    record: str
    colour: int
    hidden: bool = False


@dataclass(frozen=True)
class FlowBand:
    """Money between two nodes of neighbouring columns, of one colour."""

    start: str
    end: str
    amount: Decimal
    colour: int


@dataclass(frozen=True)
class FlowPath:
    """One thread through the picture: the keys of its nodes from left to right."""

    nodes: tuple[str, ...]
    amount: Decimal
    colour: int


@dataclass(frozen=True)
class MoneyFlow:
    """Nodes in their order from top to bottom, column by column."""

    nodes: tuple[FlowNode, ...]
    bands: tuple[FlowBand, ...]
    paths: tuple[FlowPath, ...]

    def column(self, column: FlowColumn) -> tuple[FlowNode, ...]:
        return tuple(node for node in self.nodes if node.column is column)

    def with_node(self, key: str) -> frozenset[tuple[str, str, int]]:
        """The bands (start, end, colour) of all threads through a node."""
        return frozenset(
            (start, end, path.colour)
            for path in self.paths
            if key in path.nodes
            for start, end in zip(path.nodes, path.nodes[1:], strict=False)
        )


_Key = tuple[type[Record], str]  # of a record; (Record, "") for none


def column_titles() -> tuple[str, ...]:
    return (_("Goal or duty"), _("KPI"), _("Process"), _("Expense"), _("Money, 12 months"))


def money_flow(company: "OpenCompany") -> MoneyFlow:
    """All larger expenses; the smallest of a column are joined into "n more". What is without purpose goes
    from the expense to its sum alone.
    """
    steps = [
        (_records(expense, thread), expense.standing, thread.amount)
        for expense in company.results.spending.expenses
        for thread in _threads(expense)
    ]
    sums: dict[FlowColumn, dict[_Key, Decimal]] = {column: {} for column in _MOST}
    for records, _standing, amount in steps:
        for column, key in records.items():
            sums[column][key] = sums[column].get(key, ZERO) + amount
    kept = {column: _largest(found, column) for column, found in sums.items()}
    purposes = [key for key in kept[FlowColumn.PURPOSE] if key[0] is Goal][:COLOURED]
    paths: dict[tuple[tuple[str, ...], int], Decimal] = defaultdict(lambda: ZERO)
    members: dict[str, set[_Key]] = defaultdict(set)
    for records, standing, amount in steps:
        purpose = records.get(FlowColumn.PURPOSE)
        colour = purposes.index(purpose) if purpose in purposes else OTHER
        colour = TORN if standing is Standing.UNASSIGNED else colour
        names = [_node_key(column, key, kept[column], torn=colour == TORN) for column, key in records.items()]
        for name, key in zip(names, records.values(), strict=True):
            members[name].add(key)
        begins = next((at for at, name in enumerate(names) if not name.endswith(":none")), 0)
        paths[(*names[begins:], f"money:{standing.value}"), colour] += amount
    flow_paths = tuple(FlowPath(nodes, amount, colour) for (nodes, colour), amount in paths.items())
    return _arranged(_nodes(company, flow_paths, kept, members), flow_paths)


def flow_rows(company: "OpenCompany") -> tuple[tuple[str, ...], ...]:
    """Every thread as a row: goal or duty, KPI, process, expense, standing, amount."""
    rows = []
    for expense in company.results.spending.expenses:
        for thread in expense.threads:
            goal = company.data.get(Goal, thread.goal_id)
            duty = company.data.get(Obligation, thread.obligation_id)
            kpi = company.data.get(Kpi, thread.kpi_id)
            process = company.data.get(Process, thread.process_id)
            purpose = goal or duty
            rows.append(
                (
                    *(formats.NO_VALUE if one is None else one.name for one in (purpose, kpi, process)),
                    expense.name,
                    translate(STANDING_TITLES[expense.standing]),
                    formats.money(thread.amount),
                )
            )
    return tuple(rows)


def flow_header() -> tuple[str, ...]:
    return (_("Goal or duty"), _("KPI"), _("Process"), _("Expense"), _("Standing"), _("Amount"))


def _threads(expense: Expense) -> Iterable[Thread]:
    if expense.standing is Standing.UNASSIGNED:
        return (Thread(None, None, None, None, expense.amount),)
    return expense.threads


def _records(expense: Expense, thread: Thread) -> dict[FlowColumn, _Key]:
    """What a thread passes, by column; what is without purpose begins with the expense."""
    own = {FlowColumn.EXPENSE: (expense.record_kind, expense.record_id)}
    if expense.standing is Standing.UNASSIGNED:
        return own
    purpose: _Key = (Record, "")
    if thread.goal_id is not None:
        purpose = Goal, thread.goal_id
    elif thread.obligation_id is not None:
        purpose = Obligation, thread.obligation_id
    return {
        FlowColumn.PURPOSE: purpose,
        FlowColumn.KPI: (Record, "") if thread.kpi_id is None else (Kpi, thread.kpi_id),
        FlowColumn.PROCESS: (Record, "") if thread.process_id is None else (Process, thread.process_id),
        **own,
    }


def _largest(sums: dict[_Key, Decimal], column: FlowColumn) -> list[_Key]:
    """The records shown by themselves, largest first. If there are more, a place is kept for the others; of
    expenses two, as those without purpose stay apart.
    """
    known = sorted((key for key in sums if key[1]), key=lambda key: -sums[key])
    most = _MOST[column]
    return known if len(known) <= most else known[: most - (2 if column is FlowColumn.EXPENSE else 1)]


def _node_key(column: FlowColumn, key: _Key, kept: Sequence[_Key], *, torn: bool = False) -> str:
    name = column.name.lower()
    if not key[1]:
        return f"{name}:none"
    if key in kept:
        return f"{name}:{key[1]}"
    return f"{name}:{_MORE_TORN if torn else _MORE}"


def _nodes(
    company: "OpenCompany",
    paths: Iterable[FlowPath],
    kept: dict[FlowColumn, list[_Key]],
    members: dict[str, set[_Key]],
) -> list[FlowNode]:
    """`members`: the records that each node stands for."""
    amounts: dict[str, Decimal] = defaultdict(lambda: ZERO)
    colours: dict[str, dict[int, Decimal]] = defaultdict(lambda: defaultdict(lambda: ZERO))
    for path in paths:
        for name in path.nodes:
            amounts[name] += path.amount
            colours[name][path.colour] += path.amount
    found = []
    for column, keys in kept.items():
        for kind, key in keys:
            name = _node_key(column, (kind, key), keys)
            title = str(getattr(company.data.find(kind, key), "name", ""))
            colour = _main(colours[name])
            found.append(FlowNode(name, column, title, amounts[name], kind, key, colour))
        for name in (f"{column.name.lower()}:{_MORE}", f"{column.name.lower()}:{_MORE_TORN}"):
            if name in amounts:
                title = translate_count("{count} more", "{count} more", len(members[name]))
                found.append(FlowNode(name, column, title, amounts[name], None, "", _main(colours[name])))
        name = f"{column.name.lower()}:none"
        if name in amounts:
            found.append(
                FlowNode(name, column, "", amounts[name], None, "", _main(colours[name]), hidden=True)
            )
    for standing in Standing:
        name = f"money:{standing.value}"
        if name in amounts:
            title = translate(SUM_TITLES[standing])
            colour = TORN if standing is Standing.UNASSIGNED else OTHER
            found.append(FlowNode(name, FlowColumn.MONEY, title, amounts[name], None, "", colour))
    return found


def _main(colours: dict[int, Decimal]) -> int:
    """The colour with the most money; of several goals' money in one node the largest says it."""
    return max(colours, key=lambda colour: colours[colour])


def _arranged(nodes: Sequence[FlowNode], paths: Sequence[FlowPath]) -> MoneyFlow:
    """Each column in the order of what stands to its left, so that few bands cross; torn ones are last."""
    bands: dict[tuple[str, str, int], Decimal] = defaultdict(lambda: ZERO)
    for path in paths:
        for start, end in zip(path.nodes, path.nodes[1:], strict=False):
            bands[start, end, path.colour] += path.amount
    place: dict[str, int] = {}
    ordered: list[FlowNode] = []
    for column in FlowColumn:
        mine = [node for node in nodes if node.column is column]
        if column is FlowColumn.MONEY or column is FlowColumn.PURPOSE:
            mine.sort(key=lambda node: node.key.endswith((_MORE, "none")))
        else:
            mine.sort(key=lambda node: _rank(node, bands, place))
        for number, node in enumerate(mine):
            place[node.key] = number
        ordered += mine
    return MoneyFlow(
        tuple(ordered),
        tuple(FlowBand(start, end, amount, colour) for (start, end, colour), amount in bands.items()),
        tuple(paths),
    )


def _rank(
    node: FlowNode, bands: dict[tuple[str, str, int], Decimal], place: dict[str, int]
) -> tuple[bool, Decimal]:
    """The mean place of what flows in, weighted by money; what nothing flows into stands last."""
    coming = [(place[start], amount) for (start, end, _c), amount in bands.items() if end == node.key]
    whole = total(amount for _at, amount in coming)
    mean = total(at * amount for at, amount in coming) / whole if whole else Decimal(len(place))
    return node.colour == TORN, mean
