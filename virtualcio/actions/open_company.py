"""A company file that is open: its data, today, what was computed from them, and the door for changes."""

from datetime import date
from pathlib import Path

from virtualcio.actions.demo import create_demo
from virtualcio.actions.results import Results
from virtualcio.model import Application, Asset, Company, Contract
from virtualcio.model.company_data import CompanyData
from virtualcio.store.workspace import Workspace


class OpenCompany:
    """What pages and the command line work with. `today` is given: everything can be shown for any day."""

    def __init__(self, workspace: Workspace, today: date) -> None:
        self.workspace: Workspace = workspace
        self.today: date = today
        self.results: Results = Results(workspace.data, today)

    @property
    def data(self) -> CompanyData:
        return self.workspace.data

    @property
    def path(self) -> Path | None:
        return self.workspace.path

    @property
    def is_empty(self) -> bool:
        """Nothing is entered that anything could be said about."""
        return not any(self.data.count(kind) for kind in (Asset, Application, Contract))

    def close(self) -> None:
        self.workspace.close()


def open_company(path: Path, passphrase: str | None = None, today: date | None = None) -> OpenCompany:
    """RefusedFile, or WrongPassphrase if the file has one and it is not this. Without `today` the clock's."""
    return OpenCompany(Workspace.open(path, passphrase), today or date.today())  # noqa: DTZ011 - the user's day


def create_company(
    path: Path,
    name: str,
    *,
    trade: str = "",
    employees: int | None = None,
    passphrase: str | None = None,
    today: date | None = None,
) -> OpenCompany:
    """A new, empty company file, open. RefusedFile if there is a file already or it cannot be written."""
    company = Company(name=name, trade=trade, employees=employees)
    workspace = Workspace.create(path, company, passphrase)
    return OpenCompany(workspace, today or date.today())  # noqa: DTZ011 - the user's day


def open_demo(path: Path, today: date) -> OpenCompany:
    """The example company as a new file, open. RefusedFile if there is a file already."""
    return OpenCompany(create_demo(path, today), today)
