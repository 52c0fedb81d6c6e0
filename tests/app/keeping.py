"""A person who keeps marks in a file; files made here open at once."""

from collections.abc import Mapping
from pathlib import Path

from tests.app.person import LIBRARY, Person
from tests.sealed import PASSPHRASE, sealed, told
from tui.apart import Apart
from tui.app.state import Saved
from tui.paper_code import Noted, note
from tui.session import Review, Status
from tui.vault import Contents, unseal

FIRST = LIBRARY.checklists[0].items[0]
MARKS: Mapping[str, Status] = {FIRST.ref: Status.DONE}
NOTHING = Review()
FOUND = f"{len(MARKS)} mark was carried over."


def file_with(
    path: Path, noted: tuple[Noted, ...] = note(MARKS, LIBRARY), review: Review = NOTHING
) -> Path:
    """A file with these marks and decisions."""
    path.write_bytes(sealed(told(Contents(noted, review))))
    return path


def marks_in(path: Path, passphrase: str = PASSPHRASE) -> tuple[Noted, ...]:
    return contents_of(path, passphrase).noted


def review_in(path: Path) -> Review:
    return contents_of(path).review


def contents_of(path: Path, passphrase: str = PASSPHRASE) -> Contents:
    return unseal(path.read_bytes(), passphrase, Apart())


async def done(person: Person) -> None:
    """Waits until nothing is being opened or saved."""
    await person.settle()
    keeper = person.app._kept_by
    while keeper and (keeper._busy or keeper.waiting) and person.app.return_code is None:
        await person.pilot.pause(0.01)
    await person.settle()


async def type_open(person: Person, path: Path | str, passphrase: str = PASSPHRASE) -> None:
    """Opens a file from the first screen, and waits for it."""
    await person.press("o")
    await fill(person, str(path), passphrase)
    await done(person)


async def keep_in(person: Person, path: Path | str, own: str = PASSPHRASE) -> None:
    """Saves in a new file with a passphrase of one's own, and waits for it."""
    await person.press("s", "right", "down")
    await fill(person, own, own, str(path))
    await done(person)


async def fill(person: Person, *lines: str) -> None:
    """Types line after line and Enter, faster than the screen can follow."""
    keys = [key for line in lines for key in (*line, "tab")]
    await person.press_at_once(*keys[:-1], "enter")


def saved(person: Person) -> Saved:
    return person.state.keeping.saved
