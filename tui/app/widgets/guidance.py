"""The guidance of one item, set to the width at hand."""

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import Static

from tui.guidance import LABEL_NOTE, Guidance, StepLine
from tui.language import Language
from tui.text import width, wrap

Line = list[tuple[str, str]]
_NARROWEST = 24


def lines(guidance: Guidance, language: Language, columns: int, *, others: bool) -> Iterator[Line]:
    """The guidance as styled lines of at most `columns` cells; `others` adds other devices."""
    for text in wrap(guidance.title, columns):
        yield [(text, "bold")]
    for text in wrap(guidance.facts, columns):
        yield [(text, "dim")]
    say = language.text
    blocks = (
        ("", guidance.waits, "bold"),
        (say("Instead"), guidance.instead, ""),
        (say("Need not wait"), guidance.never_waits, ""),
        (say("Why"), guidance.why, ""),
        (say("Not yet" if guidance.held else "Do"), guidance.steps, ""),
        (guidance.others_label, guidance.others if others else (), ""),
        (say("Careful"), guidance.caution, ""),
        (say("If you cannot"), guidance.if_you_cannot, ""),
        (say("Source"), guidance.source, "dim"),
    )
    beside = (say("Instead"), say("Why"), say("Not yet" if guidance.held else "Do"))
    indent = min(max(map(width, beside)) + 2, columns // 3)
    for label, content, style in blocks:
        if content:
            yield []
            yield from _block(
                label,
                _texts(content, language, guidance.where),
                (columns, indent),
                style,
            )


def _texts(
    content: str | tuple[StepLine, ...], language: Language, where: str
) -> list[tuple[str, str]]:
    """Each text with its number; what all steps are for stands above them."""
    if isinstance(content, str):
        return [("", content)]
    steps = [(f"{number}  ", _step(step, language)) for number, step in enumerate(content, start=1)]
    return [("", f"{where}:"), *steps] if where else steps


def _step(step: StepLine, language: Language) -> str:
    note = f" ({language.text(LABEL_NOTE)})" if step.may_differ else ""
    return f"{step.where}: {step.text}{note}" if step.where else f"{step.text}{note}"


def _block(
    label: str, texts: list[tuple[str, str]], measure: tuple[int, int], style: str
) -> Iterator[Line]:
    """A label at the left with its text beside it, or above it where the label is too wide."""
    columns, indent = measure
    beside = width(label) + 1 < indent
    if not beside:
        yield [(label, "bold $accent")]
    opening = f"{label:{indent}}" if beside else " " * indent
    for mark, text in texts:
        hanging = indent + width(mark)
        room = max(_NARROWEST, columns - hanging)
        for place, part in enumerate(wrap(text, room)):
            start = mark if place == 0 else " " * width(mark)
            yield [(opening, "bold $accent"), (start, "dim"), (part, style)]
            opening = " " * indent


class GuidanceText(Static):
    """Shows one item in words; the text is set again when the width changes."""

    DEFAULT_CSS = """
    GuidanceText { width: 1fr; height: auto; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown: tuple[Guidance, Language, bool] | None = None
        self._columns = 0

    def show(self, guidance: Guidance | None, language: Language, *, others: bool = False) -> bool:
        """Sets the item, or nothing; gives whether anything is other than before."""
        shown = (guidance, language, others) if guidance else None
        before, self._shown = self._shown, shown
        if self._shown == before:
            return False
        self._set()
        return True

    def on_resize(self) -> None:
        """Sets the text to the new width."""
        if self.content_size.width != self._columns:
            self._set()

    def _set(self) -> None:
        self._columns = self.content_size.width
        if self._shown is None or not self._columns:
            self.update("")
            return
        guidance, language, others = self._shown
        parts: list[str | tuple[str, str]] = []
        for line in lines(guidance, language, self._columns, others=others):
            parts += [*line, "\n"]
        self.update(Content.assemble(*parts))
