"""What the books need to know about an asset or application: columns of both, edited in their details."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.depreciation.depreciation_words import METHODS
from virtualcio.actions.depreciation.life_classes import LIFE_CLASSES, LifeClass
from virtualcio.model.depreciation import DepreciationMethod
from virtualcio.texts import mark

_BOOKS = mark("Depreciation")
_TAKEN_OVER = mark("Taken over from older books")
MOST_YEARS = 100

BOOK_COLUMNS: tuple[Column, ...] = (
    Column("life_key", mark("Kind of thing (useful life)"), Kind.CHOICE, field="life_key", choices=LifeClass,
           choice_titles=LIFE_CLASSES, group=_BOOKS, shown=False, width=150,
           help=mark("The row of the table of useful lives. Empty: as its category says.")),
    Column("in_use_on", mark("In use since"), Kind.DATE, field="in_use_on", group=_BOOKS, shown=False,
           help=mark("Depreciation starts in this month. Empty: with the purchase."),
           import_names=("in betrieb seit", "nutzung ab", "betriebsbereit ab", "betriebsbereit am")),
    Column("tax_method", mark("Method (tax)"), Kind.CHOICE, field="tax_method", choices=DepreciationMethod,
           choice_titles=METHODS, group=_BOOKS, shown=False,
           help=mark("Empty: what the law and your choices propose. What it refuses is not taken."),
           import_names=("afa-methode", "afa methode", "afa-art", "abschreibungsmethode", "methode")),
    Column("tax_life_years", mark("Useful life (tax, years)"), Kind.INTEGER, field="tax_life_years", least=1,
           most=MOST_YEARS, group=_BOOKS, shown=False,
           help=mark("Empty: as the table of useful lives says."),
           import_names=("afa-dauer", "afa-jahre", "abschreibungsdauer", "nutzungsdauer afa",
                         "nutzungsdauer steuer")),
    Column("commercial_method", mark("Method (commercial)"), Kind.CHOICE, field="commercial_method",
           choices=DepreciationMethod, choice_titles=METHODS, group=_BOOKS, shown=False,
           help=mark("Empty: as for tax, without the one year for digital things.")),
    Column("commercial_life_years", mark("Useful life (commercial, years)"), Kind.INTEGER,
           field="commercial_life_years", least=1, most=MOST_YEARS, group=_BOOKS, shown=False,
           help=mark("Empty: the service life that you entered, else that of the table."),
           import_names=("nutzungsdauer handelsrecht", "nutzungsdauer hgb")),
    Column("declining_percent", mark("Declining rate a year"), Kind.PERCENT, field="declining_percent",
           least=1, most=100, group=_BOOKS, shown=False,
           help=mark("Only for the declining method. Empty: the highest rate that the law allows."),
           import_names=("afa-satz", "degressiver satz", "afa-satz degressiv")),
    Column("invoice_number", mark("Invoice number"), Kind.TEXT, field="invoice_number", group=_BOOKS,
           shown=False, width=120,
           import_names=("rechnungsnummer", "rechnungsnr", "rechnungsnr.", "rechnungs-nr.", "rechnung nr.",
                         "belegnummer", "beleg-nr.")),
    Column("asset_account", mark("Account of fixed assets"), Kind.TEXT, field="asset_account", group=_BOOKS,
           shown=False, width=100,
           help=mark("The account on which the tax advisor keeps it. Empty: the usual one of your chart."),
           import_names=("anlagekonto", "anlagenkonto", "bestandskonto", "sachkonto")),
    Column("cost_centre", mark("Cost centre"), Kind.TEXT, field="cost_centre", group=_BOOKS, shown=False,
           width=100, import_names=("kostenstelle", "kst", "kst.")),
    Column("taken_over_on", mark("Taken over on"), Kind.DATE, field="taken_over_on", group=_TAKEN_OVER,
           shown=False,
           help=mark("If older books depreciated it until now: from this month on this program goes on."),
           import_names=("übernommen am", "übernahme am", "stand restbuchwert")),
    Column("tax_book_value", mark("Book value then (tax)"), Kind.MONEY, field="tax_book_value", least=0,
           group=_TAKEN_OVER, shown=False, help=mark("What the older books still say, for all pieces."),
           import_names=("restbuchwert", "rbw", "buchwert", "restwert")),
    Column("tax_months_left", mark("Months left (tax)"), Kind.INTEGER, field="tax_months_left", least=1,
           most=MOST_YEARS * 12, group=_TAKEN_OVER, shown=False,
           help=mark("How many months it was still to be depreciated then."),
           import_names=("restmonate", "restnutzungsdauer (monate)", "restlaufzeit (monate)")),
    Column("commercial_book_value", mark("Book value then (commercial)"), Kind.MONEY,
           field="commercial_book_value", least=0, group=_TAKEN_OVER, shown=False,
           help=mark("Empty: this book is reckoned from the purchase on."),
           import_names=("restbuchwert hgb", "restbuchwert handelsrecht")),
    Column("commercial_months_left", mark("Months left (commercial)"), Kind.INTEGER,
           field="commercial_months_left", least=1, most=MOST_YEARS * 12, group=_TAKEN_OVER, shown=False,
           import_names=("restmonate hgb", "restmonate handelsrecht")),
)  # fmt: skip
