"""Decisions about findings: those of a file, and those there were before it was opened."""

from tui.session import Review, Reviewed, join

EARLIER = Review(b"earlier", {b"finding1": Reviewed.DONE, b"finding2": Reviewed.KEEP})
FOUND = Review(b"another", {b"finding2": Reviewed.NOT_MINE})


def test_where_nothing_is_found_the_earlier_decisions_go_on() -> None:
    assert join(EARLIER, Review()) == EARLIER
    assert join(EARLIER, Review(b"another")) == EARLIER


def test_what_is_found_under_another_key_counts_alone() -> None:
    assert join(EARLIER, FOUND) == FOUND
    assert join(Review(), FOUND) == FOUND
    assert join(Review(b"earlier"), FOUND) == FOUND


def test_under_one_key_both_count_and_what_is_found_first() -> None:
    joined = join(EARLIER, Review(b"earlier", FOUND.marks))
    marks = {b"finding1": Reviewed.DONE, b"finding2": Reviewed.NOT_MINE}
    assert joined == Review(b"earlier", marks)
