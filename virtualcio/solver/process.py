"""A solver's process as the program sees it: started, asked once, listened to, ended."""

import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from virtualcio.solver.wire import line_of, message_of

CHILD_WORD = "--solver-child"  # first argument of the built program when it is to be a solver
_SECONDS_TO_END = 5.0


class SolverFault(RuntimeError):
    """A solver's process failed or gave an answer that cannot be: a bug, never the user's doing."""


class SolverProcess:
    """One request to one solver. Used as a context: the process has ended when it is left.

    Its messages come in `inbox` as (solver, message); the last one is of kind "done" or "fault".
    """

    def __init__(
        self,
        solver: str,
        request: Mapping[str, Any] | None,
        inbox: "queue.Queue[tuple[str, dict[str, Any]]]",
    ) -> None:
        self.solver = solver
        self._inbox = inbox
        self.process = subprocess.Popen(
            command(solver),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_flags(),
        )
        self._reader = threading.Thread(target=self._read, name=f"solver {solver}", daemon=True)
        self._reader.start()
        if request is not None:
            self.ask(request)

    def ask(self, request: Mapping[str, Any]) -> None:
        """Sends the one request; for a solver that was started without, so that it is loaded by then."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):  # it has ended already: the reader says so
            self.process.stdin.write(line_of(request))
            self.process.stdin.flush()

    def __enter__(self) -> "SolverProcess":
        return self

    def __exit__(self, *_args: object) -> None:
        self.end()

    def _read(self) -> None:
        assert self.process.stdout is not None
        last = ""
        for line in self.process.stdout:
            message = message_of(line)
            last = message["kind"]
            self._inbox.put((self.solver, message))
        if last not in ("done", "fault"):
            code = self.process.wait()
            self._inbox.put((self.solver, {"kind": "fault", "text": f"{self.solver} ended with {code}"}))

    def end(self) -> None:
        """Ends the process, whatever it is doing, and waits for it."""
        self.process.kill()
        self.process.wait(_SECONDS_TO_END)
        self._reader.join(_SECONDS_TO_END)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                _close(pipe)


def _flags() -> int:
    """On Windows: no console window for it."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def _close(pipe: Any) -> None:
    with suppress(BrokenPipeError):  # what was not written yet is for nobody any more
        pipe.close()


def command(solver: str) -> list[str]:
    """What starts a solver: this Python, or the built program with a first argument that nobody types."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_WORD, solver]
    return [sys.executable, "-m", "virtualcio.solver", solver]
