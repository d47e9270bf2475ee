"""Why a method of depreciation may be used for a thing, or may not."""

from enum import StrEnum


class Why(StrEnum):
    """Why a method may be used. In brackets: the figures of the offer that its sentence needs."""

    NO_REGISTER_NEEDED = "no_register_needed"  # (per_piece, register)
    LOW_VALUE = "low_value"  # (per_piece, low_value)
    TRIVIAL_SOFTWARE = "trivial_software"  # (per_piece, low_value)
    POOL_OF_YEAR = "pool_of_year"  # (per_piece, register, pool, year)
    ON_DIGITAL_LIST = "on_digital_list"
    BY_TABLE = "by_table"  # (years)
    TYPED_LIFE = "typed_life"  # (years)
    ON_COST = "on_cost"  # (years): Switzerland, at half the rate on the book value
    IN_WINDOW = "in_window"  # (cap, bought, window_from, window_to or without: open)
    COMMERCIAL_WEAR = "commercial_wear"  # commercial law: if it shows how the thing wears out
    ON_BOOK_VALUE = "on_book_value"  # (cap): Switzerland
    KEEPS_VALUE = "keeps_value"


class Refusal(StrEnum):
    """Why a method may not be used. In brackets: the figures of the offer that its sentence needs."""

    NOT_USABLE_ALONE = "not_usable_alone"
    NOT_A_MOVABLE_THING = "not_a_movable_thing"
    ABOVE_LOW_VALUE = "above_low_value"  # (per_piece, low_value)
    ABOVE_POOL = "above_pool"  # (per_piece, pool)
    BELOW_POOL = "below_pool"  # (per_piece, register)
    POOL_NOT_CHOSEN = "pool_not_chosen"  # (year)
    POOL_IS_FOR_ALL = "pool_is_for_all"  # (year, register, pool)
    NOT_ON_DIGITAL_LIST = "not_on_digital_list"
    BEFORE_DIGITAL_RULE = "before_digital_rule"  # (digital_from)
    OUTSIDE_WINDOW = "outside_window"  # (bought)
    STRAIGHT_LINE_FASTER = "straight_line_faster"  # (years, cap)
    NO_LIFE = "no_life"
    NOT_IN_COUNTRY = "not_in_country"  # (country)
    NOT_AT_THAT_TIME = "not_at_that_time"  # (bought)
