"""Plain text of 72 columns: items are kept together, blank lines stand between them."""

from collections.abc import Iterator

from tui.export.document import Box, Document, Entry, Part, Passage, Sheet, Steps
from tui.text import clean, width, wrap

COLUMNS = 72
_INDENT = "    "

Block = list[str]


def render(document: Document) -> str:
    """The document as text that ends with a newline."""
    sheets = (
        "\n\n".join("\n".join(block) for block in _sheet(document, sheet))
        for sheet in document.sheets
    )
    return "\n\n\n\n".join(sheets) + "\n"


def _sheet(document: Document, sheet: Sheet) -> Iterator[Block]:
    yield ["-" * COLUMNS, *_all(document.moment), "-" * COLUMNS]
    yield [*_lines(sheet.title), "=" * _wide(sheet.title)]
    if sheet.goal:
        yield _lines(sheet.goal)
    if not sheet.limits_heading:
        yield from map(_passage, sheet.limits)
    facts = " · ".join(filter(None, (sheet.dated, sheet.origin)))
    if facts:
        yield _lines(facts)
    signs = [f"{sign.box} {sign.words}" for sign in document.legend if sign.box is not Box.EMPTY]
    explained = [*_lines("   ".join(signs)), *_all(document.explained)]
    if any(explained):
        yield [line for line in explained if line]
    for part in sheet.parts:
        yield from _part(part)
    if sheet.limits_heading:
        yield ["", *_lines(sheet.limits_heading), "-" * _wide(sheet.limits_heading)]
        yield from map(_passage, sheet.limits)
    yield ["-" * COLUMNS, *_all(document.closing)]


def _part(part: Part) -> Iterator[Block]:
    heading = " · ".join(filter(None, (part.heading, part.note)))
    head = ["", *_lines(heading), "-" * _wide(heading)]
    for entry in part.entries:
        yield [*head, "", *_entry(entry)] if head else _entry(entry)
        head = []


def _entry(entry: Entry) -> Block:
    box = "[ ] " if entry.box is Box.EMPTY else f" {entry.box}  "
    lines = [
        *wrap(clean(entry.title), COLUMNS, first=box, rest=_INDENT),
        *_lines(entry.facts, _INDENT),
    ]
    if entry.aside:
        lines += _lines(entry.aside, _INDENT)
    if entry.waits:
        lines += _lines(entry.waits, f"{_INDENT}{Box.HELD} ", f"{_INDENT}  ")
    if entry.instead:
        lines += _passage(entry.instead, f"{_INDENT}  ")
    for passage in entry.before:
        lines += _passage(passage, _INDENT)
    for steps in entry.steps:
        lines += _steps(steps)
    for passage in entry.after:
        lines += _passage(passage, _INDENT)
    return [*lines, *_lines(entry.source, _INDENT)]


def _steps(steps: Steps) -> Block:
    lines = _lines(f"{steps.label}:", _INDENT) if steps.label else []
    for number, step in enumerate(steps.lines, start=1):
        text = f"{step.where}: {step.text}" if step.where else step.text
        text += f" ({step.note})" if step.note else ""
        first = f"{_INDENT}{number}. " if len(steps.lines) > 1 else _INDENT
        lines += _lines(text, first, " " * len(first))
    return lines


def _passage(passage: Passage, indent: str = "") -> Block:
    return _lines(f"{passage.label}: {passage.text}", indent)


def _all(texts: tuple[str, ...]) -> Block:
    return [line for text in texts for line in _lines(text)]


def _lines(text: str, first: str = "", rest: str | None = None) -> Block:
    return wrap(clean(text), COLUMNS, first=first, rest=first if rest is None else rest)


def _wide(text: str) -> int:
    return min(width(clean(text)), COLUMNS)
