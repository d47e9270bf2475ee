"""The handbook in a window of its own, beside the work."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from virtualcio import places
from virtualcio.texts import _, language
from virtualcio.ui.shell import theme

FILES = {"de": "handbuch.md", "en": "handbook.md"}
MARGIN = 32
LINE_HEIGHT = 130  # percent
LEAST_WIDTH = 200  # of a picture, in px
_PICTURE = "\ufffc"  # stands for it in the text
_ABOVE_HEADING = {1: 0, 2: 28, 3: 18}
_HEADING_SIZE = {1: 22, 2: 17, 3: 14}


class HandbookWindow(QWidget):
    """Reads docs/handbuch.md or docs/handbook.md."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(_("VirtualCIO handbook"))
        self.resize(860, 760)
        self.text = HandbookText(places.program_dir() / "docs")
        self.text.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.text.show_file(FILES[language()])


class HandbookText(QTextBrowser):
    """Markdown with pictures that are as wide as the window allows, and lines that are easy to read."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._width = LEAST_WIDTH  # of the pictures
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setFont(theme.font(14))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_link)

    def show_file(self, name: str) -> None:
        file = self._folder / name
        if not file.exists():
            self.setPlainText(_("The handbook is not part of this installation."))
            return
        self.document().setDocumentMargin(MARGIN)
        self.setMarkdown(file.read_text(encoding="utf-8"))
        self._set_blocks()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._set_table(frame)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures lie beside the handbook; they are made to fit, sharp on every screen."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(str(self._folder / QUrl(name).toString()))
        if image.isNull():
            return image
        shown = min(self._width, image.width())
        pixels = min(round(shown * self.devicePixelRatioF()), image.width())
        smooth = Qt.TransformationMode.SmoothTransformation
        fitting = image.convertToFormat(QImage.Format.Format_RGB32).scaledToWidth(pixels, smooth)
        fitting.setDevicePixelRatio(pixels / shown)
        return fitting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = max(LEAST_WIDTH, self.viewport().width() - 2 * MARGIN)
        if width != self._width:
            self._width = width
            self._fit_pictures()

    def _fit_pictures(self) -> None:
        document = self.document()
        kind = QTextDocument.ResourceType.ImageResource.value
        for form in document.allFormats():
            if form.isImageFormat():
                name = QUrl(form.toImageFormat().name())
                document.addResource(kind, name, self.loadResource(kind, name))
        document.markContentsDirty(0, document.characterCount())

    def _set_blocks(self) -> None:
        """Headings and lines with room around them; the widget's own are those of a note."""
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            cursor = QTextCursor(block)
            level = form.headingLevel()
            if level:
                form.setTopMargin(_ABOVE_HEADING.get(level, 12))
                form.setBottomMargin(8)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                look = QTextCharFormat()
                look.setFont(theme.font(_HEADING_SIZE.get(level, 14), semibold=True))
                cursor.setCharFormat(look)
            elif block.text().startswith(_PICTURE):
                form.setTopMargin(6)
                form.setBottomMargin(16)
            elif cursor.currentTable() is None:
                form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                form.setBottomMargin(4 if block.textList() is not None else 10)
            cursor.setBlockFormat(form)
            block = block.next()

    def _set_table(self, table: QTextTable) -> None:
        form = table.format()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setCellPadding(5)
        form.setCellSpacing(0)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(theme.current().line)
        form.setBorderCollapse(True)
        table.setFormat(form)

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)
        elif url.hasFragment():
            self.scrollToAnchor(url.fragment())
