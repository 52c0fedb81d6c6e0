"""How long a proof is: every day, or at its full length by `make proof`."""

import sys
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Proof:
    """How long a proof is, and a place to say how much it went through."""

    long: bool
    capsys: pytest.CaptureFixture[str]

    def of(self, short: int, long: int) -> int:
        """An amount for every day, or that of the full length."""
        return long if self.long else short

    def tell(self, words: str) -> None:
        """Says a count, where the proof has its full length."""
        if self.long:
            with self.capsys.disabled():
                sys.stdout.write(f"\n    {words}")
