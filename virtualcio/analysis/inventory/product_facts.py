"""What is known about products: versions with their dates, how a text names them, what follows them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from virtualcio.model.inventory import AssetCategory, RemedyKind


@dataclass(frozen=True)
class ProductVersion:
    """A version of a product and until when it gets security updates.

    `keys` are the ways in which a text names the version ("2012 r2"). One that begins with "~" leaves
    something open; a part that begins with "=" must be there as it is ("=7" is not "7.5"). `editions` are
    alternatives, each a set of words that must all be in the text.
    `security_end` None: no end announced (or not known), which counts as no date.
    """

    product: str
    version: str
    keys: tuple[str, ...]
    editions: tuple[frozenset[str], ...] = ()
    release: date | None = None
    security_end: date | None = None
    extended_end: date | None = None  # counts only for who has bought it
    source: str = ""
    as_of: date | None = None
    certainty: str = ""
    remedy: RemedyKind | None = None  # a company's own row may say it
    own: bool = False  # a row of the company file

    @property
    def title(self) -> str:
        return f"{self.product} {self.version}".strip()


@dataclass(frozen=True)
class ProductFamily:
    """How texts name a product. `device`: also looked for in the name of an asset."""

    product: str
    names: tuple[str, ...]  # lower case, the parts of a name parted by single blanks
    device: bool = False
    unless: frozenset[str] = frozenset()  # words that make it something else ("Cisco IOS")


@dataclass(frozen=True)
class SuccessorRule:
    """What follows a version on the same device: a free update, a licence, or nothing (replace).

    `bought_from`: the remedy holds for things bought on or after that day, `otherwise` for older ones
    and for those without a date of purchase.
    """

    product: str
    version_prefix: str  # "" for all versions of the product
    remedy: RemedyKind
    bought_from: date | None = None
    otherwise: RemedyKind | None = None
    successor: str = ""
    why: str = ""
    source: str = ""


@dataclass(frozen=True)
class ServiceLifeFact:
    """How many years things of a category are used, technically."""

    category: AssetCategory
    years: int
    source: str = ""
    own: bool = False


class MatchKind(StrEnum):
    """How sure the program is about what a product text means."""

    EXACT = "exact"
    EDITION_ASSUMED = "edition_assumed"  # edition or detail not given; the earlier end was taken
    AMBIGUOUS = "ambiguous"  # several versions fit: none is taken
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ProductMatch:
    """The version that a text names, or those that it may mean."""

    text: str
    how: MatchKind
    version: ProductVersion | None = None
    candidates: tuple[ProductVersion, ...] = ()
