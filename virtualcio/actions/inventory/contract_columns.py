"""The columns of contracts: what was agreed, and the dates that follow from it."""

from virtualcio.actions.budget.budget_words import CATEGORY_TITLES, PURPOSE_TITLES
from virtualcio.actions.columns import Column, Kind, Link
from virtualcio.actions.inventory import choice_titles
from virtualcio.actions.inventory.contract_status import (
    contract_status,
    decide_by,
    last_day_of_notice,
    last_working_day,
    next_end,
    price_of_missing,
    yearly_cost_of,
)
from virtualcio.model import (
    Application,
    Asset,
    ContractApplication,
    ContractAsset,
    ContractProcess,
    Goal,
    Obligation,
    Person,
    Process,
    Supplier,
)
from virtualcio.model.contracts import Anchor, ContractKind, NoticeUnit, PaymentPeriod, RenewalKind
from virtualcio.model.expense import BudgetCategory, Purpose
from virtualcio.model.inventory import AmountOrigin
from virtualcio.texts import mark

BASICS = mark("Basics")
DATES = mark("Dates")
TERM = mark("Term and notice")
COSTS = mark("Costs")
USE = mark("Use and support")
BUDGET = mark("In the budget")
LINKED = mark("Linked")

FIRST = (
    "decide_by", "price_of_missing", "next_end", "yearly_cost", "cost", "cost_period", "owner", "kind",
    "supplier", "assets", "applications",
)  # fmt: skip

_DATES: tuple[Column, ...] = (
    Column("state", mark("State"), Kind.STATUS, compute=contract_status, group=DATES, width=170),
    Column("decide_by", mark("Decide by"), Kind.DATE, compute=decide_by, group=DATES, width=105,
           help=mark("Last working day of notice, less the days for the post and the lead time to switch.")),
    Column("last_day_of_notice", mark("Last day of notice"), Kind.DATE, compute=last_day_of_notice,
           group=DATES, shown=False, width=140,
           help=mark("On this day the notice must have arrived, Sunday or holiday included.")),
    Column("last_working_day", mark("Last working day"), Kind.DATE, compute=last_working_day,
           group=DATES, shown=False, width=130),
    Column("next_end", mark("Next end"), Kind.DATE, compute=next_end, group=DATES, shown=False,
           width=110,
           help=mark("The earliest day on which the contract can still end.")),
    Column("price_of_missing", mark("Missing it costs"), Kind.MONEY, compute=price_of_missing, group=DATES,
           width=125, help=mark("What the contract costs in addition, if the last day of notice passes.")),
    Column("yearly_cost", mark("Cost a year"), Kind.MONEY, compute=yearly_cost_of, group=COSTS, width=105),
)  # fmt: skip

_TERM: tuple[Column, ...] = (
    Column("start", mark("Start of contract"), Kind.DATE, field="start", group=TERM, shown=False,
           import_names=("beginn", "vertragsbeginn", "start", "laufzeitbeginn", "abschluss", "von")),
    Column("term_months", mark("Term (months)"), Kind.INTEGER, field="term_months", least=1, most=600,
           group=TERM, shown=False,
           help=mark("For how many months it cannot be left. Empty: no minimum term."),
           import_names=("laufzeit", "mindestlaufzeit", "laufzeit (monate)", "laufzeit in monaten",
                         "mindestlaufzeit (monate)", "laufzeit monate")),
    Column("renewal", mark("Renewal"), Kind.CHOICE, field="renewal", choices=RenewalKind,
           choice_titles=choice_titles.RENEWALS, group=TERM, shown=False,
           help=mark("What happens at the end of the term if nobody gives notice.")),
    Column("renewal_months", mark("Renewal (months)"), Kind.INTEGER, field="renewal_months", least=1,
           most=600, group=TERM, shown=False,
           import_names=("verlängerung", "verlängert um", "verlaengerung", "verlängerung (monate)",
                         "verlängerung monate")),
    Column("notice_count", mark("Notice period"), Kind.INTEGER, field="notice_count", least=0, most=3650,
           group=TERM, shown=False, help=mark("Empty: unknown. The program then points it out."),
           import_names=("kündigungsfrist", "frist", "kuendigungsfrist", "kündigung")),
    Column("notice_unit", mark("Notice period in"), Kind.CHOICE, field="notice_unit", choices=NoticeUnit,
           choice_titles=choice_titles.NOTICE_UNITS, group=TERM, shown=False),
    Column("anchor", mark("May end at"), Kind.CHOICE, field="anchor", choices=Anchor,
           choice_titles=choice_titles.ANCHORS, group=TERM, shown=False, width=140,
           help=mark("The days on which the contract may end, such as “end of a quarter”."),
           import_names=("zum", "kündbar zum")),
    Column("notice_form", mark("Form of notice"), Kind.TEXT, field="notice_form", group=TERM, shown=False,
           import_names=("form", "kündigungsform")),
    Column("notice_given_on", mark("Notice given on"), Kind.DATE, field="notice_given_on", group=TERM,
           shown=False, import_names=("gekündigt am", "gekündigt")),
    Column("agreed_end", mark("Agreed last day"), Kind.DATE, field="agreed_end", group=TERM, shown=False,
           help=mark("If an end has been agreed: the last day of the contract."),
           import_names=("ende", "vertragsende", "laufzeitende", "bis", "endet am")),
    Column("switch_days", mark("Lead time (days)"), Kind.INTEGER, field="switch_days", least=0,
           most=3650, group=TERM, shown=False,
           help=mark("How many days it takes to change the supplier: an ERP needs months, a printer days."),
           import_names=("vorlauf", "wechselvorlauf")),
    Column("public_telecom", mark("Public telecom provider"), Kind.YES_NO, field="public_telecom", group=TERM,
           shown=False, help=mark("After the first term such contracts can usually be left at one month's "
                                  "notice (TKG § 56 (3)).")),
    Column("leasing_end", mark("Return on"), Kind.DATE, field="leasing_end", group=TERM, shown=False,
           help=mark("The day on which leased things go back."), import_names=("rückgabe", "leasingende")),
)  # fmt: skip

_COSTS: tuple[Column, ...] = (
    Column("cost", mark("Cost (net)"), Kind.MONEY, field="cost", least=0, group=COSTS, shown=False,
           help=mark("Without VAT, for each payment period."),
           import_names=("kosten", "betrag", "preis", "rate", "netto", "kosten netto", "kosten (netto)")),
    Column("cost_period", mark("Paid"), Kind.CHOICE, field="cost_period", choices=PaymentPeriod,
           choice_titles=choice_titles.PERIODS, group=COSTS, shown=False,
           import_names=("zahlung", "zahlweise", "turnus", "intervall", "abrechnung", "rhythmus",
                         "zahlungsweise")),
    Column("cost_origin", mark("Price comes from"), Kind.CHOICE, field="cost_origin", choices=AmountOrigin,
           choice_titles=choice_titles.AMOUNT_ORIGINS, group=COSTS, shown=False,
           help=mark("Shows how sure the amount is: an invoice is surer than an estimate.")),
    Column("price_increase_percent", mark("Price increase a year"), Kind.PERCENT,
           field="price_increase_percent", least=0, most=100, group=COSTS, shown=False,
           import_names=("preissteigerung", "preiserhöhung", "indexierung")),
    Column("price_increase_right", mark("Right to raise prices"), Kind.TEXT, field="price_increase_right",
           group=COSTS, shown=False, width=180,
           help=mark("What the contract says about price increases."), import_names=("preisanpassung",)),
)  # fmt: skip

_BUDGET: tuple[Column, ...] = (
    Column("category", mark("Category"), Kind.CHOICE, field="category", choices=BudgetCategory,
           choice_titles=CATEGORY_TITLES, group=BUDGET, shown=False, width=140,
           help=mark("Where it stands in the budget. Empty: as its kind says."),
           import_names=("budgetkategorie", "kostenart")),
    Column("purpose", mark("Purpose"), Kind.CHOICE, field="purpose", choices=Purpose,
           choice_titles=PURPOSE_TITLES, group=BUDGET, shown=False, width=130,
           help=mark("What the money is for: it moves a goal, meets a duty or keeps business running."),
           import_names=("zweck", "wofür")),
    Column("goal", mark("Goal"), Kind.REFERENCE, field="goal_id", target=Goal, group=BUDGET, shown=False,
           width=150, import_names=("ziel",)),
    Column("obligation", mark("Obligation"), Kind.REFERENCE, field="obligation_id", target=Obligation,
           group=BUDGET, shown=False, width=150, import_names=("pflicht",)),
    Column("processes", mark("Needed by processes"), Kind.LINKS, target=Process, group=BUDGET, shown=False,
           link=Link(ContractProcess, "contract_id", "process_id"), width=170,
           help=mark("Only what needs the contract itself; what systems and applications serve is known."),
           import_names=("prozess", "prozesse")),
    Column("cost_centre", mark("Cost centre"), Kind.TEXT, field="cost_centre", group=BUDGET, shown=False,
           width=110, help=mark("The part of the company that bears the cost, as in bookkeeping."),
           import_names=("kostenstelle", "kst", "kst.")),
    Column("account", mark("Account number"), Kind.TEXT, field="account", group=BUDGET, shown=False,
           width=110, help=mark("The number of the account under which bookkeeping enters it."),
           import_names=("konto", "sachkonto", "kontonummer")),
)  # fmt: skip

_USE: tuple[Column, ...] = (
    Column("seats_bought", mark("Seats bought"), Kind.INTEGER, field="seats_bought", least=0, most=1_000_000,
           group=USE, shown=False, help=mark("Licences or workplaces that you pay for."),
           import_names=("lizenzen", "anzahl lizenzen", "lizenzen gekauft", "plätze")),
    Column("seats_used", mark("Seats used"), Kind.INTEGER, field="seats_used", least=0, most=1_000_000,
           group=USE, shown=False, import_names=("lizenzen genutzt", "genutzt")),
    Column("hours_quota", mark("Hours a year"), Kind.INTEGER, field="hours_quota", least=0,
           most=100_000,
           group=USE, shown=False, help=mark("Support hours that are included each year."),
           import_names=("stundenkontingent", "kontingent")),
    Column("response_hours", mark("Response time (h)"), Kind.INTEGER, field="response_hours",
           least=0, most=8760, group=USE, shown=False,
           help=mark("Within how many hours the support answers."),
           import_names=("reaktionszeit", "sla")),
    Column("negotiate", mark("To negotiate at renewal"), Kind.LONG_TEXT, field="negotiate", group=USE,
           shown=False, width=200, import_names=("verhandeln",)),
)  # fmt: skip

COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Contract"), Kind.TEXT, field="name", required=True, group=BASICS, width=170,
           import_names=("name", "vertrag", "bezeichnung", "vertragsname", "gegenstand", "vertragsgegenstand",
                         "leistung")),
    Column("supplier", mark("Supplier"), Kind.REFERENCE, field="supplier_id", target=Supplier, group=BASICS,
           width=150, spare=True, import_names=("lieferant", "anbieter", "vertragspartner", "partner",
           "firma", "dienstleister")),
    *_DATES,
    Column("kind", mark("Kind"), Kind.CHOICE, field="kind", choices=ContractKind,
           choice_titles=choice_titles.CONTRACT_KINDS, group=BASICS, shown=False,
           import_names=("art", "vertragsart", "typ", "kategorie")),
    Column("number", mark("Contract number"), Kind.TEXT, field="number", group=BASICS, shown=False,
           import_names=("vertragsnummer", "vertrags-nr.", "vertragsnr", "nummer", "nr.", "nr", "vertrags-nr",
                         "vertragsnr.")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person, group=BASICS,
           shown=False, width=130, help=mark("Who decides about it and answers for it."),
           import_names=("verantwortlich", "zuständig", "ansprechpartner")),
    *_TERM,
    *_COSTS,
    *_BUDGET,
    *_USE,
    Column("assets", mark("Covers assets"), Kind.LINKS, target=Asset, group=LINKED, shown=False,
           link=Link(ContractAsset, "contract_id", "asset_id"), width=160, import_names=("system",
           "systeme")),
    Column("applications", mark("Covers applications"), Kind.LINKS, target=Application, group=LINKED,
           shown=False, link=Link(ContractApplication, "contract_id", "application_id"), width=160,
           import_names=("anwendung", "anwendungen")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung", "hinweis", "kommentar")),
)  # fmt: skip
