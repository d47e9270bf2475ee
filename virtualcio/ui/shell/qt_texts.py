"""Qt's own words (file dialogs, standard buttons, menus of text fields) and number style, by language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_LOCALES = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_installed: list[QTranslator] = []


def system_language() -> str:
    """German, unless the system speaks another language."""
    spoken = QLocale.system().language()
    return "de" if spoken in (QLocale.Language.German, QLocale.Language.C) else "en"


def install(code: str) -> None:
    """Let Qt speak this language; where its own words are missing, it speaks English."""
    QLocale.setDefault(_LOCALES[code])
    app = QCoreApplication.instance()
    if app is None:
        return
    while _installed:
        app.removeTranslator(_installed.pop())
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code != "en" and translator.load(f"qtbase_{code}", folder):
        app.installTranslator(translator)
        _installed.append(translator)
