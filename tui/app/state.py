"""What the interface shows, as one value that never changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tui.content.library import Library
from tui.content.model import Item, Situation
from tui.errors import ParadakError
from tui.guard import Protection
from tui.language import Language
from tui.plan import Plan, Profile, make, moment_of
from tui.session import Session, Status, with_plan

if TYPE_CHECKING:
    from tui.inventory.marking import Marking

MARKS: Mapping[Status | None, str] = {
    Status.TODO: "○",
    Status.DONE: "●",
    Status.LATER: "◔",
    Status.NOT_FOR_ME: "–",
    None: "‖",
}
PLAIN_MARKS: Mapping[Status | None, str] = {
    Status.TODO: "o",
    Status.DONE: "x",
    Status.LATER: "~",
    Status.NOT_FOR_ME: "-",
    None: "=",
}
"""For consoles whose font lacks the others; the mark under None stands for an item on hold."""


class Saved(StrEnum):
    """What has become of the marks, in the words of the title line."""

    NOTHING = "nothing saved"
    SAVING = "saving …"
    SAVED = "saved"
    FAILED = "not saved"


@dataclass(frozen=True)
class Keeping:
    """Whether the marks are saved, in which file, and what was in the way."""

    saved: Saved = Saved.NOTHING
    path: Path | None = None
    problem: ParadakError | None = None


@dataclass(frozen=True)
class State:
    """The library in the language shown, the session, and what is known about this machine.

    `marking` is the archive of the person's own data that is open, with what was decided.
    """

    library: Library
    protection: Protection
    session: Session = field(default_factory=Session)
    languages: tuple[str, ...] = ("en",)
    plain: bool = False
    keeping: Keeping = Keeping()
    marking: "Marking | None" = None

    @property
    def language(self) -> Language:
        return self.library.language

    @property
    def marks(self) -> Mapping[Status | None, str]:
        return PLAIN_MARKS if self.plain else MARKS

    def translated(self, item: Item) -> Item:
        """The item in the language shown."""
        return self.library.item(item.ref) or item

    def mark(self, item: Item) -> str:
        """The mark beside an item; one on hold has that of the hold before any other."""
        status = self.session.status(item)
        if not self.session.hold(item):
            return self.marks[status]
        return self.marks[None] + (self.marks[status] if status is not Status.TODO else "")

    @property
    def plan(self) -> Plan:
        return self.session.plan

    def replan(self, situation: Situation | None, profile: Profile) -> "State":
        """The state with a plan for what the person told us; marks stay."""
        if situation:
            plan = make(self.library, situation, profile)
        else:
            plan = Plan(None, profile, moment_of(None, profile))
        return self.with_session(with_plan(self.session, plan))

    def with_session(self, session: Session) -> "State":
        """The state with another session."""
        return replace(self, session=session)

    def with_keeping(self, saved: Saved, problem: ParadakError | None = None) -> "State":
        """The state with the file as it is now."""
        return replace(self, keeping=replace(self.keeping, saved=saved, problem=problem))

    def says_the_same(self, other: "State") -> bool:
        """Whether nothing differs but what is saved."""
        same = self.library is other.library and self.session is other.session
        return same and self.marking is other.marking

    def in_language(self, language: Language) -> "State":
        """The state in another language; the plan is made again from the same answers.

        Raises:
            ContentError: a list has problems now, or is gone.
            OSError: the lists cannot be read any more.
        """
        library = self.library.in_language(language)
        read_everything(library, self.library.ids)
        before = self.plan.situation
        same = (found for found in library.situations if before and found.id == before.id)
        return replace(self, library=library).replan(next(same, None), self.plan.profile)


def read_everything(library: Library, names: tuple[str, ...] = ()) -> None:
    """Reads all that may be shown, and the named lists, so that mistakes are told in time.

    Raises:
        ContentError: a file has problems, or a named list is not there.
        OSError: the folder cannot be read.
    """
    _ = library.checklists, library.situations, library.notices
    for name in names:
        library.checklist(name)
