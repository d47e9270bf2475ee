"""The one kind of error that is the user's world and not a bug: a sentence with what, why and what to do."""

from typing import ClassVar

from virtualcio.texts import Message


class UserError(Exception):
    """Something outside the program's power went wrong; nothing is lost, and the sentence says what to do.

    `exit_code` is what the command line ends with (2 wrong call, 3 input refused).
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, text: str, /, **params: object) -> None:
        """`text` is a message id marked with `mark()`, `params` fill its {placeholders}."""
        self.message = Message(text, params)
        super().__init__(str(self.message))


class RefusedValue(UserError):
    """A typed or pasted value that a field cannot take; what was typed stays in the editor."""


class RefusedFile(UserError):
    """A file that cannot be opened, read or written; it stays as it was."""


class WrongPassphrase(RefusedFile):
    """The file has a passphrase, and none or another one was given, or the file is damaged."""


class ChangedElsewhere(UserError):
    """Somebody else changed what was about to be changed; nothing was written."""
