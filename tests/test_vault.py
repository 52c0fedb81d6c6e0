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
from tests.sealed import PASSPHRASE, sealed, told
from tests.test_paper_code import noted
from tui.apart import Apart
from tui.errors import VaultError
from tui.paper_code import Noted
from tui.saving import MOST
from tui.session import HASH_BYTES, Review, Reviewed, Status
from tui.vault import (
    MOST_DECISIONS,
    STEP,
    VERSION,
    Contents,
    read,
    seal,
    unseal,
    write,
)

NOTED = (Noted(3, 2, {1: Status.DONE, 9: Status.LATER}), Noted(40, 1, {2: Status.NOT_FOR_ME}))
REVIEW = Review(
    b"k" * 32, {b"finding1": Reviewed.DONE, b"finding2": Reviewed.KEEP, b"finding3": Reviewed.DONE}
)
MARKED = Contents(NOTED, REVIEW)
APART = Apart()


class Here(Apart):
    """Works in this process, which is quicker where nobody waits at a screen."""

    def run(self, work: Callable[[], bytes], failing: type[Exception]) -> bytes:
        del failing
        return work()


HERE = Here()
LISTS = [{"number": 3, "revision": 2, "marks": {"1": "done"}}]
KEY, NAME = "6b" * 32, "66" * HASH_BYTES
names = st.binary(min_size=HASH_BYTES, max_size=HASH_BYTES)
reviews = st.builds(
    Review,
    st.binary(min_size=16, max_size=64),
    st.dictionaries(names, st.sampled_from(Reviewed), min_size=1, max_size=40),
) | st.just(Review())
everything = st.builds(Contents, st.lists(noted, max_size=20).map(tuple), reviews)


def reviewed(key: object, marks: object) -> bytes:
    """A file with such a review in it."""
    return sealed({"version": VERSION, "lists": LISTS, "review": {"key": key, "marks": marks}})


def decided(count: int) -> Contents:
    """So many decisions."""
    marks = {number.to_bytes(HASH_BYTES): Reviewed.KEEP for number in range(count)}
    return Contents(NOTED, Review(b"k" * 32, marks))


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
    lists = [Noted(n, 1, dict.fromkeys(range(1, 30), Status.DONE)) for n in range(1, 20)]
    many = Contents(tuple(lists), REVIEW)
    assert len(seal(Contents(()), PASSPHRASE, APART)) == len(seal(many, PASSPHRASE, APART))


def test_thousands_of_decisions_take_a_few_steps_and_too_many_are_refused() -> None:
    assert len(write(decided(5_000))) == 5 * STEP
    assert read(write(decided(MOST_DECISIONS))) == decided(MOST_DECISIONS)
    assert len(write(decided(MOST_DECISIONS))) < MOST - STEP
    with pytest.raises(VaultError, match="too many decisions"):
        write(decided(MOST_DECISIONS + 1))


def test_no_mark_and_no_word_of_ours_can_be_seen_from_outside() -> None:
    data = seal(MARKED, PASSPHRASE, APART)
    assert not any(word in data for word in (b"done", b"lists", b"aradak", PASSPHRASE.encode()))
    assert b"scrypt" in data


@settings(max_examples=40)
@given(everything)
def test_any_marks_and_decisions_come_back(contents: Contents) -> None:
    assert unseal(sealed(told(contents)), PASSPHRASE, HERE) == contents
    assert read(write(contents)) == contents


@given(everything)
def test_what_is_written_is_the_json_of_the_format(contents: Contents) -> None:
    content = json.loads(write(contents).rstrip(b"\0"))
    assert content == json.loads(json.dumps(told(contents)))
    assert ("review" in content) is bool(contents.review.marks)


def test_the_order_of_decisions_is_not_in_it() -> None:
    turned = Review(REVIEW.key, dict(reversed([*REVIEW.marks.items()])))
    assert write(Contents(NOTED, turned)) == write(MARKED)
    assert b'"marks":{"done":"' + b"finding1finding3".hex().encode() in write(MARKED)


def test_a_key_without_a_decision_is_left_out() -> None:
    assert read(write(Contents(NOTED, Review(b"k" * 32)))) == Contents(NOTED)


def test_a_file_of_the_first_format_is_opened() -> None:
    old = Contents(NOTED)
    assert unseal(sealed(told(old, version=1)), PASSPHRASE, HERE) == old
    assert unseal(seal(old, PASSPHRASE, APART), PASSPHRASE, APART) == old


def test_every_bit_of_the_header_and_many_others_are_guarded(proof: Proof) -> None:
    assert unseal(FILE, PASSPHRASE, APART).noted
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
        (sealed({"version": VERSION, "lists": [{**LISTS[0], "number": float("inf")}]}),
         "another program"),
        (age.seal(b"\xff" * STEP, PASSPHRASE), "another program"),
        (age.seal((b"[" * STEP), PASSPHRASE), "another program"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_own_words(data: bytes, words: str) -> None:
    assert words in refused(data)


def test_a_review_as_the_format_says_is_read() -> None:
    found = unseal(reviewed(KEY, {"keep": NAME}), PASSPHRASE, HERE).review
    assert found == Review(b"k" * 32, {b"f" * HASH_BYTES: Reviewed.KEEP})


@pytest.mark.parametrize(
    ("key", "marks"),
    [
        (KEY, {"keep": NAME[:-1]}),
        (KEY, {"keep": NAME[:-2]}),
        (KEY, {"keep": "66" * 4, "done": "66" * 4}),
        (KEY, {"keep": "66" * 12, "done": "67" * 8 + "66" * 4}),
        (KEY, {"keep": NAME * 2}),
        (KEY, {"keep": NAME, "done": NAME}),
        (KEY, {"keep": "x" * len(NAME)}),
        (KEY, {"keep": "é" * len(NAME)}),
        (KEY, {"keep": 7}),
        (KEY, {"keep": [NAME]}),
        (KEY, {"keep": {NAME: True}}),
        (KEY, {"keep": None}),
        (KEY, {"forgotten": NAME}),
        (KEY, {"": NAME}),
        (KEY, {"\ud800": NAME}),
        (KEY, [NAME]),
        (KEY, NAME),
        (KEY, None),
        ("", {"keep": NAME}),
        ("6", {"keep": NAME}),
        ("6b" * 65, {"keep": NAME}),
        (7, {"keep": NAME}),
        (None, {"keep": NAME}),
    ],
)
def test_a_review_of_another_make_is_refused(key: object, marks: object) -> None:
    assert "another program" in refused(reviewed(key, marks))


@pytest.mark.parametrize("review", [None, [], "", 7, {}, {"key": KEY}, {"marks": {"keep": NAME}}])
def test_a_review_in_another_shape_is_refused(review: object) -> None:
    assert "another program" in refused(
        sealed({"version": VERSION, "lists": LISTS, "review": review})
    )


def test_no_refusal_holds_the_passphrase() -> None:
    for data in (FILE, FILE[:-1], sealed([])):
        with pytest.raises(VaultError) as caught:
            unseal(data, "a secret that nobody sees", APART)
        assert "secret" not in f"{caught.value!r}{caught.value.__cause__!r}"


def test_files_of_the_library_alone_are_opened_too() -> None:
    plain = json.dumps({"version": VERSION, "lists": LISTS}).encode().ljust(STEP, b"\0")
    assert unseal(pyrage.passphrase.encrypt(plain, PASSPHRASE), PASSPHRASE, APART).noted
