"""What `paradak print` prints: which lists, how much of them, as what and on which paper."""

from argparse import Namespace

from tui.content.library import Library
from tui.content.model import Moment, Situation
from tui.errors import ParadakError, UsageError
from tui.export import (
    Detail,
    Document,
    Format,
    Layout,
    from_checklists,
    from_emergency,
    from_look_again,
    from_path,
    render,
    suggest_name,
)
from tui.plan import Profile, look_again


def printed(options: Namespace, library: Library, *, on_screen: bool) -> bytes:
    """What is asked for, in its format.

    Raises:
        UsageError: it does not go together, or would not show on the screen.
        ParadakError: it is not printed in the situation that is named.
    """
    form = Format(options.format)
    layout = _layout(options.layout, form)
    detail = _detail(options.detail, form, layout)
    if on_screen and form is Format.PDF:
        hint = "write it into a file: --out {name}"
        raise UsageError(
            "a terminal cannot show {form}", hint, form=form.value, name=suggest_name(form)
        )
    return render(_document(options, library, detail), form, layout)


def _layout(name: str | None, form: Format) -> Layout:
    layout = Layout(name or Layout.A4)
    if name and layout not in form.layouts:
        known = ", ".join(one for one in Format if layout in one.layouts)
        raise UsageError(
            "'{form}' has no layout '{name}'",
            "the formats that have it are: {known}",
            form=form.value,
            name=name,
            known=known,
        )
    return layout


def _detail(name: str | None, form: Format, layout: Layout) -> Detail:
    if not layout.is_brief:
        return Detail(name or Detail.STEPS)
    if name not in {None, Detail.TITLES}:
        known = ", ".join(one for one in form.layouts if not one.is_brief)
        raise UsageError(
            "layout '{layout}' holds titles only",
            "leave --detail out, or choose a layout that holds more: {known}",
            layout=layout.value,
            known=known,
        )
    return Detail.TITLES


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
