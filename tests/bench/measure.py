"""Two ways to do the same thing, measured in turn and compared pair by pair."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

HEADINGS = (
    "what",
    "way",
    "wall, ms: median (min–max)",
    "cpu, ms: median (min–max)",
    "wall ratio",
    "cpu ratio",
    "goal",
)


@dataclass(frozen=True)
class Sample:
    """Seconds on the clock and on the processors; None where the system does not tell."""

    wall: float
    cpu: float | None


@dataclass(frozen=True)
class Way:
    """A name, and one run of it."""

    name: str
    run: Callable[[], Sample]


@dataclass(frozen=True)
class Goal:
    """The most that the median should be: of our wall time, the wall ratio, or the difference."""

    ms: float | None = None
    ratio: float | None = None
    more_ms: float | None = None


@dataclass(frozen=True)
class Result:
    """What was measured: ours beside the other, round by round."""

    title: str
    names: tuple[str, str]
    pairs: tuple[tuple[Sample, Sample], ...]
    goal: Goal

    def ratios(self, field: str) -> list[float]:
        """Ours divided by the other, round by round, as far as both are known."""
        values = ((getattr(ours, field), getattr(other, field)) for ours, other in self.pairs)
        return [ours / other for ours, other in values if ours and other]

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Ours with the ratios and the goal, then the other."""
        ours, other = ([pair[side] for pair in self.pairs] for side in (0, 1))
        ratios = (spread(self.ratios("wall"), "{:.2f}"), spread(self.ratios("cpu"), "{:.2f}"))
        yield self.title, self.names[0], *_times(ours), *ratios, self.verdict()
        yield "", self.names[1], *_times(other), "", "", ""

    def verdict(self) -> str:
        """The goal, and whether it was met; nothing hangs on it."""
        if self.goal.ms is not None:
            seen = median(ours.wall for ours, _ in self.pairs) * 1e3
            return f"< {self.goal.ms:g} ms: {_met(seen < self.goal.ms)}"
        if self.goal.ratio is not None:
            seen = median(self.ratios("wall"))
            return f"≤ {self.goal.ratio:.2f}: {_met(seen <= self.goal.ratio)}"
        if self.goal.more_ms is not None:
            seen = median(ours.wall - other.wall for ours, other in self.pairs) * 1e3
            return f"≤ other + {self.goal.more_ms:g} ms: {_met(seen <= self.goal.more_ms)}"
        return "–"


def compare(
    title: str, ours: Way, other: Way, rounds: int, goal: Goal | None = None, *, warm: bool = True
) -> Result:
    """Runs both in turn, ours first; a first round that is not counted warms the caches."""
    if warm and rounds > 1:
        ours.run()
        other.run()
    pairs = tuple((ours.run(), other.run()) for _ in range(rounds))
    return Result(title, (ours.name, other.name), pairs, goal or Goal())


def spread(values: Sequence[float], form: str) -> str:
    """Median, smallest and largest."""
    if not values:
        return "not known"
    shown = (form.format(value) for value in (median(values), min(values), max(values)))
    return "{} ({}–{})".format(*shown)


def _times(samples: Sequence[Sample]) -> tuple[str, str]:
    wall = [sample.wall * 1e3 for sample in samples]
    cpu = [sample.cpu * 1e3 for sample in samples if sample.cpu is not None]
    return spread(wall, "{:.1f}"), spread(cpu, "{:.1f}")


def _met(good: bool) -> str:
    return "met" if good else "not met"
