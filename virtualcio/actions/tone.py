"""The four tones of the interface, apart from the columns: the start screen needs them before any model."""

from enum import StrEnum


class Tone(StrEnum):
    """Never colour alone: each tone has its sign (● good, ▲ watch, ■ act)."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WATCH = "watch"
    ACT = "act"
