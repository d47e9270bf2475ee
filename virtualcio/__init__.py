"""VirtualCIO: steer the IT of a company with 10 to 250 people like a CIO would."""

__version__ = "0.4.0"  # the newest one in CHANGELOG.md
