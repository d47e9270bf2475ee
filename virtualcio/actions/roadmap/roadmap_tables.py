"""The tables of the roadmap: pools of people, and months in which they have other days."""

from virtualcio.actions.columns import Table
from virtualcio.actions.roadmap import pool_columns
from virtualcio.actions.roadmap.load_words import pool_sentence
from virtualcio.actions.roadmap.pool_status import POOLS, pools_summary
from virtualcio.model import PoolException, ResourcePool
from virtualcio.texts import mark

ROADMAP_TABLES: tuple[Table, ...] = (
    Table(
        "pools", ResourcePool, mark("Team"), mark("Capacity"), pool_columns.POOL_COLUMNS, POOLS,
        first=pool_columns.FIRST, summary=pools_summary, sentence=pool_sentence, page="roadmap",
        empty_text=mark("Who can work on initiatives belongs here, and how many days a month."),
        empty_example=mark("Our IT · 12.5 person-days a month, 4 of them for support · €480 a day"),
    ),
    Table(
        "pool_exceptions", PoolException, mark("Other days in some months"),
        mark("Other days in some months"), pool_columns.EXCEPTION_COLUMNS, name_field="first_month",
        page="roadmap", parent_table="pools", parent_field="pool_id",
    ),
)  # fmt: skip

# As in tables.py: what a new row is called until the user names it.
ROADMAP_NEW_NAMES: dict[str, str] = {"pools": mark("New team")}
