"""Reading an archive of Telegram, beside what a person could write to count the same."""

import json
import sys
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import reading, rivals
from tests.bench.measure import Alone, Goal, Result, Sample, Size, Way, compare
from tests.bench.programs import measured, run, told
from tests.telegram import generate
from tests.telegram_words import ME, NEEDLE

IN_A_CHAT = 500
"""Messages for each chat, on the average."""
REVIEWING = Path(__file__).with_name("reviewing.py")
OURS = "our inventory"


def archive(size: Size) -> Iterator[Result | Alone]:
    """An archive that is generated once, and put into a zip."""
    with TemporaryDirectory() as folder:
        path, packed = Path(folder) / "result.json", Path(folder) / "archive.zip"
        generate(path, messages=size.messages, chats=max(20, size.messages // IN_A_CHAT))
        yield from _counting(path, size)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as whole:
            whole.write(path, path.name)
        yield from _around(path, packed, size)
        yield from _answering(path, size)


def _counting(path: Path, size: Size) -> Iterator[Result]:
    """All counts, beside others that count the same."""
    title = f"count {size.messages:,} messages, {path.stat().st_size >> 20:,} MB"
    for rival in rivals.RIVALS:
        way = Way(rival, partial(measured, *rivals.command(rival, path, ME)))
        goal = Goal(cpu_ratio=0.6 if rival == "json" else 1, mb=150)
        yield _compared(title, Way(OURS, _reading("count", path)), way, size, goal)
    plain = Way(f"{OURS}, without msgspec", _reading("count", path, "--plain"))
    other = Way("json", partial(measured, *rivals.command("json", path, ME)))
    yield _compared(title, plain, other, size, Goal(mb=150))


def _around(path: Path, packed: Path, size: Size) -> Iterator[Result]:
    """What comes before counting and after it, and the same from a zip."""
    grep = Way("grep -c", partial(run, "grep", "-c", '"messages":', str(path)))
    listing = Way(OURS, _reading("list", path))
    yield _compared("list its chats", listing, grep, size, Goal(ms=1000))
    from_zip = Way(f"{OURS}, from a zip", _reading("count", packed))
    from_file = Way("from the file", _reading("count", path))
    yield _compared("count all, from a zip", from_zip, from_file, size)
    opened = zip(_inside("open", path), _inside("open", packed), strict=True)
    names = ("from the file", "from a zip")
    yield Result("open a finding", names, tuple(opened), Goal(ms=100))
    ours = Way("our search, and NFKC, ё as е", lambda: _inside("words", path)[0])
    grep = Way("grep -ci", partial(run, "grep", "-ci", NEEDLE, str(path)))
    yield _compared("look for an own word", ours, grep, size)


def _answering(path: Path, size: Size) -> Iterator[Alone]:
    """How the app answers while it reads, and when it does nothing."""
    words = (sys.executable, str(REVIEWING), str(path), str(size.rounds))
    found = json.loads(told(*words))
    samples = {name: tuple(Sample(one, None) for one in times) for name, times in found.items()}
    yield Alone("a turn of the event loop is late", "while it reads", samples["late"])
    yield Alone("", "when idle", samples["idle late"])
    yield Alone("key to the cursor on the next row", "while it reads", samples["keys"], Goal(ms=50))
    yield Alone("", "when idle", samples["idle keys"])
    yield Alone("stop reading", "key to the end of the thread", samples["stops"], Goal(ms=200))


def _compared(title: str, ours: Way, other: Way, size: Size, goal: Goal | None = None) -> Result:
    return compare(title, ours, other, size.readings, goal, warm=False)


def _reading(what: str, path: Path, *options: str) -> partial[Sample]:
    return partial(measured, *reading.command(what, path, *options))


def _inside(what: str, path: Path) -> tuple[Sample, ...]:
    """What a process of its own measured in itself."""
    return tuple(Sample(*one) for one in json.loads(told(*reading.command(what, path))))
