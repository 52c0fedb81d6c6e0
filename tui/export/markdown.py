"""Markdown with task lists; no character of the content can become markup."""

import re
from collections.abc import Iterable, Iterator

from tui.content.model import Priority
from tui.export.document import Box, Document, Entry, Line, Part, Passage, Sheet, Steps
from tui.export.groups import Group, grouped
from tui.text import clean

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$&#@{]|[.:](?=\S)|/(?=/)")
"""Signs of markup, of templates, and those that make an address or an emoji code of words."""

_OPENING = re.compile(r"[-+=:]")
_NUMBER = re.compile(r"([0-9]{1,9})([.)])")
_BREAK = "\\\n"
_RULE = "---"
_LINE = "_" * 40
"""A line to write on; Markdown shows it as a rule from edge to edge."""


def render(document: Document) -> str:
    """The document as text that ends with a newline."""
    sheets = ("\n\n".join(_sheet(document, sheet)) for sheet in document.sheets)
    return f"\n\n{_RULE}\n\n".join(sheets) + "\n"


def escape(text: str) -> str:
    """Markup that shows exactly the characters of the text, also at the start of a line."""
    escaped = _MARKUP.sub(r"\\\g<0>", clean(text).strip())
    if _OPENING.match(escaped):
        return f"\\{escaped}"
    return _NUMBER.sub(r"\1\\\2", escaped, count=1) if _NUMBER.match(escaped) else escaped


def _sheet(document: Document, sheet: Sheet) -> Iterator[str]:
    yield "\n>\n".join(f"> {escape(line)}" for line in document.moment)
    yield f"# {escape(sheet.title)}"
    if sheet.goal:
        yield escape(sheet.goal)
    if not sheet.limits_heading:
        yield from map(_passage, sheet.limits)
    facts = " · ".join(filter(None, (sheet.dated, sheet.origin)))
    if facts:
        yield escape(facts)
    signs = [f"{sign.box} {sign.words}" for sign in document.legend if sign.box is not Box.EMPTY]
    explained = [*filter(None, [" · ".join(signs)]), *document.explained]
    if explained:
        yield _BREAK.join(map(escape, explained))
    for part, found in zip(sheet.parts, grouped(sheet), strict=True):
        yield from _part(document, part, found)
    if sheet.limits_heading:
        yield f"## {escape(sheet.limits_heading)}"
        yield from map(_passage, sheet.limits)
    yield _RULE
    yield from map(escape, document.closing)


def _part(document: Document, part: Part, found: Iterable[Group]) -> Iterator[str]:
    yield f"## {escape(' · '.join(filter(None, (part.heading, part.note))))}"
    if part.advice:
        yield escape(part.advice)
    for group in found:
        for entry in group.entries:
            yield f"- {_box(entry.box)}" + "\n\n".join(map(_indented, _entry(entry))).lstrip()
        if group.paused:
            yield f"> {_passage(document.pause)}"
    for field in part.fields:
        yield f"{escape(field.label)}:"
        yield from [_LINE] * field.lines
    if part.source:
        yield escape(part.source)


def _box(box: Box) -> str:
    if box is Box.HELD:
        return f"{box} "
    return f"[{'x' if box is Box.DONE else ' '}] {box}".rstrip() + " "


def _indented(chunk: str) -> str:
    return "\n".join(f"  {line}" for line in chunk.split("\n"))


def _entry(entry: Entry) -> Iterator[str]:
    title = escape(entry.title)
    title = f"**{title}**" if title and entry.weight is Priority.CRITICAL else title
    yield _BREAK.join([title, *(escape(text) for text in (entry.facts, entry.aside) if text)])
    if entry.waits:
        hold = [f"{Box.HELD} **{escape(entry.waits)}**"]
        yield _BREAK.join([*hold, *([_passage(entry.instead)] if entry.instead else [])])
    yield from map(_passage, entry.before)
    for steps in entry.steps:
        yield from _steps(steps)
    yield from map(_passage, entry.after)
    yield escape(entry.source)


def _steps(steps: Steps) -> Iterator[str]:
    if steps.label:
        yield f"{escape(steps.label)}:"
    if len(steps.lines) == 1:
        yield _step(steps.lines[0])
    else:
        yield "\n".join(
            f"{place}. {_step(line)}" for place, line in enumerate(steps.lines, start=1)
        )


def _step(line: Line) -> str:
    text = f"{line.where}: {line.text}" if line.where else line.text
    return escape(f"{text} ({line.note})" if line.note else text)


def _passage(passage: Passage) -> str:
    return f"**{escape(passage.label)}:** {escape(passage.text)}"
