"""However large an archive is, its counts are right and its memory is bounded."""

import json
import shutil
import sys
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.bench import reading
from tests.bench.programs import watched
from tests.proof import Proof
from tests.telegram import ERAS, generate
from tests.telegram_expected import Expected
from tests.telegram_layout import LAYOUTS
from tests.telegram_read import DECODERS, assert_counts, found, read

MB = 10**6
MOST_MB, FINDING_BYTES = 150, 25
"""Memory that a review may take, and so much more for each finding."""
A_MESSAGE, IN_A_CHAT = 640, 500
"""Bytes of a generated message, and how many are in a chat; both on the average."""
SMALL, LARGE = (1, 2, 4), (100, 500, 1000, 5000)
"""MB of the archives."""
FAULTS: dict[str, dict[str, Any]] = {
    "whole": {},
    "faulty": {"bad_escapes": 40, "bare_documents": 10},
    "cut": {},
}
CUT_TELLS_NO_KIND = "sorted"
"""A layout in which the kind of a chat stands behind its messages."""


def generated(path: Path, megabytes: int) -> Expected:
    """An archive of that size, if the disk has the room."""
    needed = megabytes * MB * 5 // 4
    assert shutil.disk_usage(path.parent).free > needed, f"{needed:,} free bytes are needed"
    messages = megabytes * MB // A_MESSAGE
    return generate(path, messages=messages, chats=20 + messages // IN_A_CHAT, seed=megabytes)


def read_in_bounds(path: Path, expected: Expected, *options: str) -> str:
    """Has a process of its own read and compares its counts; tells what that took, in words."""
    taken, shown = watched(*reading.command("count", path, *options))
    told = json.loads(shown)
    ours = Expected(self_id=0, needle="")
    for name, counter in ours.counters().items():
        counter.update(told["counts"][name])
    assert_counts(ours, expected)
    assert told["skipped"] == 0
    assert taken.peak
    assert taken.cpu
    assert taken.peak < MOST_MB + told["findings"] * FINDING_BYTES / MB
    return (
        f"{expected.totals['messages']:,} messages, {told['findings']:,} findings: "
        f"{taken.cpu:.1f} s of processor time, {taken.peak:.0f} MB of memory"
    )


def test_counts_are_right_and_memory_is_bounded_as_an_archive_grows(
    proof: Proof, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    for megabytes in LARGE if proof.long else SMALL:
        expected = generated(path, megabytes)
        said = read_in_bounds(path, expected)
        proof.tell(f"{path.stat().st_size // MB:,} MB, {said}")
        path.unlink()


def test_memory_is_bounded_in_a_zip_and_without_msgspec(proof: Proof, tmp_path: Path) -> None:
    path, packed = tmp_path / "result.json", tmp_path / "archive.zip"
    expected = generated(path, proof.of(1, 500))
    proof.tell(f"without msgspec: {read_in_bounds(path, expected, '--plain')}")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.write(path, path.name)
    path.unlink()
    proof.tell(f"from a zip: {read_in_bounds(packed, expected)}")
    packed.unlink()


def test_the_memory_of_a_process_is_its_own() -> None:
    small, _ = watched(sys.executable, "-c", "pass")
    large, _ = watched(sys.executable, "-c", f"b'x' * {MOST_MB * MB}")
    assert small.peak
    assert large.peak
    assert small.peak < MOST_MB < large.peak


@pytest.mark.parametrize("fault", FAULTS)
def test_every_era_and_layout_is_right_at_a_larger_size(
    fault: str, proof: Proof, tmp_path: Path
) -> None:
    path, random = tmp_path / "result.json", Random(fault)
    every = [(era, layout) for era in ERAS for layout in LAYOUTS]
    drawn = random.sample(every, proof.of(2, len(every)))
    for era, layout in drawn:
        if fault == "cut" and layout == CUT_TELLS_NO_KIND:
            continue
        expected = generate(
            path,
            messages=random.randrange(*(10_000, 40_000) if proof.long else (500, 1500)),
            chats=random.randrange(20, 400),
            seed=random.randrange(1000),
            era=era,
            layout=layout,
            cut=random.uniform(0.05, 0.99) if fault == "cut" else 0,
            **FAULTS[fault],
        )
        for decode in DECODERS:
            inventory = read(path, decode=decode)
            assert_counts(found(inventory), expected)
            assert not inventory.faults.skipped
    proof.tell(f"{len(drawn)} eras and layouts, {fault}: every count is right")
