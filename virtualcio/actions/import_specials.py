"""What each importable table adds to its columns for lists: own readers, rules, words of file names."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from virtualcio.actions.columns import Link
from virtualcio.exchange import (
    actual_costs_import,
    application_import,
    asset_import,
    budget_lines_import,
    contract_import,
    goal_import,
    initiative_import,
    kpi_series_import,
    site_import,
    wide_budget,
    wide_rows,
)
from virtualcio.exchange.import_fields import ImportField, Rule, Unfolding, WholeRule
from virtualcio.exchange.plan_values import Existing
from virtualcio.model import (
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    Record,
    ResourcePool,
)


@dataclass(frozen=True)
class ChildRows:
    """A field of a list whose parts become rows of the record: which ones, and where the amount goes."""

    link: Link
    target: type[Record]
    amount_field: str
    usual: int  # the amount where the list says none


@dataclass(frozen=True)
class Special:
    """One row of `SPECIALS` for each importable table; the fields are those of ImportTarget."""

    identity: Callable[[Mapping[str, object]], Hashable | None]
    fields: tuple[ImportField, ...] = ()
    rules: tuple[Rule, ...] = ()
    section_field: str | None = None
    file_words: tuple[str, ...] = ()
    children: Mapping[str, ChildRows] | None = None
    whole_rules: tuple[WholeRule, ...] = ()
    keys: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()  # fields that are shown in the preview and are no columns
    extra_before: str = ""  # the column before which they stand
    gathers_rows: bool = False
    one_row_each: bool = False
    of_months: bool = False
    unfolding: Unfolding | None = None
    existing: Existing = Existing.SKIP


SPECIALS: dict[str, Special] = {
    "accounts": Special(
        actual_costs_import.identity,
        actual_costs_import.special_fields(),
        actual_costs_import.RULES,
        file_words=actual_costs_import.FILE_WORDS,
        whole_rules=(actual_costs_import.settle,),
        keys=("number",),
        extra=(actual_costs_import.AMOUNT,),
        extra_before="category",
        of_months=True,
        existing=Existing.UPDATE,  # the list comes again every month, with one more month in it
    ),
    "assets": Special(
        asset_import.identity,
        asset_import.special_fields(),
        asset_import.RULES,
        asset_import.SECTION_FIELD,
        asset_import.FILE_WORDS,
        whole_rules=(asset_import.site_of_workplace,),
        keys=("inventory_number", "serial_number"),
        apart=("purchase_date",),
    ),
    "contracts": Special(
        contract_import.identity,
        contract_import.special_fields(),
        contract_import.RULES,
        file_words=contract_import.FILE_WORDS,
        keys=("number",),
        apart=("supplier", "start"),
        one_row_each=True,
    ),
    "budget_lines": Special(
        budget_lines_import.identity,
        wide_budget.special_fields(),
        rules=budget_lines_import.RULES,
        file_words=budget_lines_import.FILE_WORDS,
        apart=("first_on",),
        whole_rules=(budget_lines_import.once_only,),
        unfolding=Unfolding(
            wide_budget.AMOUNTS,
            wide_budget.settled_mapping,
            wide_budget.as_shown,
            wide_budget.lies_ahead,
            wide_rows.unfold,
        ),
    ),
    "applications": Special(
        application_import.identity,
        application_import.special_fields(),
        file_words=application_import.FILE_WORDS,
    ),
    "sites": Special(site_import.identity, site_import.special_fields(), file_words=site_import.FILE_WORDS),
    "goals": Special(goal_import.identity, file_words=goal_import.FILE_WORDS),
    "kpis": Special(
        kpi_series_import.identity,
        kpi_series_import.special_fields(),
        kpi_series_import.RULES,
        file_words=kpi_series_import.FILE_WORDS,
        whole_rules=(kpi_series_import.settle_series,),
        extra=(kpi_series_import.VALUES, kpi_series_import.SHARES),
        extra_before="baseline",
        gathers_rows=True,
        existing=Existing.UPDATE,  # such a list comes again every month, with one more value
    ),
    "initiatives": Special(
        initiative_import.identity,
        initiative_import.special_fields(),
        file_words=initiative_import.FILE_WORDS,
        whole_rules=(initiative_import.settle_prerequisites,),
        children={
            initiative_import.CONTRIBUTIONS: ChildRows(
                Link(InitiativeGoal, "initiative_id", "goal_id"), Goal, "strength", 2
            ),
            initiative_import.EFFORTS: ChildRows(
                Link(InitiativeEffort, "initiative_id", "pool_id"), ResourcePool, "days", 0
            ),
            initiative_import.PREREQUISITES: ChildRows(
                Link(InitiativeDependency, "initiative_id", "prerequisite_id"), Initiative, "lag_months", 0
            ),
        },
    ),
}
