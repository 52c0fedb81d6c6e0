"""What a blank emergency sheet has lines for, and how the file of it is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.content.build import Data, Translate, maps_of, sources_of, text_of
from tui.content.model import Evidence, Source


@dataclass(frozen=True)
class Blank:
    """Something to write on paper by hand; `fields` are labels, each with its number of lines."""

    id: str
    title: str
    advice: str
    fields: tuple[tuple[str, int], ...]
    sources: tuple[Source, ...]
    evidence: Evidence
    checked: str


def build_emergency(
    data: Data, known: Mapping[str, Source], translate: Translate
) -> tuple[Blank, ...]:
    """The blanks in the order of the file."""

    def text(entry: Data, key: str) -> str:
        return translate(f"emergency/{text_of(entry, 'id')}/{key}", text_of(entry, key))

    return tuple(
        Blank(
            id=text_of(entry, "id"),
            title=text(entry, "title"),
            advice=text(entry, "advice"),
            fields=tuple(
                (
                    translate(
                        f"emergency/{text_of(entry, 'id')}/fields/{place}", text_of(field, "label")
                    ),
                    int(text_of(field, "lines")),
                )
                for place, field in enumerate(maps_of(entry, "fields"), start=1)
            ),
            sources=sources_of(entry, known),
            evidence=Evidence(text_of(entry, "evidence")),
            checked=text_of(entry, "checked"),
        )
        for entry in maps_of(data, "emergency")
    )
