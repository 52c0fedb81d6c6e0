"""The commands; the interface starts when none is given."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn, TextIO

from tui import __version__, language
from tui.content.library import Library, builtin_folder, open_library
from tui.content.model import Item
from tui.content.problems import nearest
from tui.errors import ParadakError, TerminalError, UsageError
from tui.guard import Protection
from tui.text import clean

_NO_OPTIONS = argparse.Namespace(command=None, lang="en", lists=None)
FINE, REFUSED, USAGE, PIPE_CLOSED = 0, 1, 2, 141

_HELP = """\
paradak [--lang CODE] [--lists PATH]     open the interface
paradak COMMAND ...                      do one thing and leave

  list                   the lists
  show ID                one list
  search WORDS           find in everything
  print ID ...           a list for paper: --format text, markdown or html,
                         --detail titles, steps or full, --out FILE, --force,
                         --situation NAME for the lists of a situation
  check [PATH]           problems in a list or a folder of lists: --stats
  schema                 the JSON Schema for editors

  --json                 with list, show, search and check: data for programs
  --lang CODE            the language shown
  --lists PATH           an author's own lists instead of the built-in ones
  --version, --help

Nothing is sent anywhere, and nothing is written unless you ask for it.
"""


def run(arguments: Sequence[str], protection: Protection) -> int:
    """Runs one command and gives the exit code: 0 fine, 1 refused or problems, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _NO_OPTIONS
    if arguments:
        options = parser(printing="print" in arguments).parse_args(arguments)
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


def parser(*, printing: bool = True) -> argparse.ArgumentParser:
    """The commands and options; shell completions are made from it.

    Without `printing` the options of `print` are left out, which saves loading the formats.
    """
    top = _Parser("paradak", top=True)
    top.add_argument("--version", action="version", version=f"paradak {__version__}")
    commands = top.add_subparsers(dest="command", parser_class=_Parser, metavar="COMMAND")
    listing = commands.add_parser("list", help="the lists")
    show = commands.add_parser("show", help="one list")
    show.add_argument("id", help="the list")
    search = commands.add_parser("search", help="find in everything")
    search.add_argument("words", nargs="+", help="all of them are looked for")
    paper = commands.add_parser("print", help="a list for paper")
    if printing:
        _add_print(paper)
    check = commands.add_parser("check", help="problems in a list or a folder of lists")
    check.add_argument("path", nargs="?", type=Path, help="a file or a folder")
    check.add_argument("--stats", action="store_true", help="counts of what is there")
    commands.add_parser("schema", help="the JSON Schema for editors")
    for command in (listing, show, search, check):
        command.add_argument("--json", action="store_true", help="data for programs")
    return top


def _add_print(command: argparse.ArgumentParser) -> None:
    from tui.export import Detail, Format

    command.add_argument("ids", nargs="*", metavar="ID", help="the lists")
    command.add_argument("--situation", metavar="NAME", help="all lists of a situation")
    formats, details = [one.value for one in Format], [one.value for one in Detail]
    command.add_argument("--format", choices=formats, default=Format.TEXT.value)
    command.add_argument("--detail", choices=details, default=Detail.STEPS.value)
    command.add_argument("--out", type=Path, metavar="FILE", help="a new file; else the output")
    command.add_argument("--force", action="store_true", help="replace the file if it is there")


class _Parser(argparse.ArgumentParser):
    """Global options are understood before and after the command; the help is one screen."""

    def __init__(self, prog: str, *, top: bool = False, **options: Any) -> None:
        super().__init__(prog, allow_abbrev=False, **options)
        self._top = top
        lang, lists = ("en", None) if top else (argparse.SUPPRESS, argparse.SUPPRESS)
        self.add_argument("--lang", metavar="CODE", help="the language shown", default=lang)
        self.add_argument(
            "--lists", type=Path, metavar="PATH", help="an author's own lists", default=lists
        )

    def format_help(self) -> str:
        return _HELP if self._top else super().format_help()

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"paradak: {clean(message)}\n  see: {self.prog} --help\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            near = nearest(value, action.choices) or f"; choose from {', '.join(action.choices)}"
            raise argparse.ArgumentError(action, f"no '{value}' here{near}")


def _open_interface(library: Library, protection: Protection) -> int:
    if os.environ.get("TERM") == "dumb" or not _is_terminal(sys.stdin, sys.stderr):
        raise TerminalError(
            "the interface needs a terminal that can draw, with a keyboard",
            "without one, use: paradak list, paradak show, paradak print",
        )
    # What a key draws second waits for the next frame: half as long at twice the usual rate.
    os.environ["TEXTUAL_FPS"] = "120"
    from tui.app.app import ParadakApp

    app = ParadakApp(library, protection)
    app.run()
    return app.return_code or FINE


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
    from tui.guidance import facts, meanwhile
    from tui.search import find, index

    hits = find(index(library), " ".join(options.words))
    moment, said = library.notices["stop"], library.language
    if options.json:
        found = [
            {"place": hit.place, "excerpt": hit.excerpt, **_item_json(hit.item)} for hit in hits
        ]
        _say_json({"moment": moment, "found": found})
        return FINE
    if not hits:
        _talk(said.text("nothing found; try fewer or shorter words"))
        return FINE
    for line in moment:
        print(line)
    for hit in hits:
        print(f"\n{hit.item.title}  ({hit.item.ref} · {facts(hit.item, said)})")
        if hit.item.waits:
            print(f"  ‖ {meanwhile(hit.item, said, None)}")
        print(f"  {hit.excerpt}")
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
