"""Documents as PDF: a template of the program and data. The data is handed over as data, never as markup."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from virtualcio import places
from virtualcio.exchange.safe_write import written_aside

# What the fonts of the typesetter hold: Latin, Greek, Cyrillic, general punctuation, currencies, arrows.
_BEYOND_ITS_FONTS = re.compile(r"[^\u0000-\u04ff\u1e00-\u1eff\u2000-\u20bf\u2100-\u22ff]")
_LONG_WORD = re.compile(r"\S{28}(?=\S)")
_BREAK_HERE = "\u200b"  # no width: a word may go on in the next line here


def write_pdf(template: str, data: Mapping[str, object], day: date, target: Path) -> None:
    """Set `data` in `resources/templates/<template>` and write the PDF to `target`.

    The same data and day give the same file on every machine, as the fonts of the typesetter are used; those
    of the machine only serve for signs that these lack. RefusedFile if it cannot be written.
    """
    pdf = pdf_of(template, data, day)
    with written_aside(target) as aside:
        aside.write_bytes(pdf)


def pdf_of(template: str, data: Mapping[str, object], day: date) -> bytes:
    """The PDF itself; `day` is written into it as the day on which it was made."""
    import typst  # imported here: it is large, and only who makes a PDF needs it

    words = json.dumps(_breakable(data), ensure_ascii=False)
    made: bytes = typst.compile(
        str(places.resource("templates", template)),
        format="pdf",
        ignore_system_fonts=_BEYOND_ITS_FONTS.search(words) is None,
        sys_inputs={"data": words},
        timestamp=datetime.combine(day, time(12), tzinfo=UTC),
    )
    return made


def _breakable(value: object) -> object:
    """Long words, such as a path or an address, do not run over the edge of the page."""
    if isinstance(value, str):
        return _LONG_WORD.sub(lambda part: part[0] + _BREAK_HERE, value)
    if isinstance(value, Mapping):
        return {key: _breakable(one) for key, one in value.items()}
    return [_breakable(one) for one in value] if isinstance(value, list | tuple) else value
