"""What Paradak is measured against counts the same, and counts right."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import rivals
from tests.telegram import ERAS, generate


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("rival", rivals.RIVALS)
def test_a_rival_counts_what_is_expected(tmp_path: Path, rival: str, era: int) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, era=era, messages=3000)
    counts = expected.counters()
    right = {name: dict(counts[name]) for name in rivals.COUNTED}
    assert all(right.values())
    assert told(rivals.command(rival, path, 0)) == right


@pytest.mark.parametrize("rival", rivals.RIVALS)
def test_a_rival_counts_a_single_chat(tmp_path: Path, rival: str) -> None:
    path = tmp_path / "result.json"
    expected = generate(path, single="private_supergroup")
    counts = expected.counters()
    right = {name: dict(counts[name]) for name in rivals.COUNTED}
    assert right["media_by_me"]
    assert told(rivals.command(rival, path, expected.self_id)) == right
    assert told(rivals.command(rival, path, 1))["media_by_me"] == {}


def test_jq_is_started_from_here_too(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    generate(path)
    here = (sys.executable, rivals.__file__, "jq", str(path))
    assert told(here) == told(rivals.command("jq", path, 0))


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://WWW.Tea5.example:80/a", "tea5.example"),
        ("tea5.example", "tea5.example"),
        ("http://me:word@tea5.example./?x=/y", "tea5.example"),
        ("wwwillow.example#www.", "wwwillow.example"),
        ("TG://resolve?domain=tea", "tg:"),
    ],
)
def test_a_domain_is_what_tells_sites_apart(address: str, domain: str) -> None:
    assert rivals.domain_of(address) == domain


def told(words: tuple[str, ...]) -> dict[str, dict[str, int]]:
    shown = subprocess.run(words, capture_output=True, check=True).stdout
    counts: dict[str, dict[str, int]] = json.loads(shown)
    return counts
