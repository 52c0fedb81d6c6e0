"""Whom to ask: the risk of asking first, then, only if the person goes on, who there is."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.app.screens.page import BACK, Page
from tui.app.state import State
from tui.app.widgets.scroll import Scroll
from tui.content.contacts import Contact
from tui.guidance import OLD_CONTACT, checked, sources
from tui.words import EVIDENCE_WORDS


class ContactsPage(Page):
    """Names and addresses stay out of sight until they are asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "show", "show them", id="show", tooltip="show whom to ask"),
        BACK,
    ]
    DEFAULT_CSS = """
    ContactsPage Scroll { padding: 1 1 0 1; }
    ContactsPage Static { max-width: 76; height: auto; margin-bottom: 1; }
    """

    def __init__(self, state: State) -> None:
        super().__init__(state)
        self._shown = False

    def body(self) -> ComposeResult:
        """The notice, or everybody."""
        with Scroll():
            yield Static(id="contacts", markup=False)

    def where(self) -> str:
        return self.say("Whom to ask")

    def hidden(self) -> Iterable[str]:
        return [*super().hidden(), *(("show",) if self._shown else ())]

    def redraw(self) -> None:
        super().redraw()
        lines = self._everybody() if self._shown else self._notice()
        text = Content("\n").join(Content.styled(line, style) for line, style in lines)
        self.query_one("#contacts", Static).update(text)

    def action_show(self) -> None:
        """Shows whom to ask, after the notice was read."""
        self._shown = True
        self.query_one(Scroll).focus()
        self.redraw()

    def _notice(self) -> Iterator[tuple[str, str]]:
        for line in self.now.library.notices["contacts"]:
            yield line, ""
        yield "", ""
        yield self.say("Names and addresses come next. Somebody beside you could see them."), ""
        yield self.say("You decide: press Enter to show them, or Esc to leave it."), ""

    def _everybody(self) -> Iterator[tuple[str, str]]:
        for contact in self.now.library.contacts:
            yield contact.name, "bold"
            yield contact.offers, ""
            yield from ((address, "bold") for address in contact.addresses)
            if not contact.addresses:
                yield self.say("No address is named in a source, so none stands here."), ""
            yield f"{self.say('Careful')}: {contact.caution}", ""
            yield f"{self.say('Check the spelling')}: {contact.verify}", ""
            yield self._source(contact), "dim"
            yield "", ""

    def _source(self, contact: Contact) -> str:
        library, language = self.now.library, self.now.language
        age = library.age_of_contact(contact)
        seen = checked(contact.checked, age, language, OLD_CONTACT)
        return " · ".join(
            (sources(contact.sources), seen, self.say(EVIDENCE_WORDS[contact.evidence]))
        )
