"""Plain text of 72 columns: in pages of 60 lines for a printer, or in one piece for reading."""

from collections.abc import Iterable, Iterator
from functools import reduce

from tui.export.document import Box, Document, Entry, Field, Passage, Sheet, Steps
from tui.export.groups import Group, grouped
from tui.export.layouts import SheetPages
from tui.export.paging import Block, Lines, paged
from tui.text import clean, width, wrap

COLUMNS = 72
LINES = 60
_INDENT = "    "
_RULE = "-" * COLUMNS
_LEAST_RULE = 24
_MOST_PAGES = 999


def render(document: Document) -> str:
    """The document in pages with form feeds between them, as text that ends with a newline."""
    sheets = (_numbered(document, sheet) for sheet in document.sheets)
    return "\f".join("\n".join(page) + "\n" for sheet in sheets for page in sheet)


def reading(document: Document) -> str:
    """The document in one piece, as text that ends with a newline."""
    sheets = (
        "\n\n".join("\n".join(block.lines) for block in _sheet(document, sheet))
        for sheet in document.sheets
    )
    return "\n\n\n\n".join(sheets) + "\n"


def pages(document: Document) -> tuple[SheetPages, ...]:
    """How each sheet falls into the pages that `render` gives."""
    return tuple(
        SheetPages(sheet.title, tuple(page.titles for page in _pages(document, sheet)))
        for sheet in document.sheets
    )


def _numbered(document: Document, sheet: Sheet) -> Iterator[Lines]:
    found = _pages(document, sheet)
    for number, page in enumerate(found, start=1):
        foot = _foot(document, sheet, number, len(found))
        yield [*page.lines, *[""] * (LINES - len(page.lines) - len(foot)), *foot]


def _pages(document: Document, sheet: Sheet) -> list[Block]:
    """The pages of a sheet; there is room for the largest numbers and a blank line below them."""
    foot = _foot(document, sheet, _MOST_PAGES, _MOST_PAGES)
    return paged(_sheet(document, sheet), max(1, LINES - 1 - len(foot)))


def _foot(document: Document, sheet: Sheet, number: int, total: int) -> Lines:
    """Title and revision at the left, and the page at the right."""
    page = clean(document.page.replace("{pages}", str(total)).replace("{page}", str(number)))
    title, revision = clean(sheet.title), clean(sheet.revision)
    left = " · ".join(filter(None, (title, revision)))
    if width(left) + width(page) + 2 <= COLUMNS:
        return [_spread(left, page)]
    return [*_lines(title), _spread(revision, page)]


def _spread(left: str, right: str) -> str:
    return left + " " * max(2, COLUMNS - width(left) - width(right)) + right


def _sheet(document: Document, sheet: Sheet) -> Iterator[Block]:
    """The blocks of a sheet; the closing words stay with what stands last."""
    *first, last = *_opening(document, sheet), *_parts(document, sheet), *_last(sheet)
    yield from first
    yield last.joined(Block([_RULE, *_all(document.closing)]))


def _opening(document: Document, sheet: Sheet) -> Iterator[Block]:
    yield Block([_RULE, *_all(document.moment), _RULE])
    yield Block([*_lines(sheet.title), "=" * _wide(sheet.title)])
    yield from _text(sheet.goal)
    if not sheet.limits_heading:
        yield from (Block(_passage(limit)) for limit in sheet.limits)
    yield from _text(" · ".join(filter(None, (sheet.dated, sheet.origin))))
    signs = [f"{sign.box} {sign.words}" for sign in document.legend if sign.box is not Box.EMPTY]
    explained = [*_lines("   ".join(signs)), *_all(document.explained)]
    if any(explained):
        yield Block([line for line in explained if line])


def _last(sheet: Sheet) -> Iterator[Block]:
    if sheet.limits_heading:
        limits = (Block(_passage(limit)) for limit in sheet.limits)
        yield from _headed(sheet.limits_heading, *limits)


def _parts(document: Document, sheet: Sheet) -> Iterator[Block]:
    for part, found in zip(sheet.parts, grouped(sheet), strict=True):
        blocks = [
            *_text(part.advice),
            *_entries(document, found),
            *(Block(_field(field)) for field in part.fields),
            *_text(part.source),
        ]
        heading = " · ".join(filter(None, (part.heading, part.note)))
        yield from _headed(heading, *([reduce(Block.joined, blocks)] if part.fields else blocks))


def _headed(heading: str, *blocks: Block) -> Iterator[Block]:
    """The blocks, the first of them with the heading above it."""
    head = Block(["", *_lines(heading), "-" * _wide(heading)])
    yield reduce(Block.joined, blocks[:1], head)
    yield from blocks[1:]


def _text(text: str) -> Iterator[Block]:
    if text:
        yield Block(_lines(text))


def _entries(document: Document, found: Iterable[Group]) -> Iterator[Block]:
    for group in found:
        *first, last = (Block(_entry(entry), (entry.title,)) for entry in group.entries)
        yield from first
        yield last.joined(Block(_pause(document))) if group.paused else last


def _pause(document: Document) -> Lines:
    rule = _INDENT + "-" * (COLUMNS - len(_INDENT))
    return [rule, *_passage(document.pause, _INDENT), rule]


def _field(field: Field) -> Lines:
    """The label and the lines to write on, the first of them beside it where there is room."""
    *above, label = _lines(f"{field.label}:")
    rest = field.lines
    if COLUMNS - width(label) > _LEAST_RULE:
        label += " " + "_" * (COLUMNS - width(label) - 1)
        rest -= 1
    return [*above, label, *["", "_" * COLUMNS] * rest]


def _entry(entry: Entry) -> Lines:
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


def _steps(steps: Steps) -> Lines:
    lines = _lines(f"{steps.label}:", _INDENT) if steps.label else []
    for number, step in enumerate(steps.lines, start=1):
        text = f"{step.where}: {step.text}" if step.where else step.text
        text += f" ({step.note})" if step.note else ""
        first = f"{_INDENT}{number}. " if len(steps.lines) > 1 else _INDENT
        lines += _lines(text, first, " " * len(first))
    return lines


def _passage(passage: Passage, indent: str = "") -> Lines:
    return _lines(f"{passage.label}: {passage.text}", indent)


def _all(texts: tuple[str, ...]) -> Lines:
    return [line for text in texts for line in _lines(text)]


def _lines(text: str, first: str = "", rest: str | None = None) -> Lines:
    return wrap(clean(text), COLUMNS, first=first, rest=first if rest is None else rest)


def _wide(text: str) -> int:
    return min(width(clean(text)), COLUMNS)
