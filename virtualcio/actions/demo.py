"""The demo company, an invented metal works, as a file of its own to try everything out with."""

from datetime import date
from pathlib import Path

from virtualcio.exchange.demo_files import demo_records
from virtualcio.model import Company
from virtualcio.store.workspace import Workspace


def create_demo(path: Path, today: date) -> Workspace:
    """Write the demo company as it stands on `today` to a new file and open it.

    RefusedFile if there is one already or it cannot be written. The rows are there from the
    beginning: there is nothing to undo.
    """
    company, *rest = demo_records(today)
    assert isinstance(company, Company)
    return Workspace.create(path, company, records=rest)
