"""Products and services, which outlive the initiatives that made them: who answers for them now."""

from dataclasses import dataclass
from datetime import date

from virtualcio.analysis.teams.team_state import is_active
from virtualcio.model import (
    Application,
    Initiative,
    Person,
    Process,
    Product,
    ProductApplication,
    ProductInitiative,
    ProductProcess,
    Team,
)
from virtualcio.model.company_data import CompanyData


@dataclass(frozen=True)
class ProductState:
    """A product on a day. Keys of what it is linked with: initiatives that are open and those that are over,
    teams at work, applications it is made of and processes that use it.
    """

    product_id: str
    active: bool
    without_owner: bool
    without_promise: bool
    building: tuple[str, ...]
    over: tuple[str, ...]
    teams: tuple[str, ...]
    applications: tuple[str, ...]
    processes: tuple[str, ...]

    @property
    def left_alone(self) -> bool:
        """Its initiatives are over and nobody answers for it: what was built decays from here on."""
        return self.active and self.without_owner and bool(self.over) and not self.building


def product_state(data: CompanyData, product: Product, today: date) -> ProductState:
    """Everything about one product; one that ends on the day is still there."""
    rows = data.where(ProductInitiative, "product_id", product.id)
    made = [one for row in rows if (one := data.get(Initiative, row.initiative_id)) is not None]
    parts = data.where(ProductApplication, "product_id", product.id)
    used = data.where(ProductProcess, "product_id", product.id)
    return ProductState(
        product_id=product.id,
        active=product.ends_on is None or product.ends_on >= today,
        without_owner=data.get(Person, product.owner_id) is None,
        without_promise=not product.promise.strip(),
        building=tuple(one.id for one in made if one.state.is_open),
        over=tuple(one.id for one in made if not one.state.is_open),
        teams=tuple(one.id for one in data.where(Team, "product_id", product.id) if is_active(one, today)),
        applications=tuple(
            row.application_id for row in parts if data.get(Application, row.application_id) is not None
        ),
        processes=tuple(row.process_id for row in used if data.get(Process, row.process_id) is not None),
    )
