"""The saved file: what is sealed comes back, and nothing else is taken for it."""

import json
import random
from collections.abc import Callable

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import age
from tests.proof import Proof
from tests.test_paper_code import noted
from tui.apart import Apart
from tui.errors import VaultError
from tui.paper_code import Noted
from tui.session import Status
from tui.vault import STEP, VERSION, seal, unseal

MARKED = (Noted(3, 2, {1: Status.DONE, 9: Status.LATER}), Noted(40, 1, {2: Status.NOT_FOR_ME}))
PASSPHRASE = "six words of mine"
APART = Apart()


class Here(Apart):
    """Works in this process, which is quicker where nobody waits at a screen."""

    def run(self, work: Callable[[], bytes], failing: type[Exception]) -> bytes:
        del failing
        return work()


HERE = Here()
LISTS = [{"number": 3, "revision": 2, "marks": {"1": "done"}}]


def sealed(content: object, passphrase: str = PASSPHRASE) -> bytes:
    """A file as ours, opened without a wait."""
    plain = json.dumps(content).encode()
    return age.seal(plain + bytes(-len(plain) % STEP), passphrase)


def refused(data: bytes, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(VaultError) as caught:
        unseal(data, passphrase, HERE)
    assert caught.value.hint
    return str(caught.value)


FILE = sealed({"version": VERSION, "lists": LISTS})
HEADER = FILE.index(b"\n--- ") + 5 + 43 + 1


def test_what_is_sealed_is_opened_by_its_passphrase_only() -> None:
    data = seal(MARKED, PASSPHRASE, APART)
    assert unseal(data, PASSPHRASE, APART) == MARKED
    assert "the passphrase is another" in refused(data, "six words of yours")


def test_the_passphrase_may_be_typed_in_any_way_that_looks_the_same() -> None:
    data = sealed({"version": VERSION, "lists": LISTS}, "ў й слова")
    assert unseal(data, "  ў й   слова ", APART) == unseal(data, "ў й слова", APART)


def test_the_length_does_not_tell_how_much_is_marked() -> None:
    many = [Noted(n, 1, dict.fromkeys(range(1, 30), Status.DONE)) for n in range(1, 20)]
    assert len(seal([], PASSPHRASE, APART)) == len(seal(many, PASSPHRASE, APART))


def test_no_mark_and_no_word_of_ours_can_be_seen_from_outside() -> None:
    data = seal(MARKED, PASSPHRASE, APART)
    assert not any(word in data for word in (b"done", b"lists", b"aradak", PASSPHRASE.encode()))
    assert b"scrypt" in data


@settings(max_examples=40)
@given(st.lists(noted, max_size=20))
def test_any_marks_come_back(lists: list[Noted]) -> None:
    told = [
        {
            "number": n.number,
            "revision": n.revision,
            "marks": {str(k): v for k, v in n.marks.items()},
        }
        for n in lists
    ]
    assert list(unseal(sealed({"version": VERSION, "lists": told}), PASSPHRASE, HERE)) == lists


def test_every_bit_of_the_header_and_many_others_are_guarded(proof: Proof) -> None:
    assert unseal(FILE, PASSPHRASE, APART)
    others = range(HEADER * 8, len(FILE) * 8)
    drawn = random.Random(500).sample(others, proof.of(500, len(others)))
    for bit in (*range(HEADER * 8), *drawn):
        changed = bytearray(FILE)
        changed[bit // 8] ^= 1 << bit % 8
        refused(bytes(changed))
    proof.tell(f"{HEADER * 8 + len(drawn):,} single bits turned, each refused")


def test_every_cut_of_the_header_and_many_others_are_told(proof: Proof) -> None:
    others = range(HEADER, len(FILE))
    drawn = random.Random(501).sample(others, proof.of(500, len(others)))
    for length in (*range(HEADER), *drawn):
        assert refused(FILE[:length]).startswith(("the file is cut", "this is not a file"))
    assert refused(FILE + b"x").startswith("the file is cut")
    proof.tell(f"{HEADER + len(drawn):,} cuts, each refused")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a file that Paradak saved"),
        (b"%PDF-1.7", "not a file that Paradak saved"),
        (FILE.replace(b"/v1", b"/v2"), "a newer one did"),
        (FILE.replace(b"-> scrypt", b"-> X25519"), "a newer one did"),
        (FILE.replace(b" 1\n", b" 40\n", 1), "too long"),
        (FILE[:-1] + bytes([FILE[-1] ^ 1]), "damaged"),
        (sealed({"version": VERSION + 1}), "a newer Paradak"),
        (sealed({"version": "1"}), "another program"),
        (sealed({"lists": []}), "another program"),
        (sealed([]), "another program"),
        (sealed({"version": VERSION, "lists": [{"number": 1, "revision": 1, "marks": {"1": "x"}}]}),
         "another program"),
        (age.seal(b"\xff" * STEP, PASSPHRASE), "another program"),
        (age.seal((b"[" * STEP), PASSPHRASE), "another program"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_own_words(data: bytes, words: str) -> None:
    assert words in refused(data)


def test_no_refusal_holds_the_passphrase() -> None:
    for data in (FILE, FILE[:-1], sealed([])):
        with pytest.raises(VaultError) as caught:
            unseal(data, "a secret that nobody sees", APART)
        assert "secret" not in f"{caught.value!r}{caught.value.__cause__!r}"


def test_files_of_the_library_alone_are_opened_too() -> None:
    plain = json.dumps({"version": VERSION, "lists": LISTS}).encode().ljust(STEP, b"\0")
    assert unseal(pyrage.passphrase.encrypt(plain, PASSPHRASE), PASSPHRASE, APART)
