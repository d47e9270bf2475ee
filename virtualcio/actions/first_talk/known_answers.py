"""What the company file already says about a question, so that nothing is asked twice."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    Goal,
    Incident,
    Obligation,
    Process,
    TalkAnswer,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AssetCategory, Criticality, Hosting
from virtualcio.texts import join_names

_WEIGHT = {
    Criticality.CRITICAL: 3,
    Criticality.HIGH: 2,
    Criticality.MEDIUM: 1,
    Criticality.LOW: 0,
}


def answers_of(data: CompanyData) -> Mapping[str, TalkAnswer]:
    """The answers of the talk by question; of two the later one."""
    return {one.question: one for one in sorted(data.all(TalkAnswer), key=lambda one: one.answered_on)}


def known_answers(data: CompanyData) -> Mapping[str, str]:
    """By question what the file says, as an answer is kept; only what it does say."""
    found = {key: find(data) for key, find in _FINDERS.items()}
    return {key: text for key, text in found.items() if text}


def main_application(data: CompanyData) -> Application | None:
    """The one that the talk named; else the one under the most critical process, with most users."""
    named = answers_of(data).get("main_app")
    if named is not None:
        for key in named.made.split():
            made = data.get(Application, key)
            if made is not None:
                return made
        same = data.where(Application, "name", named.answer)
        if same:
            return same[0]
    in_use = [one for one in data.all(Application) if one.retired_on is None]
    return max(in_use, key=lambda one: _importance(data, one), default=None)


def _importance(data: CompanyData, application: Application) -> tuple[int, int]:
    processes = _processes(data, application)
    return max((_WEIGHT[one.criticality] for one in processes), default=-1), application.users or 0


def _processes(data: CompanyData, application: Application) -> list[Process]:
    links = data.where(ApplicationProcess, "application_id", application.id)
    return [data.find(Process, link.process_id) for link in links]


def _trade(data: CompanyData) -> str:
    return data.company.trade


def _employees(data: CompanyData) -> str:
    return "" if data.company.employees is None else str(data.company.employees)


def _revenue(data: CompanyData) -> str:
    return "" if data.company.revenue is None else str(data.company.revenue)


def _fiscal_year(data: CompanyData) -> str:
    """January is the program's own default: that it was chosen, only an answer can say."""
    start = data.company.fiscal_year_start
    return str(start) if start != 1 or "fiscal_year" in answers_of(data) else ""


def _direction(data: CompanyData) -> str:
    return data.company.direction


def _aims(data: CompanyData) -> str:
    return join_names([one.name for one in data.all(Goal) if one.closed_on is None])


def _main_app(data: CompanyData) -> str:
    application = main_application(data)
    return "" if application is None else application.name


def _main_since(data: CompanyData) -> str:
    application = main_application(data)
    if application is None or application.purchase_date is None:
        return ""
    return str(application.purchase_date.year)


def _main_process(data: CompanyData) -> str:
    application = main_application(data)
    found = [] if application is None else _processes(data, application)
    return max(found, key=lambda one: _WEIGHT[one.criticality]).name if found else ""


def _server(data: CompanyData) -> str:
    """Known where the program stands on a recorded device, or is said to run elsewhere."""
    application = main_application(data)
    if application is None:
        return ""
    links = data.where(AssetApplication, "application_id", application.id)
    devices = [data.find(Asset, link.asset_id) for link in links]
    if any(one.category is AssetCategory.SERVER for one in devices):
        return "own"
    elsewhere = {Hosting.CLOUD: "cloud", Hosting.HOSTED: "hosted", Hosting.DEVICE: "device"}
    return elsewhere.get(application.hosting, "")


def newest_incident(data: CompanyData) -> Incident | None:
    """The last outage with its hours; those without a day count as older."""
    with_hours = [one for one in data.all(Incident) if one.outage_hours is not None]
    return max(with_hours, key=lambda one: (one.started_on is not None, str(one.started_on)), default=None)


def _outage_hours(data: CompanyData) -> str:
    incident = newest_incident(data)
    return "" if incident is None else str(incident.outage_hours)


def _outage_cost(data: CompanyData) -> str:
    incident = newest_incident(data)
    return "" if incident is None or incident.cost is None else str(incident.cost)


def _restore(data: CompanyData) -> str:
    day = data.company.restore_tested_on
    return "" if day is None else day.isoformat()


def _duties(data: CompanyData) -> str:
    return join_names([one.name for one in data.all(Obligation)])


_FINDERS: Mapping[str, Callable[[CompanyData], str]] = MappingProxyType(
    {
        "trade": _trade,
        "employees": _employees,
        "revenue": _revenue,
        "fiscal_year": _fiscal_year,
        "direction": _direction,
        "aims": _aims,
        "main_app": _main_app,
        "main_since": _main_since,
        "main_process": _main_process,
        "server": _server,
        "outage_hours": _outage_hours,
        "outage_cost": _outage_cost,
        "restore": _restore,
        "duties": _duties,
    }
)
