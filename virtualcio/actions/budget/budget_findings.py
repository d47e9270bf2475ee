"""The sentences of findings about the budget and about what money is for: title and detail."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_words import CATEGORY_TITLES
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.actions.tables import label_of
from virtualcio.analysis.calendar_days import fiscal_year_of
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import ActualCost
from virtualcio.texts import _, join_names, translate, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Words = tuple[str, str]


def budget_overrun(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    year = fiscal_year_words(parts.value("year"), company.data.company.fiscal_year_start)
    category = translate(CATEGORY_TITLES[parts.value("worst")])
    amounts = {
        "forecast": formats.money_short(parts.value("worst_forecast")),
        "plan": formats.money_short(parts.value("worst_plan")),
    }
    amount = formats.money_short(finding.money)
    if parts.count == 1 and not parts.value("in_all"):
        title = _("{year}: {category} gets {amount} dearer than planned")
        detail = _("{forecast} are expected, {plan} were planned.")
        return title.format(year=year, category=category, amount=amount), detail.format(**amounts)
    worst = _("Most of it in {category}: {forecast} instead of {plan}.").format(category=category, **amounts)
    if parts.value("in_all"):
        return _("{year} gets {amount} dearer than planned").format(year=year, amount=amount), worst
    title = _("{year}: {count} categories get much dearer than planned")
    return title.format(year=year, count=parts.count), worst


def expense_without_purpose(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "{count} larger expense serves no measurable goal and no duty",
        "{count} larger expenses serve no measurable goal and no duty",
        parts.count,
    )
    detail = _("{percent} of all larger expenses: {names}.")
    return title, detail.format(percent=formats.percent(parts.value("percent")), names=parts.names())


def assignment_stale(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "For {count} expense nobody has confirmed lately what it is for",
        "For {count} expenses nobody has confirmed lately what they are for",
        parts.count,
    )
    return title, _("Confirm it, or measure the KPI: {names}.").format(names=parts.names())


def line_without_purpose(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("The budget line “{name}” has no purpose").format(name=parts.name())
        return title, _("For a goal, for a duty or for operation?")
    title = translate_count(
        "{count} budget line has no purpose", "{count} budget lines have no purpose", parts.count
    )
    return title, _("For a goal, for a duty or for operation? {names}.").format(names=parts.names())


def line_without_amount(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    detail = _("As long as it counts 0, the budget is too small.")
    if parts.count == 1:
        return _("The budget line “{name}” has no amount").format(name=parts.name()), detail
    title = translate_count(
        "{count} budget line has no amount", "{count} budget lines have no amount", parts.count
    )
    return title, f"{parts.names()}. {detail}"


def line_outside_plan(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    years = company.results.plan_years.years
    start = company.data.company.fiscal_year_start
    detail = _("Planned are {first} to {last}. Is the year of the first payment right?").format(
        first=fiscal_year_words(years[0].year, start), last=fiscal_year_words(years[-1].year, start)
    )
    if parts.count == 1:
        title = _("The budget line “{name}” is outside of the planned years")
        return title.format(name=parts.name()), detail
    title = translate_count(
        "{count} budget line is outside of the planned years",
        "{count} budget lines are outside of the planned years",
        parts.count,
    )
    return title, f"{parts.names()}. {detail}"


def _account(company: "OpenCompany", parts: Parts) -> str:
    """Of the first actual cost: 'Konto 4806, 01.07.2026 bis 30.09.2026'."""
    row = company.data.find(ActualCost, parts.finding.objects[0][1])
    return _("Account {account}, {first} to {last}").format(
        account=label_of(company, row), first=parts.day("first_on"), last=parts.day("last_on")
    )


def actuals_overlap(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "{count} amount of the books is there twice",
        "{count} amounts of the books are there twice",
        parts.count,
    )
    detail = _("{account}: another list covers this time, so it is left out. Delete one of the two.")
    return title, detail.format(account=_account(company, parts))


def actual_negative(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "{count} actual cost is below zero", "{count} actual costs are below zero", parts.count
    )
    detail = _("{account}. Right for a credit note; otherwise a sign is wrong.")
    return title, detail.format(account=_account(company, parts))


def actuals_across_years(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "{count} actual cost belongs to two fiscal years", "{count} actual costs belong to two fiscal years",
        parts.count,
    )  # fmt: skip
    detail = _("{account}: it counts in neither of them. Import a list for each year, and delete this one.")
    return title, detail.format(account=_account(company, parts))


def actuals_outside_plan(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    plan = company.results.plan_years
    first, last = (fiscal_year_of(parts.value(key), plan.start_month) for key in ("first_on", "last_on"))
    title = translate_count(
        "{count} actual cost is of a year that the budget does not look at",
        "{count} actual costs are of years that the budget does not look at",
        parts.count,
    )
    detail = _("{years}: {amount} on {accounts}. The budget looks at {plan}, so it counts in no figure. "
               "Is it the list of the right year?")  # fmt: skip
    return title, detail.format(
        years=_years(first, last, plan.start_month),
        amount=formats.money_short(finding.money),
        accounts=_accounts(company, finding),
        plan=_years(plan.years[0].year, plan.years[-1].year, plan.start_month),
    )


def actuals_of_another_company(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "{count} actual cost comes from the list of another company",
        "{count} actual costs come from the list of another company",
        parts.count,
    )
    detail = _("The list names “{other}”: {amount} on {accounts}. If it is not yours, delete these amounts.")
    return title, detail.format(
        other=parts.value("company"),
        amount=formats.money_short(finding.money),
        accounts=_accounts(company, finding),
    )


def _years(first: int, last: int, start_month: int) -> str:
    words = fiscal_year_words(first, start_month)
    if first == last:
        return words
    return _("{first} to {last}").format(first=words, last=fiscal_year_words(last, start_month))


def _accounts(company: "OpenCompany", finding: Finding) -> str:
    """The accounts of its actual costs, each once, in their order."""
    rows = (company.data.find(ActualCost, key) for _kind, key in finding.objects)
    return join_names(dict.fromkeys(label_of(company, row) for row in rows))


def actuals_old(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    day = parts.day("last_on")
    if parts.value("all_of_them"):
        title = _("The actual costs end on {day}").format(day=day)
        return title, _("Import the list of accounts of the months since: then the forecast is right again.")
    detail = _("Other accounts go on. Is it in the list, or has it another number now?")
    if parts.count == 1:
        account = label_of(company, company.data.find(*finding.objects[0]))
        return _("Account {account}: nothing since {day}").format(account=account, day=day), detail
    title = translate_count(
        "{count} account has had nothing for months", "{count} accounts have had nothing for months",
        parts.count,
    )  # fmt: skip
    return title, detail
