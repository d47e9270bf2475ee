"""When something runs out and what is done about it, as a word with a tone for table and inspector."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Status, Tone
from virtualcio.actions.inventory.choice_titles import REMEDIES
from virtualcio.analysis.inventory.due_dates import DueReason, DueState, SupportOrigin
from virtualcio.model import Application, Asset, ProductSupport, ServiceLife
from virtualcio.model.inventory import Hosting, Ownership, RemedyKind
from virtualcio.texts import _, language, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

TONES: dict[DueState, Tone] = {
    DueState.OVERDUE: Tone.ACT,
    DueState.SOON: Tone.WATCH,
    DueState.LATER: Tone.GOOD,
    DueState.UNKNOWN: Tone.NEUTRAL,
    DueState.RETIRED: Tone.NEUTRAL,
}
REASONS: dict[DueReason, str] = {DueReason.SUPPORT: mark("Support"), DueReason.AGE: mark("Age")}


def due_status(company: "OpenCompany", record: Asset | Application) -> Status:
    """'10/2023 · Support' with the tone of its state."""
    kept, kinds = company.results.kept, (Asset, Application)
    others = (ProductSupport, ServiceLife)
    return kept.each("due_statuses", kinds, others, lambda one: _due_status(company, one), language())[
        record.id
    ]


def _due_status(company: "OpenCompany", record: Asset | Application) -> Status:
    state = company.results.due_state(record)
    if state is DueState.RETIRED:
        return Status(_("out of use"), Tone.NEUTRAL, date.max)
    due = company.results.due(record)
    if due.due is None or due.reason is None:
        if isinstance(record, Application) and record.hosting is Hosting.CLOUD:
            return Status(_("by the provider"), Tone.GOOD)
        if due.support_origin is SupportOrigin.NOT_ANNOUNCED:
            return Status(_("no end announced"), Tone.GOOD if due.needs_no_date else Tone.NEUTRAL)
        return Status(_("unknown"))
    text = f"{formats.month(due.due)} · {_(REASONS[due.reason])}"
    return Status(text, TONES[state], due.due)


def support_until(company: "OpenCompany", record: Asset | Application) -> Status | None:
    """'bis 10/2023' beside the product: until when there are security updates; None if that is unknown."""
    due = company.results.due(record)
    if due.support_end is None:
        return None
    if due.support_end < company.today:
        tone = Tone.ACT
    else:
        counts = due.reason is DueReason.SUPPORT and due.due == due.support_end
        tone = TONES[company.results.due_state(record)] if counts else Tone.NEUTRAL
    return Status(_("until {month}").format(month=formats.month(due.support_end)), tone)


def usual_life(company: "OpenCompany", asset: Asset) -> Status | None:
    """'üblich: 6 Jahre' beside an empty service life; None if one is typed or nothing is usual."""
    years = company.results.usual_service_life(asset.category)
    if asset.service_life_years is not None or years is None:
        return None
    words = translate_count("{count} year", "{count} years", years)
    return Status(_("usual: {years}").format(years=words))


def remedy_status(company: "OpenCompany", record: Asset | Application) -> Status:
    """'Ersetzen' if decided, 'Ersetzen (Vorschlag)' if the program proposes it."""
    kind, is_proposal = company.results.remedy(record)
    words = _(REMEDIES[kind])
    order = list(RemedyKind).index(kind)
    if is_proposal:
        return Status(_("{remedy} (proposed)").format(remedy=words), Tone.NEUTRAL, order)
    if kind is RemedyKind.ACCEPT and record.accepted_until is not None:
        ran_out = record.accepted_until < company.today
        text = _("Accepted until {day}").format(day=formats.day(record.accepted_until))
        return Status(text, Tone.WATCH if ran_out else Tone.NEUTRAL, order)
    return Status(words, Tone.NEUTRAL, order)


def remedy_value_amount(company: "OpenCompany", record: Asset | Application) -> Decimal | None:
    """What the remedy costs today; None if it is unknown ("ohne Wert") or nothing is left to remedy."""
    if company.results.due_state(record) is DueState.RETIRED:
        return None
    return company.results.remedy_value(record).amount


def missing_price(company: "OpenCompany", record: Asset | Application) -> str:
    """Why the renewal of something has no amount: "ohne Preis", or an update that costs no money.

    "" where nothing is to be bought: what is retired, leased or borrowed.
    """
    if company.results.due_state(record) is DueState.RETIRED:
        return ""
    if company.results.remedy(record).kind is RemedyKind.UPDATE:
        return _("only effort")
    owned = isinstance(record, Application) or record.ownership is Ownership.OWNED
    return _("no price") if owned else ""
