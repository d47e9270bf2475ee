"""The columns of risks and obligations."""

from virtualcio.actions.columns import Column, Kind, Link
from virtualcio.actions.priorities import priority_choice_titles as titles
from virtualcio.actions.priorities.priority_status import linked, obligation_status, risk_status
from virtualcio.model import (
    Application,
    Asset,
    Initiative,
    InitiativeObligation,
    InitiativeRisk,
    Person,
    Process,
    RiskApplication,
    RiskAsset,
    RiskProcess,
)
from virtualcio.model.duties import Applies
from virtualcio.texts import mark

_BASICS = mark("Basics")
_LINKED = mark("Linked")
_LOSS = mark("What it would cost")
_AFTER = mark("With the measures")
_RESPONSIBLE = mark("Responsible")

RISK_FIRST = ("likelihood", "impact", "likelihood_after", "impact_after", "owner", "measure")

RISK_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Risk"), Kind.TEXT, field="name", required=True, group=_BASICS, width=240,
           help=mark("What can happen, in the words of the company."),
           import_names=("name", "risiko", "was kann passieren", "risk")),
    Column("score", mark("Weight"), Kind.STATUS, compute=risk_status, group=_BASICS, width=90,
           help=mark("Likelihood × damage, from 1 to 25: today, and with the measures.")),
    Column("likelihood", mark("Likelihood (1–5)"), Kind.INTEGER, field="likelihood", least=1, most=5,
           group=_BASICS, shown=False, width=130,
           help=mark("1: hardly ever. 3: every few years. 5: every few months."),
           import_names=("wahrscheinlichkeit", "eintrittswahrscheinlichkeit", "eintritt", "likelihood")),
    Column("impact", mark("Damage (1–5)"), Kind.INTEGER, field="impact", least=1, most=5, group=_BASICS,
           shown=False, width=120,
           help=mark("1: hardly noticed. 3: hurts for weeks. 5: endangers the company."),
           import_names=("auswirkung", "schaden", "schadenshöhe", "impact")),
    Column("likelihood_after", mark("Likelihood then (1–5)"), Kind.INTEGER, field="likelihood_after",
           least=1, most=5, group=_AFTER, shown=False, width=150,
           help=mark("How likely it is once the measure works; empty: as before.")),
    Column("impact_after", mark("Damage then (1–5)"), Kind.INTEGER, field="impact_after", least=1, most=5,
           group=_AFTER, shown=False, width=140,
           help=mark("How bad it is once the measure works; empty: as before.")),
    Column("loss_low", mark("Damage at best"), Kind.MONEY, field="loss_low", least=0, group=_LOSS,
           shown=False, width=120, import_names=("schaden von", "mindestschaden")),
    Column("loss_high", mark("Damage at worst"), Kind.MONEY, field="loss_high", least=0, group=_LOSS,
           shown=False, width=120, import_names=("schaden bis", "höchstschaden")),
    Column("yearly_loss", mark("Expected damage a year"), Kind.MONEY, field="yearly_loss", least=0,
           group=_LOSS, width=150, help=mark("What it costs on average in a year if nothing is done."),
           import_names=("erwarteter schaden", "schaden pro jahr")),
    Column("measure", mark("Measure"), Kind.LONG_TEXT, field="measure", group=_AFTER, shown=False, width=220,
           help=mark("What makes it less likely or less bad."), import_names=("maßnahme", "gegenmaßnahme")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person,
           group=_RESPONSIBLE, width=140, spare=True, import_names=("verantwortlich", "zuständig", "owner")),
    Column("initiatives", mark("Lowered by"), Kind.LINKS, target=Initiative, group=_AFTER, width=180,
           compute=linked(InitiativeRisk, "risk_id", "initiative_id"),
           help=mark("The initiatives that lower this risk.")),
    Column("processes", mark("Stops processes"), Kind.LINKS, target=Process, group=_LINKED, width=170,
           link=Link(RiskProcess, "risk_id", "process_id"), spare=True,
           import_names=("prozess", "prozesse")),
    Column("assets", mark("Comes from systems"), Kind.LINKS, target=Asset, group=_LINKED, shown=False,
           link=Link(RiskAsset, "risk_id", "asset_id"), width=170, import_names=("system", "systeme")),
    Column("applications", mark("Comes from applications"), Kind.LINKS, target=Application, group=_LINKED,
           shown=False, link=Link(RiskApplication, "risk_id", "application_id"), width=170,
           import_names=("anwendung", "anwendungen")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip

OBLIGATION_FIRST = ("applies", "due_on", "owner", "evidence_on", "evidence")

OBLIGATION_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Obligation"), Kind.TEXT, field="name", required=True, group=_BASICS, width=240,
           help=mark("What a law or a contract demands of your company."),
           import_names=("name", "pflicht", "bezeichnung", "anforderung")),
    Column("legal_basis", mark("Where it stands"), Kind.TEXT, field="legal_basis", group=_BASICS, width=160,
           spare=True, help=mark("The law or the contract."),
           import_names=("rechtsgrundlage", "gesetz", "grundlage")),
    Column("applies", mark("Does it apply?"), Kind.CHOICE, field="applies", choices=Applies,
           choice_titles=titles.APPLIES, group=_BASICS, width=130, spare=True,
           import_names=("gilt", "trifft zu", "anwendbar")),
    Column("status", mark("Is it met?"), Kind.STATUS, compute=obligation_status,
           group=mark("Evidence"), width=150),
    Column("why", mark("Why"), Kind.LONG_TEXT, field="why", group=_BASICS, shown=False, width=220,
           help=mark("Why it applies to your company, or why not."), import_names=("warum", "begründung")),
    Column("due_on", mark("To be met by"), Kind.DATE, field="due_on", group=_BASICS, width=115,
           import_names=("frist", "bis", "fällig", "termin")),
    Column("evidence", mark("Evidence"), Kind.LONG_TEXT, field="evidence", group=mark("Evidence"),
           shown=False, width=220, help=mark("What proves that it is met, and where that lies."),
           import_names=("nachweis", "beleg")),
    Column("evidence_on", mark("Evidence of"), Kind.DATE, field="evidence_on", group=mark("Evidence"),
           shown=False, width=115, import_names=("nachweis vom", "nachweis am")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person,
           group=_RESPONSIBLE, width=140, import_names=("verantwortlich", "zuständig", "owner")),
    Column("initiatives", mark("Met by"), Kind.LINKS, target=Initiative, group=_LINKED, width=180,
           compute=linked(InitiativeObligation, "obligation_id", "initiative_id"), spare=True,
           help=mark("The initiatives that meet it.")),
    Column("template_key", mark("From the program's list"), Kind.TEXT, field="template_key", group=_BASICS,
           shown=False, width=130, help=mark("Its key in the program's list of obligations.")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip
