"""Chips of what waits, dragged onto the time plan: where they would land, and the load as it would be."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QPointF

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.load_columns import pool_views_with
from virtualcio.model import Initiative
from virtualcio.ui.roadmap.plan_card import PlanCard
from virtualcio.ui.roadmap.plan_drag import Place


class ChipDrops:
    """Calls `move_to` with an initiative and the month in which its chip was let go, and `at_rest` for the
    load as it is while nothing is dragged.
    """

    def __init__(
        self,
        company: OpenCompany,
        card: PlanCard,
        move_to: Callable[[str, date], object],
        at_rest: Callable[[], object],
    ) -> None:
        self._company, self._card, self._move_to, self._at_rest = company, card, move_to, at_rest

    def preview(self, place: Place | None) -> None:
        """The load as it would be, while the mouse is down."""
        initiative = None if place is None else self._company.data.get(Initiative, place.initiative_id)
        if place is None or initiative is None:
            self._at_rest()
        else:
            self._card.show_views(pool_views_with(self._company, initiative, place.start, place.months))

    def dragged(self, key: str, spot: QPoint) -> None:
        """A chip is pulled over this place of the screen."""
        place = self._place_under(key, spot)
        self._card.chart.show_ghost(place)
        self.preview(place)

    def dropped(self, key: str, spot: QPoint | None) -> None:
        """It was let go there; None: it was put back."""
        place = None if spot is None else self._place_under(key, spot)
        self._card.chart.show_ghost(None)
        self.preview(None)
        if place is not None:
            self._move_to(key, place.start)

    def _place_under(self, key: str, spot: QPoint) -> Place | None:
        """Where the chip of an initiative would land, if it is over the plan."""
        chart = self._card.chart
        month = chart.month_under(QPointF(chart.viewport().mapFromGlobal(spot)))
        initiative = self._company.data.get(Initiative, key)
        if month is None or initiative is None:
            return None
        return Place(key, initiative.name, month, initiative.months)
