"""Decisions about an import as JSON: written for a list that comes again, read by the command line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from virtualcio.errors import RefusedFile, RefusedValue
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_mapping import letter
from virtualcio.exchange.import_plan import ImportPlan
from virtualcio.exchange.plan_choices import Choices, PlanBasis
from virtualcio.exchange.plan_rows import Decisions
from virtualcio.exchange.plan_values import Existing
from virtualcio.texts import mark

_KEYS = {"into", "sheet", "header_row", "columns", "values", "take", "skip", "existing"}


@dataclass(frozen=True)
class MappingFile:
    """Every part may be missing: the program then proposes. Columns by header, or by letter ("C").

    {"into": "assets", "sheet": "Geräte", "header_row": 4,
    "columns": {"Bezeichnung": "name", "Lfd. Nr.": null},
    "values": [{"row": 7, "field": "cost", "text": "1.200"}], "take": [9], "skip": [12]}
    """

    into: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)
    existing: Existing | None = None

    def place(self, basis: PlanBasis, into: str | None) -> dict[str, Any]:
        """Where the table is and goes to, for Choices. RefusedValue for an unknown sheet or table."""
        chosen = into or self.into
        if chosen is not None and chosen not in basis.targets:
            raise RefusedValue(
                mark("There is no table “{name}” to import into. Possible: {names}."),
                name=chosen,
                names=", ".join(basis.targets),
            )
        titles = [sheet.title for sheet in basis.table.sheets]
        if self.sheet is not None and self.sheet not in titles:
            raise RefusedValue(
                mark("The file has no sheet “{name}”. It has: {names}."),
                name=self.sheet,
                names=", ".join(titles),
            )
        return {"into": chosen, "sheet": self.sheet, "header_row": self.header_row}


def choices_from(mapping: MappingFile, plan: ImportPlan) -> Choices:
    """The plan's choices with those of the mapping. RefusedValue for a column or field that is not there."""
    by_title = {one.title: one.index for one in reversed(plan.columns)}
    by_words = {normal(one.title): one.index for one in reversed(plan.columns)}
    by_letter = {letter(one.index): one.index for one in plan.columns}
    fields = {one.key for one in plan.fields}
    columns: dict[int, str | None] = {}
    for title, key in mapping.columns.items():
        index = by_title.get(title, by_words.get(normal(title), by_letter.get(title)))
        if index is None:
            raise RefusedValue(
                mark("The file has no column “{name}”. It has: {names}."),
                name=title,
                names=", ".join(by_title),
            )
        _known_field(key, fields)
        columns[index] = key
    for _row, key in mapping.decisions.values:
        _known_field(key, set(plan.basis.targets[plan.into].simple))
    taken = {key for key in columns.values() if key is not None}
    many = {one.key for one in plan.fields if one.many}
    for one in plan.columns:
        if one.field in taken - many and one.index not in columns:
            columns[one.index] = None
    existing = plan.choices.existing or mapping.existing
    return replace(plan.choices, mapping=columns, decisions=mapping.decisions, existing=existing)


def _known_field(key: str | None, fields: set[str]) -> None:
    if key is not None and key not in fields:
        raise RefusedValue(
            mark("There is no field “{name}”. Possible: {names}."), name=key, names=", ".join(sorted(fields))
        )


def read_mapping(path: Path) -> MappingFile:
    """RefusedFile if the file cannot be read or says something else than a mapping."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise RefusedFile(
            mark("“{name}” is not there. Check the name and the folder."), name=path.name
        ) from None
    except OSError as error:
        raise RefusedFile(
            mark("“{name}” cannot be read. Check that you may open it, and the drive or the network."),
            name=path.name,
        ) from error
    except ValueError as error:
        raise RefusedFile(
            mark("“{name}” is not JSON: {reason}."), name=path.name, reason=str(error)
        ) from error
    try:
        return _mapping(content)
    except (TypeError, KeyError, ValueError) as error:
        raise RefusedFile(
            mark("“{name}” is not a mapping: {reason}. Write one with --dry-run --json and change it."),
            name=path.name,
            reason=str(error),
        ) from error


def _mapping(content: Any) -> MappingFile:
    """TypeError, KeyError or ValueError if `content` is built differently."""
    if not isinstance(content, dict):
        raise TypeError("not an object")
    content = content.get("mapping", content)
    unknown = set(content) - _KEYS
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    columns = {
        str(title): None if key is None else str(key)
        for title, key in dict(content.get("columns", {})).items()
    }
    values = {(int(one["row"]), str(one["field"])): str(one["text"]) for one in content.get("values", [])}
    taken = {int(row): True for row in content.get("take", [])} | {
        int(row): False for row in content.get("skip", [])
    }
    header = content.get("header_row")
    return MappingFile(
        content.get("into"),
        content.get("sheet"),
        None if header is None else int(header),
        columns,
        Decisions(values, taken),
        None if content.get("existing") is None else Existing(content["existing"]),
    )


def mapping_json(plan: ImportPlan) -> dict[str, Any]:
    """The plan's decisions in the form that `read_mapping` takes: the same list gives the same plan again."""
    titles = [one.title for one in plan.columns]
    decided = plan.choices.decisions
    return {
        "into": plan.into,
        "sheet": plan.sheet,
        "header_row": plan.header_row or 0,
        "columns": {
            one.title if titles.count(one.title) == 1 else letter(one.index): one.field
            for one in plan.columns
        },
        "values": [{"row": row, "field": key, "text": text} for (row, key), text in decided.values.items()],
        "take": [row for row, wanted in decided.taken.items() if wanted],
        "existing": plan.existing,
        "skip": [row for row, wanted in decided.taken.items() if not wanted],
    }
