"""Every reader knows its own samples, and no sample of another."""

from pathlib import Path

import pytest

from tests.inventories import SAMPLES, read_all
from tui.content.archives import BOXES
from tui.inventory.archive import open_archive
from tui.inventory.model import Presence, Reader
from tui.inventory.readers import READERS

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


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: str(reader.service))
def test_what_a_sample_holds_is_told_by_the_boxes_of_its_service(reader: Reader) -> None:
    inventory = read_all(reader, open_archive(SAMPLES / reader.service))
    known = set(BOXES[reader.service])
    assert set(inventory.boxes) <= known
    assert Presence.HERE in inventory.boxes.values()
    assert all(set(table.part.boxes) <= known for table in inventory.tables.values())
    assert any(len(table) for table in inventory.tables.values())
