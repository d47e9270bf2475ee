"""What a reader of a PDF can select and copy."""

from io import BytesIO

from pypdf import PdfReader


def pdf_text(written: bytes) -> str:
    """The text of all pages as it is laid out, with plain blanks."""
    pages = PdfReader(BytesIO(written)).pages
    text = "\n".join(page.extract_text(extraction_mode="layout") for page in pages)
    return text.replace("\u00a0", " ").replace("\u200b", "")
