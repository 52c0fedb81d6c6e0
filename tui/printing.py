"""What `paradak print` prints: which lists, how much of them, and as what."""

from argparse import Namespace

from tui.content.library import Library
from tui.content.model import Moment, Situation
from tui.errors import ParadakError, UsageError
from tui.export import (
    Detail,
    Document,
    Format,
    from_checklists,
    from_emergency,
    from_look_again,
    from_path,
    render,
)
from tui.plan import Profile, look_again


def printed(options: Namespace, library: Library) -> bytes:
    """What is asked for, in its format.

    Raises:
        UsageError: it does not go together.
        ParadakError: it is not printed in the situation that is named.
    """
    return render(_document(options, library, Detail(options.detail)), Format(options.format))


def _document(options: Namespace, library: Library, detail: Detail) -> Document:
    lists = options.ids or options.situation
    if options.emergency:
        if lists or options.look_again:
            hint = "name no list with it, no situation and no --look-again"
            raise UsageError("--emergency prints one blank sheet", hint)
        return from_emergency(library)
    if options.look_again:
        if lists:
            raise UsageError("--look-again prints all lists together", "name no list with it")
        return from_look_again(look_again(library, None, Profile()), library, detail)
    situation = _situation(options.situation, library) if options.situation else None
    checklists = [library.checklist(name) for name in dict.fromkeys(options.ids)]
    if situation:
        document = from_path(library, situation, detail, checklists)
    else:
        document = from_checklists(checklists, library, detail)
    if not document.sheets:
        known = ", ".join(library.ids)
        raise UsageError("name a list to print", "the lists are: {known}", known=known)
    return document


def _situation(name: str, library: Library) -> Situation:
    known = {situation.id: situation for situation in library.situations}
    if name in known and known[name].moment is Moment.NOW:
        raise ParadakError("during a check nothing is printed", "put the devices down")
    if name not in known:
        names = [entry.id for entry in known.values() if entry.moment is not Moment.NOW]
        from tui.content.problems import unknown

        raise unknown("no situation '{name}'", "the situations are: {known}", name, names)
    return known[name]
