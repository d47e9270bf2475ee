"""The table of inputs of business cases: rows of an initiative, typed in the tab of the business case."""

from virtualcio.actions.business_case.case_columns import CASE_COLUMNS
from virtualcio.actions.columns import Table
from virtualcio.model import CaseInput
from virtualcio.texts import mark

CASE_TABLES: tuple[Table, ...] = (
    Table(
        "case_inputs", CaseInput, mark("Input of a business case"), mark("Inputs of business cases"),
        CASE_COLUMNS, page="budget", tab="business_case", parent_table="initiatives",
        parent_field="initiative_id", in_details=False,
    ),
)  # fmt: skip

# As in tables.py: what a new row is called until the user names it.
CASE_NEW_NAMES: dict[str, str] = {"case_inputs": mark("New input")}
