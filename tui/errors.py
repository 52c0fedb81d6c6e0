"""The errors a person can meet, each with one hint that can be acted on."""


class ParadakError(Exception):
    """Something a person can mend; `message` and `hint` are untranslated templates for `values`."""

    def __init__(self, message: str, hint: str = "", **values: object) -> None:
        super().__init__(message, hint, values)
        self.message = message
        self.hint = hint
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)


class ContentError(ParadakError):
    """A checklist or one of its companion files cannot be used."""


class WriteError(ParadakError):
    """A file the person asked for could not be written."""


class TerminalError(ParadakError):
    """The interface cannot be shown here."""
