"""Writes files that the person asked for beside the interface; leaving waits for none of them."""

from dataclasses import dataclass, field

from tui.apart import Apart
from tui.app.messages import WriteEnded, WriteRequested
from tui.app.problems import in_words, message
from tui.errors import LayoutError, ParadakError
from tui.export import render
from tui.files import Unfinished, write_private
from tui.language import Language
from tui.text import clean


@dataclass(frozen=True)
class Writer:
    """Writes new private files; what is not whole when it is given up does not stay."""

    apart: Apart
    unfinished: Unfinished = field(default_factory=Unfinished)

    def write(self, wanted: WriteRequested, language: Language) -> WriteEnded:
        """Writes the file, or not at all, and says what became of it."""
        say = language.text
        try:
            data = render(wanted.document, wanted.form, wanted.layout, self.apart)
            written = write_private(wanted.path, data, unfinished=self.unfinished)
        except LayoutError as error:
            words = say("Nothing was written: {problem}.", problem=in_words(error, language))
            return WriteEnded(words, written=False)
        except ParadakError as error:
            words = "Nothing was written: {problem}. Choose another name or place."
            return WriteEnded(say(words, problem=message(error, language)), written=False)
        words = say("written: {path}. Remove it when it is printed.", path=clean(str(written.path)))
        if not written.private:
            words += f" {say('this disk does not limit who may read the file')}"
        return WriteEnded(words, written=True)

    def give_up(self) -> None:
        """Takes an unfinished file away, if the disk answers soon."""
        self.unfinished.give_up()
