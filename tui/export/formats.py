"""The formats, each written by one renderer."""

from enum import StrEnum

from tui.export import html, markdown, plain
from tui.export.document import Document


class Format(StrEnum):
    """What a document is written as; each has its file ending."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"

    @property
    def ending(self) -> str:
        """How the names of such files end."""
        return _ENDINGS[self]


_ENDINGS = {Format.TEXT: ".txt", Format.MARKDOWN: ".md", Format.HTML: ".html"}
_RENDERERS = {Format.TEXT: plain.render, Format.MARKDOWN: markdown.render, Format.HTML: html.render}


def render(document: Document, form: Format) -> bytes:
    """The document in a format, in UTF-8."""
    return _RENDERERS[form](document).encode()


def suggest_name(form: Format) -> str:
    """A file name that says nothing: neither what made the file nor when."""
    return f"list-1{form.ending}"
