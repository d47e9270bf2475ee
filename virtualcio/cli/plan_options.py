"""The options of the verb plan."""

import argparse
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.cli.parser import Parser

AIMS = ("benefit", "early", "even")


def add_plan_options(parser: "Parser", aim: Callable[[str], str]) -> None:
    """`aim` reads one of `AIMS`."""
    add = parser.options.add_argument
    add(
        "--aim",
        type=aim,
        default="benefit",
        metavar="|".join(AIMS),
        help=_("what is wanted: most benefit (usual), finished earliest, most even load"),
    )
    add(
        "--months",
        type=_whole(1, 120),
        metavar="N",
        help=_("months that are planned; else as in the settings"),
    )
    add("--money", type=_factor, default=Decimal(1), metavar="0.8", help=_("this share of the money a year"))
    add("--days", type=_factor, default=Decimal(1), metavar="1.0", help=_("this share of the person-days"))
    add(
        "--parallel",
        type=_whole(1, 50),
        metavar="N",
        help=_("initiatives at a time; else as in the settings"),
    )
    add("--seconds", type=_whole(1, 3600), default=20, metavar="N", help=_("how long to search; usual: 20"))
    add(
        "--seed",
        type=_whole(0, 2**31 - 1),
        default=1,
        metavar="N",
        help=_("the same number gives the same plan; usual: 1"),
    )
    add("--apply", action="store_true", help=_("take the plan over into the file"))  # fmt: skip


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and least <= int(text) <= most:
            return int(text)
        raise argparse.ArgumentTypeError(
            _("“{text}” is no whole number from {least} to {most}").format(text=text, least=least, most=most)
        )

    return read


def _factor(text: str) -> Decimal:
    """A share from 0 to 10 with a point, as programs write it."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal(-1)
    if value.is_finite() and 0 <= value <= 10:
        return value
    raise argparse.ArgumentTypeError(
        _("“{text}” is no share from 0 to 10; it is written like 0.8").format(text=text)
    )
