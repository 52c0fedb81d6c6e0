"""What people say for the words of the lists, and how the file of it is read."""

from dataclasses import dataclass

from tui.content.build import Data, Translate, maps_of, text_of


@dataclass(frozen=True)
class Synonym:
    """Words that people type, and the words that the lists have for the same."""

    people_say: tuple[str, ...]
    lists_say: tuple[str, ...]


def build_synonyms(data: Data, translate: Translate) -> tuple[Synonym, ...]:
    """The synonyms, without the mark of a text that is not translated yet: no one types that."""

    def words(entry: Data, key: str) -> tuple[str, ...]:
        text = translate(f"synonyms/{text_of(entry, 'id')}/{key}", text_of(entry, key))
        return tuple(word.strip() for word in text.rpartition("] ")[2].split(","))

    return tuple(
        Synonym(people_say=words(entry, "people_say"), lists_say=words(entry, "lists_say"))
        for entry in maps_of(data, "synonyms")
    )
