"""Generated passphrases: many words, plain letters, none like another."""

from tui.passphrase import WORDS, bits_generated, generate, most_bits, words


def test_the_words_are_plain_and_told_apart_by_four_letters() -> None:
    known = words()
    assert len(known) == 2048
    assert all(word.isascii() and word.isalpha() and word.islower() for word in known)
    assert len({word[:4] for word in known}) == len(known)


def test_six_words_are_drawn_and_never_the_same() -> None:
    drawn = {generate() for _ in range(200)}
    assert len(drawn) == 200
    assert all(len(one.split()) == WORDS and set(one.split()) <= set(words()) for one in drawn)
    assert bits_generated() == 66


def test_a_passphrase_is_never_counted_for_more_than_chance_would_give() -> None:
    assert [most_bits(words) for words in ("", "a", "aaaaaaaaaaaaaaaa")] == [0, 0, 0]
    assert most_bits("Tr0ub4dor&3") < bits_generated()
    assert most_bits("7#Gq!x0Lw&2Zr@9k") == 64
    assert most_bits(generate()) >= bits_generated()
