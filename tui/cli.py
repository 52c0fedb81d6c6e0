"""The commands; the interface starts when none is given."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, TextIO

from tui import language
from tui.arguments import USAGE, parse
from tui.content.library import Library, builtin_folder, open_library
from tui.content.model import Item
from tui.content.problems import nearest
from tui.errors import ParadakError, TerminalError, UsageError
from tui.guard import Protection
from tui.text import clean

FINE, REFUSED, PIPE_CLOSED = 0, 1, 141


def run(arguments: Sequence[str], protection: Protection) -> int:
    """Runs one command and gives the exit code: 0 fine, 1 refused or problems, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parse(arguments)
    try:
        said = language.load(options.lang)
        library = open_library(said, options.lists)
        if options.command is None:
            return _open_interface(library, protection)
        return _answer(options, library)
    except ParadakError as error:
        _complain(error)
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


def _open_interface(library: Library, protection: Protection) -> int:
    if os.environ.get("TERM") == "dumb" or not _is_terminal(sys.stdin, sys.stderr):
        raise TerminalError(
            "the interface needs a terminal that can draw, with a keyboard",
            "without one, use: paradak list, paradak show, paradak print",
        )
    _say_nothing_below_the_screen()
    # What a key draws second waits for the next frame: half as long at twice the usual rate.
    os.environ["TEXTUAL_FPS"] = "120"
    from tui.app.app import ParadakApp

    app = ParadakApp(library, protection)
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
        head = asdict(checklist) | {"moment": library.notices["stop"]}
        for section, shown in zip(checklist.sections, head["sections"], strict=True):
            shown["items"] = [_item_json(item) for item in section.items]
        _say_json(head)
    else:
        from tui.export import Detail, Format, from_checklists, render

        _say(render(from_checklists([checklist], library, Detail.FULL), Format.TEXT))
    return FINE


def _item_json(item: Item) -> dict[str, Any]:
    return asdict(item) | {"can_wait": bool(item.waits)}


def _search(options: argparse.Namespace, library: Library) -> int:
    from tui.guidance import APP_NAMES, DEVICE_NAMES, facts, meanwhile
    from tui.search import MOST_WORDS, corrections, find, index, is_long, synonyms

    query, said = " ".join(options.words), library.language
    hits, moment = find(index(library, APP_NAMES | DEVICE_NAMES), query), library.notices["stop"]
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
        _say_json({"moment": moment, "found": found})
        return FINE
    if not hits:
        _talk(said.text("nothing found; try fewer or shorter words"))
        return FINE
    for line in (*moment, *corrections(hits[0], said)):
        print(line)
    for hit in hits:
        print(f"\n{hit.item.title}  ({hit.item.ref} · {facts(hit.item, said)})")
        if hit.item.waits:
            print(f"  ‖ {meanwhile(hit.item, said, None)}")
        over = " › ".join(hit.titles)
        print(f"  {' · '.join((over, *synonyms(hit, said)))}")
        print(f"  {said.text(hit.place)}: {hit.excerpt}")
    return FINE


def _print(options: argparse.Namespace, library: Library) -> int:
    from tui.export import Detail, Format, from_checklists, render
    from tui.files import write_private

    names = list(options.ids)
    if options.situation:
        names += _lists_of(options.situation, library)
    if not names:
        raise UsageError(
            "name a list to print", "the lists are: {known}", known=", ".join(library.ids)
        )
    checklists = [library.checklist(name) for name in dict.fromkeys(names)]
    document = from_checklists(checklists, library, Detail(options.detail))
    text = render(document, Format(options.format))
    if options.out is None or str(options.out) == "-":
        _say(text)
        return FINE
    written = write_private(options.out, text.encode(), force=options.force)
    if not written.private:
        _talk(library.language.text("this disk does not limit who may read the file"))
    return FINE


def _lists_of(name: str, library: Library) -> list[str]:
    known = {situation.id: situation for situation in library.situations if situation.path}
    if name not in known:
        raise UsageError(
            "no situation '{name}'{nearest}",
            "the situations are: {known}",
            name=name,
            nearest=nearest(name, known),
            known=", ".join(known),
        )
    return [ref.partition("/")[0] for ref in known[name].path]


def _check(options: argparse.Namespace, library: Library) -> int:
    from tui.content.check import check

    report = check(options.path or (None if library.builtin else options.lists))
    if options.json:
        _say_json(
            {"problems": [asdict(problem) for problem in report.problems], "stats": report.stats()}
        )
    else:
        for problem in report.problems:
            print(clean(str(problem)))
        if options.stats:
            for name, number in report.stats().items():
                print(f"{number:6}  {name}")
        elif not report.problems:
            _talk("no problems")
    return REFUSED if report.problems else FINE


def _schema(_options: argparse.Namespace, _library: Library) -> int:
    _say((builtin_folder() / "checklist.schema.json").read_text(encoding="utf-8"))
    return FINE


COMMANDS: dict[str, Callable[[argparse.Namespace, Library], int]] = {
    "list": _list,
    "show": _show,
    "search": _search,
    "print": _print,
    "check": _check,
    "schema": _schema,
}


def _say_json(value: object) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def _say(text: str) -> None:
    sys.stdout.write(text)


def _complain(error: ParadakError) -> None:
    values = {name: clean(str(value)) for name, value in error.values.items()}
    _talk(f"paradak: {error.message.format(**values)}")
    if error.hint:
        _talk(f"  {error.hint.format(**values)}")


def _talk(words: str) -> None:
    if sys.stderr is not None:
        print(words, file=sys.stderr)
