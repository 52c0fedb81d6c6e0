"""Every reader knows its own samples, and no sample of another."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.inventories import SAMPLES, read_all
from tui.content.archives import BOXES
from tui.content.library import open_library
from tui.inventory.archive import open_archive
from tui.inventory.model import Presence, Reader
from tui.inventory.readers import READERS
from tui.language import ENGLISH

EACH_READER = pytest.mark.parametrize("reader", READERS, ids=lambda reader: str(reader.service))
FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file())


def test_each_service_has_one_reader_and_a_sample() -> None:
    services = [reader.service for reader in READERS]
    assert len(set(services)) == len(services)
    assert {path.name for path in SAMPLES.iterdir()} >= set(services)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_a_sample_is_known_to_its_own_reader_at_most(path: Path) -> None:
    archive = open_archive(path)
    service = path.relative_to(SAMPLES).parts[0]
    known = {reader.service for reader in READERS if reader.recognises(archive)}
    assert known <= {service}


@pytest.mark.parametrize("service", [reader.service for reader in READERS])
def test_the_samples_of_a_service_are_known_to_its_reader_alone(service: str) -> None:
    archive = open_archive(SAMPLES / service)
    known = [reader.service for reader in READERS if reader.recognises(archive)]
    assert known == [service]


@EACH_READER
def test_the_boxes_of_the_tables_are_those_of_the_guide(reader: Reader) -> None:
    boxes = {box for part in reader.parts for box in part.boxes}
    assert boxes == set(BOXES[reader.service])
    guide = open_library(ENGLISH).archives.guide(reader.service)
    assert {guide.box(box).id for box in boxes} == boxes


@EACH_READER
def test_what_a_sample_holds_is_told_by_all_boxes_and_tables_of_its_service(
    reader: Reader,
) -> None:
    inventory = read_all(reader, open_archive(SAMPLES / reader.service))
    assert set(inventory.boxes) == set(BOXES[reader.service])
    assert Presence.HERE in inventory.boxes.values()
    assert [table.part for table in inventory.tables.values()] == list(reader.parts)
    assert any(len(table) for table in inventory.tables.values())


@EACH_READER
def test_a_file_alone_tells_about_every_box(reader: Reader) -> None:
    whole = open_archive(SAMPLES / reader.service)
    alone = [replace(whole, members=(member,)) for member in whole.members]
    own = [archive for archive in alone if reader.recognises(archive)]
    assert own
    for archive in own:
        assert set(read_all(reader, archive).boxes) == set(BOXES[reader.service])
