"""The stages of a count of use hold each other up: who uses it also knows it."""

from virtualcio.model import AdoptionCount

STAGES = ("knowing", "wanting", "able", "users", "keeping")


def stages_rise(count: AdoptionCount) -> bool:
    """Whether more people reached a stage than one before it; a stage of 0 was not counted."""
    numbers = [count.people, *(getattr(count, stage) for stage in STAGES)]
    counted = [number for number in numbers[1:] if number]
    return any(later > earlier for earlier, later in zip([numbers[0], *counted], counted, strict=False))


def fill_earlier_stages(count: AdoptionCount) -> None:
    """A stage before that nobody counted holds at least those of the next one."""
    later = 0
    for stage in reversed(STAGES):
        later = getattr(count, stage) or later
        if getattr(count, stage) != later:
            setattr(count, stage, later)
