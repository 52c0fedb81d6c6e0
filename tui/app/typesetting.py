"""How the pages of an order come out, sheet by sheet, and what should be known before printing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.apart import Apart
from tui.app.order import FOLDED, Order, document, items
from tui.app.problems import in_words
from tui.app.state import State
from tui.content.model import Item
from tui.errors import ParadakError
from tui.export import Document, Format, SheetPages, pages, unprintable
from tui.language import Language


@dataclass(frozen=True, eq=False)
class Setting:
    """An order as far as it is set: what is printed, and the pages of the first sheets.

    `lost` is the number of characters that cannot be printed; `problem` says in words why it
    cannot be set at all.
    """

    order: Order
    document: Document
    items: tuple[Item, ...]
    sheets: tuple[SheetPages, ...] = ()
    whole: bool = False
    lost: int = 0
    problem: str = ""

    @property
    def pages(self) -> int:
        """The number of pages so far."""
        return sum(len(sheet.pages) for sheet in self.sheets)


def settings(order: Order, state: State, apart: Apart) -> Iterator[Setting]:
    """The order as it is set, after each sheet; the last one is whole or has a problem."""
    setting = Setting(order, document(order, state), items(order, state))
    yield setting
    try:
        for sheet in pages(setting.document, order.form, order.layout, apart):
            setting = replace(setting, sheets=(*setting.sheets, sheet))
            yield setting
        lost = unprintable(setting.document) if order.form is Format.PDF else 0
    except ParadakError as error:
        yield replace(setting, problem=in_words(error, state.language))
    else:
        yield replace(setting, whole=True, lost=lost)


def size(setting: Setting, state: State) -> str:
    """How much is printed, and from when the text is."""
    language, order = state.language, setting.order
    words = []
    if setting.whole and order.form.has_pages:
        folded = order.layout in FOLDED
        if folded:
            sheets = len(setting.sheets)
            words.append(language.count(sheets, "{n} sheet of paper", "{n} sheets of paper"))
        one, many = ("{n} small page", "{n} small pages") if folded else ("{n} page", "{n} pages")
        words.append(language.count(setting.pages, one, many))
    if setting.items:
        words.append(language.count(len(setting.items), "{n} item", "{n} items"))
    return " · ".join(filter(None, (*words, _revision(setting, language))))


def _revision(setting: Setting, language: Language) -> str:
    """From when the text is: a sheet says it itself, and several have that of the newest."""
    if len(setting.document.sheets) == 1:
        return setting.document.sheets[0].revision
    newest = max(item.checked for item in setting.items)
    return language.text("text of {date}", date=language.date(newest))


def progress(setting: Setting | None, state: State) -> str:
    """How far it is, in words; empty once it is at an end."""
    say = state.language.text
    if setting is None:
        return say("setting pages …")
    if setting.whole or setting.problem:
        return ""
    now, every = len(setting.sheets) + 1, len(setting.document.sheets)
    return say("setting pages: list {n} of {all}", n=min(now, every), all=every)
