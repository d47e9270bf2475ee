"""The tables of disposals (rows of an asset) and of what was chosen for each fiscal year."""

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.depreciation.depreciation_words import DISPOSAL_REASONS, LOW_VALUE_RULES
from virtualcio.model import Application, Asset, Disposal, TaxYear
from virtualcio.model.depreciation import DisposalReason, LowValueRule
from virtualcio.texts import mark

_BASICS = mark("Basics")
_NOTE = mark("Note")

DISPOSAL_COLUMNS: tuple[Column, ...] = (
    Column("day", mark("Gone on"), Kind.DATE, field="disposed_on", required=True, group=_BASICS, width=92,
           import_names=("abgang am", "abgangsdatum", "verkauft am", "datum")),
    Column("pieces", mark("Pieces"), Kind.INTEGER, field="pieces", least=1, most=100_000, group=_BASICS,
           width=64, help=mark("How many of the group left."), import_names=("anzahl", "stück", "menge")),
    Column("reason", mark("How"), Kind.CHOICE, field="reason", choices=DisposalReason,
           choice_titles=DISPOSAL_REASONS, group=_BASICS, width=110,
           import_names=("grund", "art des abgangs")),
    Column("proceeds", mark("Proceeds (net)"), Kind.MONEY, field="proceeds", least=0, group=_BASICS, width=90,
           help=mark("What these pieces brought, without VAT. Empty: nothing."),
           import_names=("erlös", "verkaufserlös", "verkaufspreis")),
    Column("asset", mark("Asset"), Kind.REFERENCE, field="asset_id", target=Asset, group=_BASICS, width=150,
           import_names=("system", "gerät", "anlage")),
    Column("application", mark("Application"), Kind.REFERENCE, field="application_id", target=Application,
           group=_BASICS, shown=False, width=150, import_names=("anwendung", "software")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=_NOTE, shown=False, width=140,
           import_names=("notiz", "bemerkung")),
)  # fmt: skip

TAX_YEAR_COLUMNS: tuple[Column, ...] = (
    Column("year", mark("Fiscal year"), Kind.INTEGER, field="year", required=True, least=1990, most=2100,
           grouped=False, group=_BASICS, width=110,
           help=mark("Named by the calendar year in which it begins.")),
    Column("low_value", mark("Low-value things"), Kind.CHOICE, field="low_value", choices=LowValueRule,
           choice_titles=LOW_VALUE_RULES, group=_BASICS, width=220,
           help=mark("The choice is for all such things of the fiscal year.")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=_NOTE, width=260),
)  # fmt: skip

DEPRECIATION_TABLES: tuple[Table, ...] = (
    Table(
        "disposals", Disposal, mark("Disposal"), mark("Disposals"), DISPOSAL_COLUMNS,
        name_field="disposed_on", page="budget", tab="depreciation", parent_table="assets",
        parent_field="asset_id", in_details=False, copied=False, newest_first=True,
    ),
    Table(
        "tax_years", TaxYear, mark("Choice of a fiscal year"), mark("Choices by fiscal year"),
        TAX_YEAR_COLUMNS, name_field="year", page="settings",
        empty_text=mark("Here you say what holds for low-value things of a fiscal year, if it is something "
                        "else than usual."),
        empty_example=mark("2026 · pool of five years"),
    ),
)  # fmt: skip
