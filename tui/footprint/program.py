"""The program itself: the files it came with, what Python made of them, and what stands around."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import cache_from_source
from os.path import normpath
from pathlib import Path

from tui.footprint.trace import Place, Trace, measured, size_of

PACKAGE = Path(__file__).parents[1]
_NAME = "paradak"
_COMPILED = "__pycache__"
_COMPLETIONS = {"bash-completion", "site-functions", "vendor_completions.d"}


def program() -> Iterator[Trace]:
    """The one file; or what was installed, where from, and what belongs to it."""
    file = next((above for above in PACKAGE.parents if above.is_file()), None)
    if file:
        remove = "Delete the file, and every copy of it that you made."
        yield Trace("one-file", "Paradak, as one file", remove, measured([file]))
        return
    found = _distribution(_NAME)
    if found:
        yield from _installed(found)
    yield _sources()
    yield _compiled()
    yield _environment() if sys.prefix != sys.base_prefix else _libraries()


def completions() -> list[Path]:
    """The completion files that the installation brought."""
    found = None if any(above.is_file() for above in PACKAGE.parents) else _distribution(_NAME)
    return [file for file in _files(found) if _COMPLETIONS & set(file.parts)] if found else []


def _installed(found: Distribution) -> Iterator[Trace]:
    files = [file for file in _files(found) if not _COMPLETIONS & set(file.parts)]
    yield Trace(
        "installed",
        "Paradak, as it was installed",
        "Run pip uninstall paradak, then delete what is left of these by hand.",
        measured(_tops(found, files), without=_COMPILED),
    )
    if PACKAGE / "__init__.py" in files:
        known = {*files, *(path for file in files for path in file.parents)}
        others = (path for path in sorted(PACKAGE.rglob("*")) if path.parent in known)
        yield Trace(
            "strays",
            "What lies among its files and did not come with it",
            "Look what it is, and delete it by hand: pip leaves it there.",
            measured(path for path in others if path not in known and path.name != _COMPILED),
        )


def _sources() -> Trace:
    folder = PACKAGE.parent
    complete = (folder / "pyproject.toml").is_file() and (folder / "checklists").is_dir()
    return Trace(
        "sources",
        "The folder of its sources, with all that was made there",
        "Delete the folder, if you keep nothing else in it.",
        measured([folder] if complete else []),
    )


def _compiled() -> Trace:
    """Bytecode lies in folders below the package, or in one place where a variable asks for it."""
    inside = size_of(PACKAGE) - size_of(PACKAGE, without=_COMPILED)
    elsewhere = [Path(cache_from_source(str(PACKAGE / "any.py"))).parent]
    return Trace(
        "compiled",
        "What Python compiled of it, in folders named __pycache__",
        "Delete these folders; they lie inside the ones above, or where a variable puts them.",
        (
            *((Place(PACKAGE, inside),) if inside else ()),
            *(measured(elsewhere) if sys.pycache_prefix else ()),
        ),
    )


def _environment() -> Trace:
    return Trace(
        "environment",
        "The environment of Python in which it runs, with all that it needs",
        "Delete the folder. Other programs that were installed there go too.",
        measured([Path(sys.prefix)]),
    )


def _libraries() -> Trace:
    """Where it does not run in an environment of its own, what it needs lies beside others."""
    return Trace(
        "libraries",
        "What was installed because Paradak needs it",
        "Run pip uninstall with each name, if no other program needs it.",
        tuple(_needed(_NAME, {_NAME})),
    )


def _needed(name: str, seen: set[str]) -> Iterator[Place]:
    found = _distribution(name)
    if not found:
        return
    if name != _NAME:
        places = measured(_tops(found, _files(found)))
        size = sum(place.size or 0 for place in places)
        yield from (Place(one.path, size) for one in places if one.path.suffix == ".dist-info")
    for requirement in found.requires or ():
        other = re.split(r"[^\w.-]", requirement)[0]
        if other not in seen and "extra ==" not in requirement:
            seen.add(other)
            yield from _needed(other, seen)


def _distribution(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _files(found: Distribution) -> list[Path]:
    """The files that the installer noted, where they are."""
    return [Path(normpath(str(found.locate_file(file)))) for file in found.files or ()]


def _tops(found: Distribution, files: list[Path]) -> list[Path]:
    """The files and whole folders beside other packages, in order."""
    site = Path(normpath(str(found.locate_file(""))))
    inside = (file.is_relative_to(site) for file in files)
    tops = (
        site / file.relative_to(site).parts[0] if within else file
        for file, within in zip(files, inside, strict=True)
    )
    return sorted(dict.fromkeys(tops))
