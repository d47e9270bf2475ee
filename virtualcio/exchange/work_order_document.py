"""What a work order holds on paper, as its template `work_order.typ` reads it: words only, no markup."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from virtualcio.exchange.typst_pdf import write_pdf


@dataclass(frozen=True)
class WorkOrderDocument:
    """`facts` stand under the title: name and words. `parts` are the four questions with their lines, an
    empty one with a line to write on; `signing` are the words under the lines to sign on.
    """

    language: str
    company: str
    kind: str
    title: str
    made: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    signing: tuple[str, ...]


def write_work_order_pdf(document: WorkOrderDocument, day: date, target: Path) -> None:
    """RefusedFile if `target` cannot be written."""
    write_pdf("work_order.typ", asdict(document), day, target)
