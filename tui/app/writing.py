"""Writes a file that the person asked for, and says what became of it."""

from dataclasses import dataclass

from tui.app.messages import WriteRequested
from tui.errors import ParadakError
from tui.export import render
from tui.files import write_private
from tui.language import Language
from tui.text import clean


@dataclass(frozen=True)
class Outcome:
    """What became of a file, in words."""

    written: bool
    words: str


def write(wanted: WriteRequested, language: Language) -> Outcome:
    """Writes the file; it is new and private, or it is not written at all."""
    say = language.text
    try:
        written = write_private(wanted.path, render(wanted.document, wanted.form).encode())
    except ParadakError as error:
        values = {name: clean(str(value)) for name, value in error.values.items()}
        problem = say(error.message, **values)
        words = "Nothing was written: {problem}. Choose another name or place."
        return Outcome(written=False, words=say(words, problem=problem))
    words = say("written: {path}. Remove it when it is printed.", path=clean(str(written.path)))
    if not written.private:
        words += f" {say('this disk does not limit who may read the file')}"
    return Outcome(written=True, words=words)
