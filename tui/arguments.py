"""The commands and their options, as they are written on the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from tui import __version__
from tui.content.problems import nearest
from tui.text import clean

USAGE = 2

_DOES = {
    "list": "the lists",
    "show": "one list",
    "search": "find in everything",
    "print": "a list for paper",
    "check": "problems in a list or a folder of lists",
    "schema": "the JSON Schema for editors",
    "resume": "go on from a paper code, which the interface asks for",
    "footprint": "what it left on this machine, and how to remove it",
}
_JSON = "data for programs"
_LANG = "the language shown"
_LISTS = "an author's own lists instead of the built-in ones"

_HELP = f"""\
paradak [--lang CODE] [--lists PATH]     open the interface
paradak COMMAND ...                      do one thing and leave

  list                   {_DOES["list"]}
  show ID                {_DOES["show"]}
  search WORDS           {_DOES["search"]}
  print ID ...           {_DOES["print"]}: --format text, markdown, html or pdf,
                         --detail titles, steps or full, --layout NAME,
                         --out FILE, --force; --situation NAME for its path,
                         --look-again for what is worth repeating,
                         --emergency for blank lines to write on
  check [PATH]           {_DOES["check"]}: --stats
  schema                 {_DOES["schema"]}
  resume                 {_DOES["resume"]}
  footprint              {_DOES["footprint"]}

  --json                 {_JSON}: list, show, search, check, footprint
  --lang CODE            {_LANG}; also: --version, --help
  --lists PATH           {_LISTS}

Ends with 0 if all is well, 1 if something was refused or has problems,
2 if the command was not understood.
Nothing is sent anywhere, and nothing is written unless you ask for it.
"""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for."""
    return parser(printing="print" in arguments).parse_args(arguments)


def parser(*, printing: bool = True) -> argparse.ArgumentParser:
    """The commands and options; shell completions are made from it.

    Without `printing` the options of `print` are left out, which saves loading the formats.
    """
    top = _Parser("paradak", top=True)
    top.add_argument("--version", action="version", version=f"paradak {__version__}")
    added = top.add_subparsers(dest="command", parser_class=_Parser, metavar="COMMAND")
    commands = {name: added.add_parser(name, help=does) for name, does in _DOES.items()}
    commands["show"].add_argument("id", help="the list")
    commands["search"].add_argument("words", nargs="+", help="all of them are looked for")
    if printing:
        _add_print(commands["print"])
    commands["check"].add_argument("path", nargs="?", type=Path, help="a file or a folder")
    commands["check"].add_argument("--stats", action="store_true", help="counts of what is there")
    for name in ("list", "show", "search", "check", "footprint"):
        commands[name].add_argument("--json", action="store_true", help=_JSON)
    return top


def _add_print(command: argparse.ArgumentParser) -> None:
    from tui.export import Detail, Format, Layout

    command.add_argument("ids", nargs="*", metavar="ID", help="the lists")
    command.add_argument("--situation", metavar="NAME", help="the path of a situation")
    again = "what is worth repeating, by how often"
    command.add_argument("--look-again", action="store_true", help=again)
    blank = "a blank sheet: lawyer, who to call, medicine, children, keys"
    command.add_argument("--emergency", action="store_true", help=blank)
    formats, layouts, details = ([one.value for one in kind] for kind in (Format, Layout, Detail))
    command.add_argument("--format", choices=formats, default=Format.TEXT.value)
    command.add_argument("--layout", choices=layouts, help="of pdf and html; else a4")
    command.add_argument("--detail", choices=details, help="else steps, or titles in small layouts")
    command.add_argument("--out", type=Path, metavar="FILE", help="a new file; else the output")
    command.add_argument("--force", action="store_true", help="replace the file if it is there")


class _Parser(argparse.ArgumentParser):
    """Global options are understood before and after the command; the help is one screen."""

    def __init__(self, prog: str, *, top: bool = False, **options: Any) -> None:
        super().__init__(prog, allow_abbrev=False, **options)
        self._top = top
        lang, lists = ("en", None) if top else (argparse.SUPPRESS, argparse.SUPPRESS)
        self.add_argument("--lang", metavar="CODE", help=_LANG, default=lang)
        self.add_argument("--lists", type=Path, metavar="PATH", help=_LISTS, default=lists)

    def format_help(self) -> str:
        return _HELP if self._top else super().format_help()

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"paradak: {clean(message)}\n  see: {self.prog} --help\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            near = nearest(value, action.choices) or f"; choose from {', '.join(action.choices)}"
            raise argparse.ArgumentError(action, f"no '{value}' here{near}")
