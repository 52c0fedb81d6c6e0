"""Somebody to ask, and how the file of them is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.content.build import Data, Translate, maps_of, sources_of, text_of, texts_of
from tui.content.model import Evidence, Source


@dataclass(frozen=True)
class Contact:
    """Somebody to ask; there are no `addresses` where no source confirms one."""

    id: str
    name: str
    offers: str
    addresses: tuple[str, ...]
    caution: str
    verify: str
    sources: tuple[Source, ...]
    evidence: Evidence
    checked: str


def build_contacts(
    data: Data, known: Mapping[str, Source], translate: Translate
) -> tuple[Contact, ...]:
    """The contacts in the order of the file."""

    def text(entry: Data, key: str) -> str:
        return translate(f"contacts/{text_of(entry, 'id')}/{key}", text_of(entry, key))

    return tuple(
        Contact(
            id=text_of(entry, "id"),
            name=text(entry, "name"),
            offers=text(entry, "offers"),
            addresses=tuple(
                translate(f"contacts/{text_of(entry, 'id')}/addresses/{place}", address)
                for place, address in enumerate(texts_of(entry, "addresses"), start=1)
            ),
            caution=text(entry, "caution"),
            verify=text(entry, "verify"),
            sources=sources_of(entry, known),
            evidence=Evidence(text_of(entry, "evidence")),
            checked=text_of(entry, "checked"),
        )
        for entry in maps_of(data, "contacts")
    )
