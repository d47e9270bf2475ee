"""The names of the matrix's quarters stand where nothing covers them."""

from decimal import Decimal

from PySide6.QtCore import QLineF, QPointF, QRectF

from virtualcio.ui.priorities.matrix_ground import heading_place
from virtualcio.ui.priorities.matrix_layout import Disc, MatrixPlaces

BOX = QRectF(0, 0, 300, 200)
WIDE, HIGH = 80.0, 16.0


def places(*discs: tuple[float, float]) -> MatrixPlaces:
    spots = [QPointF(x, y) for x, y in discs]
    return MatrixPlaces(
        BOX, tuple(Disc(spot, spot) for spot in spots), 11.0, 150.0, 100.0, ((Decimal(0), 0.0),)
    )


def test_a_name_stands_at_the_top_left_if_nothing_is_there() -> None:
    place, cost = heading_place(BOX, WIDE, HIGH, places((200, 150)), [])
    assert (place.left(), place.top(), cost) == (10, 6, 0)


def test_a_disc_at_the_top_left_sends_it_to_the_right() -> None:
    place, cost = heading_place(BOX, WIDE, HIGH, places((40, 12)), [])
    assert (place.right(), place.top(), cost) == (290, 6, 0)


def test_a_line_through_it_sends_it_elsewhere_too() -> None:
    line = QLineF(0, 14, 300, 14)
    place, cost = heading_place(BOX, WIDE, HIGH, places(), [(line, False)])
    assert cost == 0 and place.bottom() == 194


def test_where_top_and_bottom_are_full_it_stands_between() -> None:
    full = [(x, y) for x in range(10, 300, 20) for y in (14.0, 186.0)]
    place, cost = heading_place(BOX, WIDE, HIGH, places(*full), [])
    assert cost == 0 and 30 < place.top() < 170


def test_in_a_quarter_full_of_discs_it_covers_the_fewest() -> None:
    full = [(float(x), float(y)) for x in range(0, 300, 20) for y in range(0, 200, 20) if x < 180 or y > 60]
    place, cost = heading_place(BOX, WIDE, HIGH, places(*full), [])
    assert cost == 0 and place.left() > 180 and place.top() < 40
