"""What the sentences of findings are put together from: names, days, amounts."""

from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Record
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


class Parts:
    """A finding's parameters and the names of its objects, in the language of the interface."""

    def __init__(self, company: "OpenCompany", finding: Finding) -> None:
        self.company = company
        self.finding = finding

    @property
    def count(self) -> int:
        return int(self.value("count") or len(self.finding.objects))

    @property
    def joined(self) -> bool:
        """Many of a kind in one finding, without details."""
        return self.count > 1 and set(self.finding.params) == {"count"}

    def value(self, key: str) -> Any:
        return self.finding.params.get(key)

    def day(self, key: str) -> str:
        return formats.day(self.value(key))

    def name(self) -> str:
        """Of the first object."""
        return self._name(*self.finding.objects[0])

    def names(self, *kinds: type[Record], most: int = 3, skip: int = 0) -> str:
        """Of all objects (of these kinds), the most important first."""
        objects = [one for one in self.finding.objects[skip:] if not kinds or one[0] in kinds]
        return join_names((self._name(*one) for one in objects), most)

    def things(self, skip: int = 0) -> str:
        """'12 Systeme und 3 Anwendungen', or the name of the only one."""
        if self.count == 1:
            return _("“{name}”").format(name=self._name(*self.finding.objects[skip]))
        assets, applications = int(self.value("assets") or 0), int(self.value("applications") or 0)
        words = []
        if assets:
            words.append(translate_count("{count} asset", "{count} assets", assets))
        if applications:
            words.append(translate_count("{count} application", "{count} applications", applications))
        return join_names(words)

    def _name(self, kind: type[Record], key: str) -> str:
        return str(getattr(self.company.data.get(kind, key), "name", ""))
