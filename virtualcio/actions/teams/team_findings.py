"""The sentences of findings about teams, products and work orders: title and detail."""

from typing import TYPE_CHECKING

from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.actions.lacking_words import Lack, lacking_words
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Team
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_TEAM = (
    Lack("without_people", mark("people"), mark("{count} without people")),
    Lack("without_product_owner", mark("a product owner"), mark("{count} without product owner")),
    Lack("one_department", mark("people from a second department"), mark("{count} from one department only")),
    Lack("without_scope", mark("what it decides alone"), mark("{count} without anything to decide")),
)


def team_not_able(company: "OpenCompany", finding: Finding) -> tuple[str, str]:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("The team “{name}” cannot decide on its own").format(name=parts.name())
    else:
        title = translate_count(
            "{count} team cannot decide on its own", "{count} teams cannot decide on their own", parts.count
        )
    return title, lacking_words(parts, _TEAM, Team)


def product_without_owner(company: "OpenCompany", finding: Finding) -> tuple[str, str]:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "Nobody answers for {count} product or service",
            "Nobody answers for {count} products and services",
            parts.count,
        )
        return title, parts.names()
    title = _("Nobody answers for “{name}”").format(name=parts.name())
    if parts.value("left_alone"):
        return title, _("The initiative that made it is over: nobody notices when it decays.")
    used = int(parts.value("processes") or 0)
    if used:
        return title, translate_count("{count} process relies on it.", "{count} processes rely on it.", used)
    return title, _("It needs one person, from the wish to daily use.")


def order_late(company: "OpenCompany", finding: Finding) -> tuple[str, str]:
    parts = Parts(company, finding)
    if parts.count > 1:
        title = translate_count("{count} work order is late", "{count} work orders are late", parts.count)
        return title, _("Late longest, since {day}: {names}.").format(
            day=parts.day("due_on"), names=parts.names()
        )
    title = _("The work order “{name}” is late").format(name=parts.name())
    since = _("It was to be there on {day} and nobody has accepted it.").format(day=parts.day("due_on"))
    supplier = str(parts.value("supplier") or "")
    ask = _("Ask {provider}, or enter when it was accepted.").format(provider=supplier) if supplier else ""
    return title, " ".join(one for one in (since, ask) if one)
