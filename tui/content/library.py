"""The lists in a folder, read when they are needed, in the language shown."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.content import build
from tui.content.loader import MAX_BYTES, Node, load
from tui.content.model import Checklist, Item, Situation, Source, Synonym
from tui.content.problems import Problem, nearest
from tui.content.schema import Schema, validate
from tui.errors import ContentError
from tui.language import Catalog, Language, packaged, read

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

COMPANIONS = ("sources", "notices", "situations", "synonyms")


def builtin_folder() -> Traversable:
    """The folder of the shipped lists: inside the package, or beside it in a checkout."""
    inside = packaged("checklists")
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "checklists"


def read_schema() -> Schema:
    """The JSON Schema of every content file."""
    import json

    text = (builtin_folder() / "checklist.schema.json").read_text(encoding="utf-8")
    schema: Schema = json.loads(text)
    return schema


def files_in(folder: Traversable, ending: str) -> list[Traversable]:
    """The files of a folder whose names end so, by name.

    Raises:
        OSError: the folder cannot be read.
    """
    entries = (entry for entry in folder.iterdir() if entry.name.endswith(ending))
    return sorted((entry for entry in entries if entry.is_file()), key=lambda entry: entry.name)


def read_node(file: Traversable, part: str, schema: Schema) -> tuple[Node | None, list[Problem]]:
    """The checked document in a file, or what is wrong with it; part "" is a checklist."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return None, [Problem(file.name, 1, 1, "unreadable", message)]
    node, problems = load(data, file.name)
    if node:
        problems = validate(node, schema, part, file.name)
        at, stem = node.at("id"), file.name.removesuffix(".yaml")
        known = any((problem.line, problem.column) == (at.line, at.column) for problem in problems)
        if not part and at.text != stem and not known:
            message = f"the id is '{at.text}', the file '{file.name}'; give both the same name"
            problems.append(Problem(file.name, at.line, at.column, "id", message))
    return (None if problems else node), problems


@dataclass(frozen=True)
class Library:
    """Everything there is to read; `only` names the one list that is shown, if not all are."""

    language: Language
    folder: Traversable
    builtin: bool = True
    only: str = ""

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
        own = self._find("sources")
        shipped = build.sources(self._read(builtin_folder() / "sources.yaml"))
        return shipped | (build.sources(self._read(own)) if own and not self.builtin else {})

    @cached_property
    def notices(self) -> Mapping[str, tuple[str, ...]]:
        """The lines of each notice; always the shipped ones, so that no folder can drop them."""
        file = builtin_folder() / "notices.yaml"
        return build.notices(self._read(file), self._translator(builtin_folder(), "notices"))

    @cached_property
    def synonyms(self) -> tuple[Synonym, ...]:
        """What people say for the words of the lists; always the shipped ones."""
        file = builtin_folder() / "synonyms.yaml"
        return build.synonyms(self._read(file), self._translator(builtin_folder(), "synonyms"))

    @cached_property
    def situations(self) -> tuple[Situation, ...]:
        """The situations; without own ones, a folder's lists stand under the shipped situations."""
        own = self._find("situations")
        folder = self.folder if own else builtin_folder()
        node = self._read(own or builtin_folder() / "situations.yaml")
        found = build.situations(node, self._translator(folder, "situations"))
        if own and not self.only:
            return found
        return tuple(
            Situation(entry.id, entry.title, entry.moment, entry.intro, (), self.ids)
            for entry in found
        )

    def checklist(self, name: str) -> Checklist:
        """The list with that id.

        Raises:
            ContentError: there is none, or its file has problems.
        """
        if name not in self._lists:
            if name not in self.ids:
                raise ContentError(
                    "no list '{name}'{nearest}",
                    "the lists are: {known}",
                    name=name,
                    nearest=nearest(name, self.ids),
                    known=", ".join(self.ids),
                )
            node = self._read(self.folder / f"{name}.yaml", "")
            written_in = node.at("language").text or "en"
            translate = self._translator(self.folder, name, written_in)
            self._lists[name] = build.checklist(node, self.sources, translate)
        return self._lists[name]

    def item(self, ref: str) -> Item | None:
        """The item at `checklist/item`, also under a former id, or nothing."""
        name, _, wanted = ref.partition("/")
        if name not in self.ids:
            return None
        items = self.checklist(name).items
        return next((item for item in items if wanted == item.id or wanted in item.was), None)

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

    def in_language(self, language: Language) -> Library:
        """The same lists in another language."""
        return Library(language, self.folder, self.builtin, self.only)

    @cached_property
    def _lists(self) -> dict[str, Checklist]:
        return {}

    @cached_property
    def _schema(self) -> Schema:
        return read_schema()

    def _find(self, companion: str) -> Traversable | None:
        file = self.folder / f"{companion}.yaml"
        return file if file.is_file() else None

    def _read(self, file: Traversable, part: str | None = None) -> Node:
        part = file.name.removesuffix(".yaml") if part is None else part
        node, problems = read_node(file, part, self._schema)
        if node is None:
            all_problems = "see all problems with: paradak check"
            if not self.builtin:
                all_problems = "see all problems with: paradak check {folder}"
            raise ContentError("{problem}", all_problems, problem=problems[0], folder=self.folder)
        return node

    def _translator(
        self, folder: Traversable, name: str, written_in: str = "en"
    ) -> build.Translate:
        file = folder / f"{name}.{self.language.code}.po"
        catalog = read(file) if file.is_file() else Catalog()
        return partial(self.language.content, catalog, written_in)


def open_library(language: Language, lists: Path | None = None) -> Library:
    """The shipped library, or the lists in a folder or one file of an author.

    Raises:
        ContentError: there is nothing to read at that path.
    """
    if lists is None:
        return Library(language, builtin_folder())
    with suppress(OSError):
        whole = lists.is_dir()
        folder, only = (lists, "") if whole else (lists.parent, lists.stem)
        library = Library(language, folder, builtin=False, only=only)
        if library.ids and (whole or lists.suffix == ".yaml"):
            return library
    raise ContentError("no lists at '{path}'", "name a folder of .yaml files", path=lists)
