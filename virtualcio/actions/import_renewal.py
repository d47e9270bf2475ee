"""An import plan made anew after the company changed, with everything the user has decided."""

from dataclasses import replace
from typing import TYPE_CHECKING

from virtualcio.actions.import_targets import import_context
from virtualcio.exchange.import_plan import ImportPlan
from virtualcio.exchange.plan_making import make_plan

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def renewed(company: "OpenCompany", plan: ImportPlan) -> ImportPlan:
    """The same file and decisions against what the company has now: what exists already may differ."""
    context = import_context(company)
    basis = replace(
        plan.basis, targets=context.targets, known=context.known, today=context.today, facts=context.facts
    )
    return make_plan(basis, plan.choices)
