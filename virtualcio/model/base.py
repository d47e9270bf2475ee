"""The base of all records: keys, versions, exact money, choices."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, cast

from sqlalchemy import BigInteger, Column, Date, Dialect, Enum, ForeignKey, MetaData, String, Table, event
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    QueryableAttribute,
    declared_attr,
    mapped_column,
)
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import TypeDecorator

CENT = Decimal("0.01")
MILLIONTH = Decimal("0.000001")
# Keys that the dicts of all objects of a class can share: 30 in Python 3.11, one fewer with the first object.
MOST_SHARED = 29
MOST_MONEY = Decimal("1000000000000")  # a thousand billion: beyond any company of this size


def new_key() -> str:
    """A key that is never used again, so that two copies of a file can be merged."""
    return uuid.uuid4().hex


class Exact(TypeDecorator[Decimal]):
    """`Decimal` with a fixed number of places outside, an integer in the database."""

    impl = BigInteger
    cache_ok = True
    places = 0

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> int | None:
        return None if value is None else int(value.scaleb(self.places))

    def process_result_value(self, value: int | None, _dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-self.places)


class Cents(Exact):
    """Money, in integer cents."""

    cache_ok = True
    places = 2


class Hundredths(Cents):
    """A percentage or a number of person-days with two places, kept like money."""

    cache_ok = True


class Millionths(Exact):
    """A measured value: what has more than six places is rounded, half away from zero."""

    cache_ok = True
    places = 6


def exact(value: Any) -> Decimal | None:
    """`value` with two places; TypeError for floats, ValueError for fractions of a cent and absurd sizes."""
    amount = _sensible(value)
    if amount is None:
        return None
    rounded = amount.quantize(CENT)
    if rounded != amount:
        raise ValueError(f"more than two decimal places: {value}")
    return rounded


def measured(value: Any) -> Decimal | None:
    """`value` rounded to six places; TypeError for floats, ValueError for absurd sizes."""
    amount = _sensible(value)
    return None if amount is None else amount.quantize(MILLIONTH, rounding=ROUND_HALF_UP)


def _sensible(value: Any) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, float):
        raise TypeError("floats are not exact; pass Decimal, int or str")
    amount = Decimal(value)
    if not amount.is_finite() or abs(amount) >= MOST_MONEY:
        raise ValueError(f"not a sensible amount: {value}")
    return amount


def choice(kind: type[StrEnum]) -> Enum:
    """A column type for one of the members of `kind`, stored by value."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


class _StateWhenNeeded:
    """SQLAlchemy's notes about a record, made when it first asks for them: that is when a value is set.

    They take 500 bytes, more than most records, and nearly all records of a file are only read.
    """

    def __get__(self, record: "Record | None", kind: type["Record"]) -> Any:
        if record is None or not record.__dict__:  # a class has none; a constructor makes them itself
            raise AttributeError("_sa_instance_state")
        kind.__mapper__.class_manager.setup_instance(record)
        return record.__dict__["_sa_instance_state"]


class _PlainRead:
    """A column of a class of records, without a setter: so Python takes the value from the record itself.

    SQLAlchemy's own attribute, which this hands out for the class, is a function in Python that looks for
    notes and for what is not loaded. Here everything is loaded, and figures read millions of values. What a
    record does not hold is as it is in a new one.

    SQLAlchemy has no switch for this: its attribute takes six times as long (0.43 against 0.07 µs), and its
    extension for other descriptors (ext.instrumentation) makes everything else slower. This rests on values
    standing in the record's dict under the columns' keys: tests/model/test_plain_reads.py.
    """

    __slots__ = ("_attribute", "_unset")

    def __init__(self, attribute: QueryableAttribute[Any], unset: Any) -> None:
        self._attribute, self._unset = attribute, unset

    def __get__(self, record: "Record | None", kind: type["Record"]) -> Any:
        return self._attribute if record is None else self._unset


def unset_value(column: Column[Any]) -> Any:
    """What a record that was given no value for this column says: its default, else None."""
    default = column.default
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None


def _by_need(columns: Iterable[Column[Any]]) -> list[str]:
    """Keys of columns, first those that every row fills: the key, the version, what has no default."""
    return [one.key for one in sorted(columns, key=lambda one: one.key != "version" and _may_be_unset(one))]


def _may_be_unset(column: Column[Any]) -> bool:
    return bool(column.nullable) or column.default is not None


class Record(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """One row of a company file. Constructors set defaults, so that objects exist without a database."""

    # The store's, whose record this is; not in the record's dict, whose keys are shared among all of a kind.
    __slots__ = ("_store_door",)
    _sa_instance_state: ClassVar[Any] = _StateWhenNeeded()
    # Columns beyond those whose keys are shared, with what an unset one says: a record that holds one of them
    # has a dict of its own, five times the size, so the store leaves out what says nothing else.
    seldom: ClassVar[Mapping[str, Any]] = {}

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: String(), date: Date()}

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default_factory=new_key)
    # Counts the writes of this row; the store raises it, nobody else. Never falls, also by undo.
    version: Mapped[int] = mapped_column(default=1, init=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version, "version_id_generator": False}

    def __init_subclass__(cls, **settings: Any) -> None:
        """The first object of a class decides which keys the dicts of all its objects share. A constructor,
        with SQLAlchemy at work in between, would leave most of them out and double the size of each record.
        """
        super().__init_subclass__(**settings)
        columns = cast("Table", cls.__table__).columns
        shared = ["_sa_instance_state", *_by_need(columns)][:MOST_SHARED]
        first = object.__new__(cls).__dict__
        for key in shared:
            first[key] = None
        cls.seldom = {one.key: unset_value(one) for one in columns if one.key not in shared}
        for key, attribute in cls.__mapper__.class_manager.items():
            read = _PlainRead(attribute, unset_value(columns[key]))
            type.__setattr__(cls, key, read)  # past SQLAlchemy, which would map it

    if not TYPE_CHECKING:  # with it mypy would allow to set anything

        def __setattr__(self, key: str, value: object) -> None:
            """Columns through SQLAlchemy's attribute, which tells who listens (`_PlainRead` sets nothing)."""
            attribute = type(self).__mapper__.class_manager.get(key)
            if attribute is None:
                object.__setattr__(self, key, value)
            else:
                attribute.__set__(self, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {getattr(self, 'name', self.id)!r}>"


@event.listens_for(Record, "attribute_instrument", propagate=True)
def _keep_numbers_exact(_kind: type[Record], _key: str, attribute: QueryableAttribute[Any]) -> None:
    columns = getattr(attribute.property, "columns", ())
    if columns and isinstance(columns[0].type, Exact):
        take = measured if isinstance(columns[0].type, Millionths) else exact
        event.listen(
            attribute,
            "set",
            lambda _record, value, _before, _initiator: take(value),
            retval=True,
            active_history=True,
        )


def reference(table: str, *, required: bool = False) -> Any:
    """A column that holds the key of a row of `table`. Checked at the end of a transaction, no cascade."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    if required:
        return mapped_column(String(32), key, index=True, nullable=False)
    return mapped_column(String(32), key, index=True, nullable=True, default=None)
