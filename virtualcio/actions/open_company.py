"""A company file that is open: its data, today, what was computed from them, and the door for changes."""

from datetime import date
from pathlib import Path

from virtualcio.actions.results import Results
from virtualcio.model.company_data import CompanyData
from virtualcio.store.workspace import Workspace


class OpenCompany:
    """What pages and the command line work with. `today` is given: everything can be shown for any day."""

    def __init__(self, workspace: Workspace, today: date) -> None:
        self.workspace = workspace
        self.today = today
        self.results = Results(workspace.data, today)

    @property
    def data(self) -> CompanyData:
        return self.workspace.data

    @property
    def path(self) -> Path | None:
        return self.workspace.path

    def close(self) -> None:
        self.workspace.close()
