"""The handbook in a window of its own, beside the work."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from virtualcio import places
from virtualcio.texts import _, language
from virtualcio.ui.shell import theme

FILES = {"de": "handbuch.md", "en": "handbook.md"}


class HandbookWindow(QWidget):
    """Reads docs/handbuch.md or docs/handbook.md."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(_("VirtualCIO handbook"))
        self.resize(860, 760)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.windowTitle())
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(24)
        self.text.setFont(theme.font(14))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        docs = places.program_dir() / "docs"
        self.text.setSearchPaths([str(docs)])
        file = docs / FILES[language()]
        if file.exists():
            self.text.setMarkdown(file.read_text(encoding="utf-8"))
        else:
            self.text.setPlainText(_("The handbook is not part of this installation."))

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)
        elif url.hasFragment():
            self.text.scrollToAnchor(url.fragment())
