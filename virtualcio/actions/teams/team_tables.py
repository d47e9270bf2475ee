"""The tables of teams, products, 90-day plans and work orders."""

from virtualcio.actions.columns import Table
from virtualcio.actions.teams import plan_columns, product_columns, team_columns, team_status
from virtualcio.actions.teams import team_sentences as sentences
from virtualcio.actions.teams.ninety_day_status import NINETY_DAY_PLANS
from virtualcio.actions.teams.order_status import WORK_ORDERS, orders_summary
from virtualcio.model import NinetyDayPlan, Product, Team, TeamMember, WorkOrder
from virtualcio.texts import mark

TEAM_TABLES: tuple[Table, ...] = (
    Table(
        "teams", Team, mark("Mixed team"), mark("Teams & roles"), team_columns.TEAM_COLUMNS,
        team_status.TEAMS, first=team_columns.TEAM_FIRST, summary=team_status.teams_summary,
        sentence=sentences.team_sentence, page="roadmap",
        empty_text=mark("Who works together across departments belongs here, with roles and what the team "
                        "decides alone."),
        empty_example=mark("Offers without retyping · sales, design, IT · decides up to €3,000"),
    ),
    Table(
        "team_members", TeamMember, mark("Member of a team"), mark("Members of teams"),
        team_columns.MEMBER_COLUMNS, name_field="person_id", page="roadmap", parent_table="teams",
        parent_field="team_id", copied=True,
    ),
    Table(
        "products", Product, mark("Product or service"), mark("Products & services"),
        product_columns.PRODUCT_COLUMNS, team_status.PRODUCTS, first=product_columns.PRODUCT_FIRST,
        summary=team_status.products_summary, sentence=sentences.product_sentence, page="roadmap",
        empty_text=mark("What stays when an initiative is over belongs here, with one person who answers "
                        "for it end to end."),
        empty_example=mark("Customer portal · Klaus Riedel · an answer within one working day"),
    ),
    Table(
        "ninety_day_plans", NinetyDayPlan, mark("90-day plan"), mark("90-day plans"),
        plan_columns.PLAN_COLUMNS, NINETY_DAY_PLANS, first=plan_columns.PLAN_FIRST,
        sentence=sentences.plan_sentence, page="roadmap",
        empty_text=mark("What is to be done in the first 30, 60 and 90 days belongs here."),
        empty_example=mark("A new external CIO · from 1 Dec 2026 · 12 tasks"),
    ),
    Table(
        "work_orders", WorkOrder, mark("Work order"), mark("Work orders"), plan_columns.ORDER_COLUMNS,
        WORK_ORDERS, first=plan_columns.ORDER_FIRST, summary=orders_summary,
        sentence=sentences.order_sentence, page="roadmap",
        empty_text=mark("What providers are to do belongs here: what, why, until when and how it is "
                        "accepted. Each can be printed on one sheet."),
        empty_example=mark("Move the ERP system · Nordwerk Software · until 30 Jun 2027 · €46,000"),
    ),
)  # fmt: skip

# As in tables.py: what a new row is called until the user names it.
TEAM_NEW_NAMES: dict[str, str] = {
    "teams": mark("New mixed team"),
    "products": mark("New product or service"),
    "ninety_day_plans": mark("New 90-day plan"),
    "work_orders": mark("New work order"),
}
