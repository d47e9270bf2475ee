"""Duties that probably apply to the company, each with the reason, to be taken over by the user."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.goals.templates import trade_of
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table
from virtualcio.analysis.goals.obligation_rules import CompanyFacts, Why, judge
from virtualcio.exchange.obligation_templates import ObligationTemplate, obligation_templates
from virtualcio.model import Application, Contract, Obligation
from virtualcio.model.contracts import ContractKind
from virtualcio.model.duties import Applies
from virtualcio.model.inventory import Hosting
from virtualcio.texts import Message, _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

# Why a duty is proposed; what stands in braces comes from the company's own figures.
_WHY: Mapping[Why, str] = MappingProxyType(
    {
        Why.EVERY_BUSINESS: mark("Applies to every business in the country."),
        Why.REVENUE_ABOVE: mark("Revenue of {revenue} is above €800,000."),
        Why.REVENUE_UP_TO: mark("Revenue of {revenue} is not above €800,000, so there is a year more."),
        Why.REVENUE_UNKNOWN: mark("Above €800,000 of revenue; yours is not entered."),
        Why.NO_CLOUD: mark("As soon as a provider processes personal data for you, such as a cloud service."),
        Why.NIS2_SIZE: mark(
            "{employees} people: concerned from 50 on if the company belongs to one of the sectors in "
            "annexes 1 and 2 of the law (energy, health, food, chemicals, machine building, digital "
            "services and others)."
        ),
        Why.NIS2_REVENUE_ONLY: mark(
            "Revenue of {revenue}: concerned if the balance sheet is above 10 million €, too, and the "
            "company belongs to one of the sectors in annexes 1 and 2 of the law."
        ),
        Why.NIS2_TRADE_OUTSIDE: mark(
            "The size would do, but your trade belongs to none of the sectors of the law as a rule. Check "
            "whether part of the business does."
        ),
        Why.NIS2_CONCERNED: mark("You have said that the company is concerned by NIS-2."),
        Why.NIS2_IF_CONCERNED: mark("Applies if the company is concerned by NIS-2."),
        Why.NIS2_SIZE_UNKNOWN: mark(
            "Concerned from 50 people on in certain sectors; how many you have is not entered."
        ),
        Why.ABOVE_SMALL: mark(
            "{employees} people and revenue of {revenue}: corporations of this size are no longer small."
        ),
    }
)


@dataclass(frozen=True)
class ObligationProposal:
    """A duty that is not in the company's list yet. `why` is a sentence in the language of the interface."""

    key: str
    name: str
    legal_basis: str
    due_on: date | None
    applies: Applies
    why: str
    certainty: str
    source: str


def proposed_obligations(company: "OpenCompany") -> Sequence[ObligationProposal]:
    """What the program's list holds for a company of this size, trade and country and is not taken yet."""
    facts = _facts(company)
    taken = {one.template_key for one in company.data.all(Obligation)}
    found = []
    for template in obligation_templates():
        if template.key in taken or company.data.company.country not in template.countries:
            continue
        judgement = judge(template.rule, facts)
        if judgement is not None:
            why = _why(judgement.why, facts)
            found.append(_proposal(template, judgement.applies, why))
    return found


def take_obligations(company: "OpenCompany", keys: Collection[str]) -> Sequence[Obligation]:
    """Take over the proposals with these keys as one undo step, with the reason in them.

    ValueError if none of them is proposed.
    """
    chosen = [one for one in proposed_obligations(company) if one.key in keys]
    if not chosen:
        raise ValueError(f"not proposed: {sorted(keys)}")
    made = []
    with company.workspace.change(Message(mark("Obligations taken over from the list"))) as edit:
        for one in chosen:
            values = {
                "name": one.name,
                "legal_basis": one.legal_basis,
                "applies": one.applies,
                "why": one.why,
                "due_on": one.due_on,
                "template_key": one.key,
            }
            record = put_record(company, edit, table("obligations"), values)
            assert isinstance(record, Obligation)
            made.append(record)
    return made


def _proposal(template: ObligationTemplate, applies: Applies, why: str) -> ObligationProposal:
    return ObligationProposal(
        key=template.key,
        name=template.name,
        legal_basis=template.legal_basis,
        due_on=template.due_on,
        applies=applies,
        why=why,
        certainty=template.certainty,
        source=template.source,
    )


def _facts(company: "OpenCompany") -> CompanyFacts:
    own, today = company.data.company, company.today
    trade = trade_of(own.trade)
    cloud = [
        one
        for one in company.data.where(Application, "hosting", Hosting.CLOUD)
        if one.retired_on is None or one.retired_on > today
    ]
    insurances = company.data.where(Contract, "kind", ContractKind.INSURANCE)
    answered = company.data.where(Obligation, "template_key", "nis2_scope")
    return CompanyFacts(
        employees=own.employees,
        revenue=own.revenue,
        trade=None if trade is None else trade.key,
        cloud_services=len(cloud),
        insurances=len(insurances),
        nis2=next((one.applies for one in answered), None),
    )


def _why(why: Why, facts: CompanyFacts) -> str:
    if why is Why.CLOUD:
        return translate_count(
            "{count} cloud service in the inventory processes data for you.",
            "{count} cloud services in the inventory process data for you.",
            facts.cloud_services,
        )
    if why is Why.INSURED:
        return translate_count(
            "{count} insurance contract in the inventory can have terms about IT.",
            "{count} insurance contracts in the inventory can have terms about IT.",
            facts.insurances,
        )
    return _(_WHY[why]).format(
        employees=formats.number(facts.employees), revenue=formats.money_short(facts.revenue)
    )
