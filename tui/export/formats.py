"""The formats, each written by one renderer."""

from collections.abc import Iterator
from enum import StrEnum

from tui.apart import Apart
from tui.export import html, markdown, pdf, plain
from tui.export.document import Document
from tui.export.layouts import Layout, SheetPages


class Format(StrEnum):
    """What a document is written as; each has its file ending."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"

    @property
    def ending(self) -> str:
        """How the names of such files end."""
        return _ENDINGS[self]

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """The layouts it can be set in; none where there is no page, or only one kind."""
        return _LAYOUTS.get(self, ())

    @property
    def has_pages(self) -> bool:
        """Whether the pages are known before somebody prints them."""
        return self in {Format.TEXT, Format.PDF}


_ENDINGS = {
    Format.TEXT: ".txt",
    Format.MARKDOWN: ".md",
    Format.HTML: ".html",
    Format.PDF: ".pdf",
}
_LAYOUTS = {
    Format.HTML: tuple(html.LAYOUTS),
    Format.PDF: tuple(Layout),
}


def render(
    document: Document, form: Format, layout: Layout = Layout.A4, apart: Apart | None = None
) -> bytes:
    """The document in a format; text is in UTF-8. `apart` is where what takes long is done.

    Raises:
        LayoutError: a list does not fit the layout, or PDF cannot be made on this machine.
        ApartError: it was given up.
    """
    match form:
        case Format.TEXT:
            return plain.render(document).encode()
        case Format.MARKDOWN:
            return markdown.render(document).encode()
        case Format.HTML:
            return html.render(document, layout).encode()
    return pdf.render(document, layout, apart)


def pages(
    document: Document, form: Format, layout: Layout = Layout.A4, apart: Apart | None = None
) -> Iterator[SheetPages]:
    """The items on each page, sheet by sheet as they are set; all on one where pages are unknown.

    Raises:
        LayoutError, ApartError: as for `render`.
    """
    if form is Format.PDF:
        yield from pdf.pages(document, layout, apart)
        return
    if form is Format.TEXT:
        yield from plain.pages(document)
        return
    for sheet in document.sheets:
        titles = tuple(entry.title for part in sheet.parts for entry in part.entries)
        yield SheetPages(sheet.title, (titles,))


def suggest_name(form: Format) -> str:
    """A file name that says nothing: neither what made the file nor when."""
    return f"list-1{form.ending}"
