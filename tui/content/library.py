"""The lists in a folder, read when they are needed, in the language shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from tui.content import build, compiled
from tui.content.folders import COMPANIONS, builtin_folder, files_in
from tui.content.freshness import due, months_since
from tui.content.model import Checklist, Item, Moment, Situation, Source, Topic
from tui.errors import ContentError
from tui.language import Language

if TYPE_CHECKING:
    import datetime
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from tui.content.archives import Archives, Guide, Preparation
    from tui.content.contacts import Contact
    from tui.content.emergency import Blank
    from tui.content.problems import Problem
    from tui.content.schema import Schema
    from tui.content.synonyms import Synonym

CONTACT_REVIEW_MONTHS = 3
"""After that long a name or an address of somebody to ask counts as old."""
EMERGENCY_REVIEW_MONTHS = 6
"""After that long the advice on an emergency sheet counts as old."""
ARCHIVES_REVIEW_MONTHS = 6
"""After that long what is said about data archives counts as old."""


@dataclass(frozen=True)
class Library:
    """Everything there is to read; `only` names the one list that is shown, if not all are.

    `today` is the day by the clock of the machine, by which advice gets old.
    """

    language: Language
    folder: Traversable
    builtin: bool = True
    only: str = ""
    today: datetime.date | None = None

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the lists, by file name."""
        found = (file.name.removesuffix(".yaml") for file in files_in(self.folder, ".yaml"))
        return tuple(n for n in found if n not in COMPANIONS and self.only in {"", n})

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """All lists, in the order of their numbers."""
        lists = (self.checklist(name) for name in self.ids)
        return tuple(sorted(lists, key=lambda checklist: checklist.number))

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id: the shipped ones, and those of the folder."""
        own = not self.builtin and self._has("sources")
        found = build.sources(self._read(self.folder, "sources")) if own else {}
        return self._shipped_sources | found

    @cached_property
    def _shipped_sources(self) -> dict[str, Source]:
        return build.sources(self._read(builtin_folder(), "sources"))

    @cached_property
    def notices(self) -> Mapping[str, tuple[str, ...]]:
        """The lines of each notice; always the shipped ones, so that no folder can drop them."""
        folder = builtin_folder()
        return build.notices(self._read(folder, "notices"), self._translator(folder, "notices"))

    @property
    def has_contacts(self) -> bool:
        """Whether there is anybody to ask; tells it without reading the file."""
        return (builtin_folder() / "contacts.yaml").is_file()

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Whom to ask; nobody where the file was left out of the build. Always the shipped ones."""
        if not self.has_contacts:
            return ()
        folder = builtin_folder()
        translate = self._translator(folder, "contacts")
        from tui.content.contacts import build_contacts

        return build_contacts(self._read(folder, "contacts"), self._shipped_sources, translate)

    @cached_property
    def emergency(self) -> tuple[Blank, ...]:
        """What a blank emergency sheet has lines for; always as shipped."""
        from tui.content.emergency import build_emergency

        folder, name = builtin_folder(), "emergency"
        translate = self._translator(folder, name)
        return build_emergency(self._read(folder, name), self._shipped_sources, translate)

    @cached_property
    def archives(self) -> Archives:
        """What is said about data archives; always as shipped."""
        from tui.content.archives import build_archives

        folder, name = builtin_folder(), "archives"
        translate = self._translator(folder, name)
        return build_archives(self._read(folder, name), self._shipped_sources, translate)

    @cached_property
    def synonyms(self) -> tuple[Synonym, ...]:
        """What people say for the words of the lists; always the shipped ones."""
        from tui.content.synonyms import build_synonyms

        folder = builtin_folder()
        return build_synonyms(self._read(folder, "synonyms"), self._translator(folder, "synonyms"))

    @cached_property
    def situations(self) -> tuple[Situation, ...]:
        """The situations; without own ones, a folder's lists stand under the shipped situations."""
        shipped = self._situations_in(builtin_folder())
        if self.builtin:
            return shipped
        own = self._has("situations")
        found = _guarded(self._situations_in(self.folder), shipped) if own else shipped
        if own and not self.only:
            return found
        return tuple(
            replace(entry, first=(), path=() if entry.moment is Moment.NOW else self.ids)
            for entry in found
        )

    def _situations_in(self, folder: Traversable) -> tuple[Situation, ...]:
        translate = self._translator(folder, "situations")
        return build.situations(self._read(folder, "situations"), translate)

    def checklist(self, name: str) -> Checklist:
        """The list with that id.

        Raises:
            UsageError: there is none.
            ContentError: its file has problems.
        """
        if name not in self._lists:
            if name not in self.ids:
                from tui.content.problems import unknown

                raise unknown("no list '{name}'", "the lists are: {known}", name, self.ids)
            data = self._read(self.folder, name)
            translate = self._translator(self.folder, name, data["language"])
            self._lists[name] = build.checklist(data, self.sources, translate)
        return self._lists[name]

    def item(self, ref: str) -> Item | None:
        """The item at `checklist/item`, also under a former id, or nothing."""
        name, _, wanted = ref.partition("/")
        if name not in self.ids:
            return None
        items = self.checklist(name).items
        former = (item for item in items if wanted in item.was)
        return next((item for item in items if wanted == item.id), next(former, None))

    def items(self, ref: str) -> tuple[Item, ...]:
        """The items of `checklist`, `checklist/section` or `checklist/item`."""
        name, _, part = ref.partition("/")
        if name not in self.ids:
            return ()
        if not part:
            return self.checklist(name).items
        for section in self.checklist(name).sections:
            if section.id == part:
                return section.items
        item = self.item(ref)
        return (item,) if item else ()

    def items_on(self, topic: Topic) -> tuple[Item, ...]:
        """The items that a page of the review helps with, in the order of the lists."""
        return tuple(i for found in self.checklists for i in found.items if topic in i.review)

    def age(self, item: Item) -> int:
        """How many months ago the item was checked, if it is overdue for a review; else 0.

        A clock earlier than the texts of the list is wrong, and no age is told by it.
        """
        found = self.checklist(item.checklist)
        return self._age(item.checked, found.review_months, found.dated)

    def age_of_contact(self, contact: Contact) -> int:
        """The same for somebody to ask."""
        newest = max(one.checked for one in self.contacts)
        return self._age(contact.checked, CONTACT_REVIEW_MONTHS, newest)

    def age_of_blank(self, blank: Blank) -> int:
        """The same for what an emergency sheet has lines for."""
        newest = max(one.checked for one in self.emergency)
        return self._age(blank.checked, EMERGENCY_REVIEW_MONTHS, newest)

    def age_of_archive(self, entry: Preparation | Guide) -> int:
        """The same for what is said about data archives."""
        newest = max(one.checked for one in self.archives.entries)
        return self._age(entry.checked, ARCHIVES_REVIEW_MONTHS, newest)

    def _age(self, checked: str, months: int, newest: str) -> int:
        if (
            self.today is None
            or self.today.isoformat() < newest
            or self.today < due(checked, months)
        ):
            return 0
        return months_since(checked, self.today)

    def in_language(self, language: Language) -> Library:
        """The same lists in another language."""
        return replace(self, language=language)

    @cached_property
    def _lists(self) -> dict[str, Checklist]:
        return {}

    @cached_property
    def _schema(self) -> Schema:
        from tui.content.reading import read_schema

        return read_schema()

    def _has(self, companion: str) -> bool:
        return (self.folder / f"{companion}.yaml").is_file()

    def _read(self, folder: Traversable, name: str) -> build.Data:
        """What a file says, whole and checked.

        Raises:
            ContentError: the file has problems.
        """
        shipped = self.builtin or folder is not self.folder
        data = compiled.find(folder, name) if shipped else None
        return data if data is not None else self._read_yaml(folder / f"{name}.yaml")

    def _read_yaml(self, file: Traversable) -> build.Data:
        from tui.content.reading import read_node

        node, problems = read_node(file, self._schema)
        if node is None:
            raise self.refusal(problems[0])
        data: build.Data = node.data()
        return data

    def refusal(self, problem: Problem) -> ContentError:
        """The error for lists with a problem, with the command that shows every other one."""
        check = "paradak check" if self.builtin else f"paradak check {self.folder}"
        return ContentError(
            "{problem}", "see all problems with: {check}", problem=problem, check=check
        )

    def _translator(
        self, folder: Traversable, name: str, written_in: str = "en"
    ) -> build.Translate:
        file = folder / f"{name}.{self.language.code}.po"
        catalog = None
        if file.is_file():
            from tui.po import read

            catalog = read(file)
        return partial(self.language.content, catalog, written_in)


def _guarded(own: Iterable[Situation], shipped: Iterable[Situation]) -> tuple[Situation, ...]:
    """Own situations, with the moments of the shipped ones, and never without that for a check."""
    moments = {entry.id: entry.moment for entry in shipped}
    found = {e.id: replace(e, moment=moments.get(e.id, e.moment)) for e in own}
    now = (e for e in shipped if e.moment is Moment.NOW and e.id not in found)
    return (*found.values(), *now)


def open_library(
    language: Language, lists: Path | None = None, today: datetime.date | None = None
) -> Library:
    """The shipped library, or the lists in a folder or one file of an author, on a day.

    Raises:
        ContentError: there is nothing to read at that path.
    """
    if lists is None:
        return Library(language, builtin_folder(), today=today)
    with suppress(OSError):
        whole = lists.is_dir()
        folder, only = (lists, "") if whole else (lists.parent, lists.stem)
        library = Library(language, folder, builtin=False, only=only, today=today)
        if library.ids and (whole or lists.suffix == ".yaml"):
            return library
    raise ContentError("no lists at '{path}'", "name a folder of .yaml files", path=lists)
