"""What is measured, each beside something a person would use instead."""

import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.archives import archive
from tests.bench.many import REASON, TITLE, title, write_lists
from tests.bench.measure import Alone, Goal, Result, Sample, Size, Way, compare
from tests.bench.programs import PARADAK, PYTHON, Terminal, browser_prints, run, terminal, until
from tests.bench.scripts import BARE_APP, BARE_LIST, BARE_TABLE, OUR_TABLE, OWN_SCRIPT
from tui.content.folders import builtin_folder
from tui.content.library import open_library
from tui.language import ENGLISH

DOWN = b"\x1b[B"
KEYS = {
    "down": (DOWN, (REASON,)),
    "page down": (b"\x1b[6~", (REASON,)),
    "space (mark)": (b" ", (f"● {TITLE}", f"○ {TITLE}")),
}
"""What a key sends, and what it draws on the plan screen by turns: guidance, or a row."""
F10, CTRL_Q = b"\x1b[21~", b"\x11"
LETTER, BACKSPACE = b"t", b"\x7f"
ONE_LIST = "device-lock"
MISTYPED, MISTYPED_LAST = "telegr", b"m"
BUNDLE = Path(__file__).parents[2] / ".ci" / "bundle.py"
TO_FIRST_HITS = ((b"/", "type a word"), (LETTER, " items"))


def start(size: Size) -> Iterator[Result]:
    """Process start to the first useful screen."""
    last = open_library(ENGLISH).situations[-1].title
    yield compare(
        "start to the situations",
        Way("paradak", lambda: until(last, PARADAK)),
        Way("bare Textual app", lambda: until("this is a label", PYTHON, "-c", BARE_APP)),
        size.rounds,
        Goal(ratio=1.15),
    )


def keys(size: Size) -> Iterator[Result]:
    """Key press to repaint in a long list: the plan screen beside a bare list of ticks."""
    other_words = (PYTHON, "-c", BARE_LIST, str(size.items))
    with TemporaryDirectory() as folder:
        write_lists(Path(folder), size.items)
        with terminal(PARADAK, "--lists", folder) as ours, terminal(*other_words) as other:
            other.wait_for(title(1))
            _open_plan(ours)
            for name, (key, effects) in KEYS.items():
                yield compare(
                    f"key in {size.items:,} rows: {name}",
                    _pressing("plan screen", ours, key, effects),
                    _pressing("bare SelectionList", other, key, (TITLE,)),
                    size.presses,
                    Goal(ms=50),
                )


def _open_plan(program: Terminal) -> None:
    program.wait_for(open_library(ENGLISH).situations[-1].title)
    program.open(b"\r", "happened")
    program.open(b"f", title(1))


def _pressing(name: str, program: Terminal, key: bytes, effects: tuple[str, ...]) -> Way:
    effect = cycle(effects)
    return Way(name, lambda: program.press(key, next(effect)))


def table(size: Size) -> Iterator[Result]:
    """Key press to repaint in a table of all messages, beside a hundredth of them in another."""
    ours_words = (PYTHON, "-c", OUR_TABLE, str(100 * size.items))
    other_words = (PYTHON, "-c", BARE_TABLE, str(size.items))
    with terminal(*ours_words) as ours, terminal(*other_words) as other:
        ours.wait_for(title(1))
        other.wait_for(title(1))
        for name in ("down", "page down"):
            key = KEYS[name][0]
            yield compare(
                f"key in {100 * size.items:,} rows: {name}",
                _pressing("table", ours, key, (TITLE,)),
                _pressing(f"bare DataTable, {size.items:,} rows", other, key, (TITLE,)),
                size.presses,
                Goal(ms=50),
            )


def listing(size: Size) -> Iterator[Result]:
    """The list command beside the import of a YAML reader."""
    yield compare(
        "list",
        Way("paradak list", lambda: run(PARADAK, "list")),
        Way('python -c "import yaml"', lambda: run(PYTHON, "-c", "import yaml")),
        size.rounds,
        Goal(ratio=3),
    )


def search(size: Size) -> Iterator[Result]:
    """A letter that almost every item holds, and the last one of a mistyped word, beside grep."""
    yield _in_find(size, "a letter in find, over all lists")
    yield _in_find(size, "the last letter of a mistyped word", before=MISTYPED)


def _in_find(size: Size, title: str, before: str = "") -> Result:
    """A letter is typed into find after what stands before it, and taken away again."""
    with terminal(PARADAK) as program:
        program.wait_for(open_library(ENGLISH).situations[-1].title)
        program.open(b"/", "type a word")
        for letter in before:
            program.press(letter.encode(), letter)
        last, typed = (MISTYPED_LAST, "searched for") if before else (LETTER, " items")

        def type_a_letter() -> Sample:
            sample = program.press(last, typed)
            program.press(BACKSPACE, " items" if before else "type a word")
            return sample

        sought, folder = before or LETTER.decode(), str(builtin_folder())
        return compare(
            title,
            Way("find screen", type_a_letter),
            Way("grep -ri", lambda: run("grep", "-ri", "--include=*.yaml", sought, folder)),
            size.presses,
            Goal(ms=30),
        )


def printing(size: Size) -> Iterator[Result]:
    """HTML beside a script that prints titles and steps unchecked, and PDF beside a browser."""
    names = open_library(ENGLISH).ids
    files = [str(builtin_folder() / f"{name}.yaml") for name in names]
    yield compare(
        "print all lists as HTML",
        Way("paradak print", lambda: run(PARADAK, "print", *names, "--format", "html")),
        Way("script of ten lines", lambda: run(PYTHON, "-c", OWN_SCRIPT, *files)),
        size.rounds,
    )
    yield _as_pdf("all lists as PDF", names, size)
    yield _as_pdf("one list as PDF", (ONE_LIST,), size)


def _as_pdf(title: str, names: Sequence[str], size: Size) -> Result:
    """Lists as PDF, beside a browser that has run before and prints the same lists from HTML."""
    with TemporaryDirectory() as folder:
        page, ours, other = (Path(folder) / name for name in ("1.html", "1.pdf", "2.pdf"))
        run(PARADAK, "print", *names, "--format", "html", "--out", str(page))
        words = ("print", *names, "--format", "pdf", "--out", str(ours), "--force")
        return compare(
            title,
            Way("paradak print", lambda: run(PARADAK, *words)),
            Way("Chromium, from HTML", lambda: browser_prints(page, other)),
            size.rounds,
            Goal(ratio=1),
        )


def leaving(size: Size) -> Iterator[Result]:
    """From the key that leaves until the program has ended; processor time is that of all of it."""

    def leave(shown: str, key: bytes, *words: str) -> Sample:
        with terminal(*words) as program:
            program.wait_for(shown)
            return program.leave(key)

    last = open_library(ENGLISH).situations[-1].title
    bare = (PYTHON, "-c", BARE_APP)
    yield compare(
        "leaving",
        Way("paradak, F10", lambda: leave(last, F10, PARADAK)),
        Way("bare Textual app, Ctrl+Q", lambda: leave("this is a label", CTRL_Q, *bare)),
        size.rounds,
        Goal(ms=100),
    )


def guard(size: Size) -> Iterator[Result]:
    """The guard, imported and armed, beside the interpreter alone."""
    armed = "from tui import guard; guard.arm()"
    yield compare(
        "guard",
        Way("python, guard armed", lambda: run(PYTHON, "-c", armed)),
        Way("python alone", lambda: run(PYTHON, "-c", "pass")),
        size.rounds,
    )
    yield compare(
        "guard, without its imports",
        Way("python, guard armed", lambda: run(PYTHON, "-c", armed)),
        Way("python, guard imported", lambda: run(PYTHON, "-c", "from tui import guard")),
        size.rounds,
    )


def stick(size: Size) -> Iterator[Result]:
    """The one file, with bytecode and without, as it is for another Python, beside a bare app."""
    with TemporaryDirectory() as folder:
        file, sources = f"{folder}/paradak.pyz", f"{folder}/sources.pyz"
        run(PYTHON, str(BUNDLE), file)
        _drop_bytecode(file, sources)
        found_there = f"import sys; sys.path.insert(0, {sources!r})\n"
        bare = Way("bare Textual app", partial(_bare, BARE_APP))
        bare_there = Way("bare app, from the file", partial(_bare, found_there + BARE_APP))
        library = open_library(ENGLISH)
        to_all_lists = len(library.situations) * DOWN + b"\r"
        lists = ((to_all_lists, library.checklists[0].title),)
        for what, keys, most in (("lists", lists, 500), ("first hits", TO_FIRST_HITS, 1000)):
            for which, where, other in ((file, "", bare), (sources, ", from sources", bare_there)):
                ours = Way("python -I paradak.pyz", partial(_start_and_press, which, keys))
                title = f"one file: start to the {what}{where}"
                yield compare(title, ours, other, size.rounds, Goal(more_ms=most))


def _drop_bytecode(file: str, target: str) -> None:
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(target, "w") as sources:
        for name in whole.namelist():
            if not name.endswith(".pyc"):
                sources.writestr(name, whole.read(name))


def _bare(app: str) -> Sample:
    return until("this is a label", PYTHON, "-I", "-c", app)


def _start_and_press(file: str, keys: Sequence[tuple[bytes, str]]) -> Sample:
    """From the start of the one file until the last key has brought its text; pauses left out."""
    with terminal(PYTHON, "-I", file) as program:
        shown = program.wait_for(open_library(ENGLISH).situations[-1].title)
        pressed = sum(program.press(key, text).wall for key, text in keys)
        return Sample(shown - program.started + pressed, program.end())


BENCHES: dict[str, Callable[[Size], Iterator[Result | Alone]]] = {
    "start": start,
    "keys": keys,
    "table": table,
    "list": listing,
    "find": search,
    "print": printing,
    "leave": leaving,
    "guard": guard,
    "stick": stick,
    "archive": archive,
}
