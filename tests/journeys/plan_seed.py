"""What the walks through priorities and roadmap begin with: goals and a team, from the steps before."""

from decimal import Decimal
from pathlib import Path

from tests.journeys.walk import NOW
from virtualcio.actions.open_company import create_company
from virtualcio.model import Department, Goal, ResourcePool
from virtualcio.model.base import Record
from virtualcio.texts import Message


def company_with_goals(path: Path, *more: Record) -> Path:
    """Two goals with 60 and 40 %, a department, and a team of 10 days a month at 500 € a day."""
    company = create_company(path, "Schlosserei Brandt", today=NOW.date())
    with company.workspace.change(Message("Begun")) as edit:
        for record in (
            Department(id="sales", name="Vertrieb"),
            Goal(id="more", name="Mehr Umsatz", weight=Decimal(60)),
            Goal(id="fast", name="Schneller", weight=Decimal(40)),
            ResourcePool(id="it", name="Eigene IT", days_per_month=Decimal(10), day_rate=Decimal("500.00")),
            *more,
        ):
            edit.add(record)
    company.close()
    return path
