"""What this user chose about the window: language, theme, size, widths. Kept apart from company files."""

import json
import logging
from pathlib import Path

from virtualcio import places

_log = logging.getLogger(__name__)


class UserSettings:
    """Keys and values that fit into JSON, in one small file; a file that cannot be read counts as empty."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or places.user_dir() / "settings.json"
        self._values = _read(self._path)
        self._changed = False

    def get(self, key: str, default: object = None) -> object:
        return self._values.get(key, default)

    def text(self, key: str, default: str = "") -> str:
        found = self._values.get(key)
        return found if isinstance(found, str) else default

    def set(self, key: str, value: object) -> None:
        if self._values.get(key) != value:
            self._values[key] = value
            self._changed = True

    def save(self) -> None:
        """Write what changed, aside and renamed; a full disk costs a line in the log, not the work."""
        if not self._changed:
            return
        try:
            write_json(self._path, self._values)
        except OSError as error:
            _log.warning("settings not written: %s", error)
        else:
            self._changed = False


def write_json(path: Path, values: object) -> None:
    """OSError if it cannot be written; the old file stays then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
    aside.replace(path)


def _read(path: Path) -> dict[str, object]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("settings not read: %s", error)
        return {}
    return values if isinstance(values, dict) else {}
