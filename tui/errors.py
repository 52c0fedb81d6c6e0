"""The errors a person can meet, each with one hint that can be acted on; and the crash report."""

import traceback
from pathlib import PurePath


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


class CodeError(ParadakError):
    """A paper code was not copied as it was shown."""


class VaultError(ParadakError):
    """A saved file cannot be opened or written."""


class ArchiveError(ParadakError):
    """A data archive cannot be read; never told with a word of what is in it."""


class CutError(ArchiveError):
    """A data archive stops or is damaged part way; what was read before that stays read."""


class LayoutError(ParadakError):
    """A document cannot be set on pages in the way that was asked for."""


class UsageError(ParadakError):
    """The command was not asked in a way that can be understood."""


class TerminalError(UsageError):
    """The interface cannot be shown here."""


def crash_report(error: BaseException | None) -> str:
    """One line for an error nobody foresaw: its kind and the last place of ours, never a value."""
    places = traceback.walk_tb(error.__traceback__ if error else None)
    lines = [(PurePath(frame.f_code.co_filename), line) for frame, line in places]
    package = PurePath(crash_report.__code__.co_filename).parent
    ours = [(file, line) for file, line in lines if file.is_relative_to(package)]
    place = f" at {ours[-1][0].relative_to(package).as_posix()}:{ours[-1][1]}" if ours else ""
    what = f"{type(error).__name__}{place}"
    return f"Stopped by an error in the program: {what}. What was not saved is lost."
