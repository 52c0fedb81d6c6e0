"""The commands; the interface starts when none is given."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from tui import language
from tui.content.library import Library, open_library
from tui.errors import ParadakError, TerminalError, UsageError
from tui.text import clean

if TYPE_CHECKING:
    import argparse
    import datetime
    from collections.abc import Callable, Sequence

    from tui.content.model import Item
    from tui.guard import Protection

FINE, REFUSED, USAGE, PIPE_CLOSED = 0, 1, 2, 141


def run(arguments: Sequence[str], protection: Protection, today: datetime.date) -> int:
    """Runs one command on a day; the exit code: 0 fine, 1 refused or problems, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    said = language.ENGLISH
    try:
        if not arguments:  # who asks for nothing but the interface waits for no parser
            return _open_interface(open_library(language.ENGLISH, today=today), protection)
        from tui.arguments import parse

        options = parse(arguments)
        said = language.load(options.lang)
        library = open_library(said, options.lists, today)
        if options.lists and options.command not in {"check", "schema"}:
            from tui.content.check import refuse_unsafe

            refuse_unsafe(library)
        if options.command in {None, "resume"}:
            resuming = options.command is not None
            return _open_interface(library, protection, resuming=resuming)
        return _answer(options, library)
    except ParadakError as error:
        _complain(error, said)
        return USAGE if isinstance(error, UsageError) else REFUSED


def _answer(options: argparse.Namespace, library: Library) -> int:
    """Runs a command; an output that takes no more is named, or a closed pipe is left alone."""
    if sys.stdout is None:
        raise ParadakError("the output is closed", "send it to a file or a pipe")
    try:
        result = COMMANDS[options.command](options, library)
        sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:
            values = {"path": error.filename, "reason": error.strerror}
            raise ParadakError("cannot use '{path}': {reason}", **values) from None
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return PIPE_CLOSED
        raise ParadakError("cannot write the output: {reason}", reason=error.strerror) from None
    return result


def _open_interface(library: Library, protection: Protection, *, resuming: bool = False) -> int:
    if os.environ.get("TERM") == "dumb" or not _is_terminal(sys.stdin, sys.stderr):
        raise TerminalError(
            "the interface needs a terminal that can draw, with a keyboard",
            "without one, use: paradak list, paradak show, paradak print",
        )
    _say_nothing_below_the_screen()
    # What a key draws second waits for the next frame: half as long at twice the usual rate.
    os.environ["TEXTUAL_FPS"] = "120"
    from tui.app.app import ParadakApp

    app = ParadakApp(library, protection, resuming=resuming)
    app.run()
    return app.return_code or FINE


def _say_nothing_below_the_screen() -> None:
    """Python and asyncio say more when variables ask for it; that would stay in the scrollback."""
    import logging
    import warnings

    logging.disable()
    warnings.simplefilter("ignore")


def _is_terminal(*streams: TextIO | None) -> bool:
    return all(stream is not None and stream.isatty() for stream in streams)


def _list(options: argparse.Namespace, library: Library) -> int:
    rows = [
        {"id": found.id, "title": found.title, "items": len(found.items), "minutes": found.minutes}
        for found in library.checklists
    ]
    _say_origin(library, _talk if options.json else print)
    if options.json:
        _say_json(rows)
        return FINE
    said = library.language
    wide = max(len(found.id) for found in library.checklists)
    for found in library.checklists:
        items = said.count(len(found.items), "{n} item", "{n} items")
        print(f"{found.id:{wide}}  {found.title} · {items} · {said.minutes(found.minutes)}")
    return FINE


def _show(options: argparse.Namespace, library: Library) -> int:
    checklist = library.checklist(options.id)
    if options.json:
        shown = asdict(checklist) | _opening(library)
        for section, told in zip(checklist.sections, shown["sections"], strict=True):
            told["items"] = [_item_json(item) for item in section.items]
        _say_json(shown)
    else:
        from tui.export import Detail, from_checklists, reading

        _say(reading(from_checklists([checklist], library, Detail.FULL)))
    return FINE


def _item_json(item: Item) -> dict[str, Any]:
    return asdict(item) | {"can_wait": bool(item.waits)}


def _opening(library: Library) -> dict[str, Any]:
    """What programs are told of all items: the moment comes first, and whose lists they are."""
    return {"moment": library.notices["stop"], "builtin": library.builtin}


def _search(options: argparse.Namespace, library: Library) -> int:
    from tui.guidance import facts, meanwhile, old_law
    from tui.search import MOST_WORDS, corrections, find, index, is_long, synonyms
    from tui.words import APP_NAMES, DEVICE_NAMES

    query, said = " ".join(options.words), library.language
    hits = find(index(library, APP_NAMES | DEVICE_NAMES), query)
    if is_long(query):
        _talk(said.text("only the first {n} words are searched for", n=MOST_WORDS))
    if options.json:
        found = [
            {
                "place": hit.place,
                "excerpt": hit.excerpt,
                "list": hit.titles[0],
                "section": hit.titles[1],
                "matches": [asdict(match) for match in hit.matches],
                **_item_json(hit.item),
            }
            for hit in hits
        ]
        _say_json(_opening(library) | {"found": found})
        return FINE
    _say_origin(library, print)
    if not hits:
        _talk(said.text("nothing found; try fewer or shorter words"))
        return FINE
    for line in (*library.notices["stop"], *corrections(hits[0], said)):
        print(line)
    for hit in hits:
        print(f"\n{hit.item.title}  ({hit.item.ref} · {facts(hit.item, said)})")
        if hit.item.waits:
            print(f"  ‖ {meanwhile(hit.item, said, None)}")
        over = " › ".join(hit.titles)
        print(f"  {' · '.join((over, *synonyms(hit, said)))}")
        print(f"  {said.text(hit.place)}: {old_law(hit.item, library) or hit.excerpt}")
    return FINE


def _print(options: argparse.Namespace, library: Library) -> int:
    from tui.files import write_private
    from tui.printing import printed

    shown = options.out is None or str(options.out) == "-"
    data = printed(options, library, on_screen=shown and _is_terminal(sys.stdout))
    if shown:
        sys.stdout.buffer.write(data)
        return FINE
    written = write_private(options.out, data, force=options.force)
    if not written.private:
        _talk(library.language.text("this disk does not limit who may read the file"))
    return FINE


def _check(options: argparse.Namespace, library: Library) -> int:
    from tui.content.check import check

    report = check(options.path or (None if library.builtin else options.lists))
    if options.json:
        _say_json(
            {"problems": [asdict(problem) for problem in report.problems], "stats": report.stats()}
        )
    else:
        for problem in report.problems:
            print(problem)
        if options.stats:
            for name, number in report.stats().items():
                print(f"{number:6}  {name}")
        elif not report.problems:
            _talk(library.language.text("no problems"))
    return REFUSED if report.problems else FINE


def _schema(_options: argparse.Namespace, _library: Library) -> int:
    from tui.content.reading import schema_text

    _say(schema_text())
    return FINE


def _footprint(options: argparse.Namespace, library: Library) -> int:
    from tui.footprint import as_data, look, tell

    found = look(os.environ)
    if options.json:
        _say_json(_opening(library) | as_data(found))
    else:
        for line in (*library.notices["stop"], *tell(found, library.language)):
            print(line)
    return FINE


COMMANDS: dict[str, Callable[[argparse.Namespace, Library], int]] = {
    "list": _list,
    "show": _show,
    "search": _search,
    "print": _print,
    "check": _check,
    "schema": _schema,
    "footprint": _footprint,
}


def _say_origin(library: Library, say: Callable[[str], None]) -> None:
    if not library.builtin:
        say(library.language.text("not the built-in lists"))


def _say_json(value: object) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def _say(text: str) -> None:
    sys.stdout.write(text)


def _complain(error: ParadakError, said: language.Language) -> None:
    values = {name: clean(str(value)) for name, value in error.values.items()}
    _talk(f"paradak: {said.text(error.message, **values)}")
    if error.hint:
        _talk(f"  {said.text(error.hint, **values)}")


def _talk(words: str) -> None:
    if sys.stderr is not None:
        print(words, file=sys.stderr)
