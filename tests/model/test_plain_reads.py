"""What reading a record's values past SQLAlchemy's attributes rests on. If one of these fails after a newer
SQLAlchemy or Python, `_PlainRead` in model/base.py has to be looked at again.
"""

from decimal import Decimal

from sqlalchemy import inspect, select
from sqlalchemy.orm import InstrumentedAttribute

from virtualcio.model import RECORD_KINDS, Asset, Company, Contract


def test_sqlalchemy_keeps_the_values_of_a_record_in_its_own_dict_under_the_names_of_the_columns() -> None:
    asset = Asset(name="Server", quantity=3)
    assert asset.__dict__["name"] == asset.name == "Server"
    assert asset.__dict__["quantity"] == asset.quantity == 3
    assert inspect(asset).dict is asset.__dict__


def test_what_is_set_goes_through_sqlalchemy_which_tells_who_listens_and_notes_it() -> None:
    contract = Contract(name="Wartung")
    contract.cost = "12.3"  # type: ignore[assignment]  # a text, as lists hold it
    assert contract.cost == Decimal("12.30") == contract.__dict__["cost"], "the listener made it exact"
    assert inspect(contract).attrs.cost.history.added == [Decimal("12.30")]


def test_the_class_still_gives_the_attributes_of_which_queries_are_made() -> None:
    for kind in RECORD_KINDS:
        for key, attribute in kind.__mapper__.class_manager.items():
            assert getattr(kind, key) is attribute and isinstance(attribute, InstrumentedAttribute)
    assert "WHERE company.name" in str(select(Company).where(Company.name == "x"))


def test_no_column_has_a_setter_that_would_come_before_the_value_in_the_dict() -> None:
    """Python asks a descriptor with a setter first; one without only if the dict has nothing."""
    for kind in RECORD_KINDS:
        for key in kind.__mapper__.class_manager:
            assert not hasattr(type(vars(kind)[key]), "__set__"), (kind, key)
