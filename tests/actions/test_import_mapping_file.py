"""Decisions about an import as a JSON file: written, read back, and refused where they do not fit."""

import json
from pathlib import Path

import pytest

from tests.actions.import_company import DEVICES, empty_company
from virtualcio.actions.import_mapping_file import MappingFile, mapping_json, read_mapping
from virtualcio.actions.import_table import (
    correct,
    propose_import,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.errors import RefusedFile, RefusedValue


@pytest.fixture
def company() -> OpenCompany:
    return empty_company()


def test_decisions_come_back_from_their_json(company: OpenCompany, tmp_path: Path) -> None:
    plan = correct(
        propose_import(company, DEVICES),
        columns={3: "note", 0: "inventory_number"},
        values={(6, "cost"): "700"},
        skip=[7],
        take=[51],
    )
    path = tmp_path / "zuordnung.json"
    path.write_text(json.dumps(mapping_json(plan), ensure_ascii=False), encoding="utf-8")
    again = propose_import(company, DEVICES, mapping=read_mapping(path))

    assert again == plan
    assert again.row(6).values["inventory_number"].value == "1"


def test_a_mapping_may_name_columns_loosely_and_only_some(company: OpenCompany) -> None:
    mapping = MappingFile(columns={"bezeichnung/gerät": "name", "D": "note", "AK netto": None})
    plan = propose_import(company, DEVICES, mapping=mapping)

    fields = {column.title: column.field for column in plan.columns}
    assert (fields["Bezeichnung / Gerät"], fields["Betriebs-system"], fields["AK netto"]) == (
        "name",
        "note",
        None,
    )
    assert plan.row(6).values["note"].value == "S/N: 847144854\nBetriebs-system: iOS 18\nangeschafft am: 2018"


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (MappingFile(columns={"Farbe": "name"}), "Die Datei hat keine Spalte „Farbe“"),
        (MappingFile(columns={"Art": "farbe"}), "Ein Feld „farbe“ gibt es nicht"),
        (MappingFile(sheet="Blatt 9"), "Die Datei hat kein Blatt „Blatt 9“"),
        (MappingFile(into="people"), "Eine Tabelle „people“ gibt es nicht"),
    ],
)
def test_a_mapping_that_does_not_fit_the_file_is_refused(
    company: OpenCompany, mapping: MappingFile, sentence: str
) -> None:
    with pytest.raises(RefusedValue, match=sentence):
        propose_import(company, DEVICES, mapping=mapping)


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"colums": {}}', '{"columns": 5}', '{"values": [{}]}', '{"take": ["a"]}', "\udcff"],
)
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "m.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(RefusedFile):
        read_mapping(path)
    with pytest.raises(RefusedFile):
        read_mapping(tmp_path / "fehlt.json")
