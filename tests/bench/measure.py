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
class Size:
    """How often each bench is run, how often a key is pressed, and how long the long list is.

    An archive is read `readings` times in each way, and holds so many messages.
    """

    rounds: int
    presses: int
    items: int
    readings: int
    messages: int


FULL = Size(rounds=21, presses=40, items=10_000, readings=3, messages=1_000_000)
SMOKE = Size(rounds=1, presses=1, items=20, readings=1, messages=3000)


@dataclass(frozen=True)
class Sample:
    """Seconds on the clock and on the processors, MB of memory; None where nobody tells."""

    wall: float
    cpu: float | None
    peak: float | None = None


@dataclass(frozen=True)
class Way:
    """A name, and one run of it."""

    name: str
    run: Callable[[], Sample]


@dataclass(frozen=True)
class Goal:
    """The most that the median should be: of our wall time, a ratio, the difference, or memory."""

    ms: float | None = None
    ratio: float | None = None
    more_ms: float | None = None
    cpu_ratio: float | None = None
    mb: float | None = None


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
        yield self.title, _named(self.names[0], ours), *_times(ours), *ratios, self.verdict()
        yield "", _named(self.names[1], other), *_times(other), "", "", ""

    def verdict(self) -> str:
        """The goals, and whether they were met; nothing hangs on it."""
        return "; ".join(self._verdicts()) or "–"

    def _verdicts(self) -> Iterator[str]:
        goal, ours = self.goal, [ours for ours, _ in self.pairs]
        yield from _alone(goal, ours)
        if goal.ratio is not None:
            seen = median(self.ratios("wall"))
            yield f"≤ {goal.ratio:.2f}: {_met(seen <= goal.ratio)}"
        if goal.more_ms is not None:
            seen = median(ours.wall - other.wall for ours, other in self.pairs) * 1e3
            yield f"≤ other + {goal.more_ms:g} ms: {_met(seen <= goal.more_ms)}"
        if goal.cpu_ratio is not None:
            seen = median(self.ratios("cpu"))
            yield f"cpu ≤ {goal.cpu_ratio:.2f}: {_met(seen <= goal.cpu_ratio)}"


@dataclass(frozen=True)
class Alone:
    """What was measured with nothing beside it, or beside what was done another number of times."""

    title: str
    name: str
    samples: tuple[Sample, ...]
    goal: Goal = Goal()

    def rows(self) -> Iterator[tuple[str, ...]]:
        """One row, with the time that all but one in a hundred stayed below."""
        wall = sorted(sample.wall * 1e3 for sample in self.samples)
        name = f"{self.name}; p99 {wall[len(wall) * 99 // 100]:.1f}" if wall[99:] else self.name
        verdict = "; ".join(_alone(self.goal, self.samples)) or "–"
        yield self.title, name, *_times(self.samples), "", "", verdict


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


def _alone(goal: Goal, ours: Sequence[Sample]) -> Iterator[str]:
    """The goals for which nothing beside it is needed."""
    if goal.ms is not None:
        seen = median(sample.wall for sample in ours) * 1e3
        yield f"< {goal.ms:g} ms: {_met(seen < goal.ms)}"
    if goal.mb is not None:
        seen = max(sample.peak or 0 for sample in ours)
        yield f"< {goal.mb:g} MB: {_met(0 < seen < goal.mb)}"


def _named(name: str, samples: Sequence[Sample]) -> str:
    """The name of a way, with the most memory it took, where that is known."""
    peaks = [sample.peak for sample in samples if sample.peak is not None]
    return f"{name} · {max(peaks):,.0f} MB" if peaks else name


def _times(samples: Sequence[Sample]) -> tuple[str, str]:
    wall = [sample.wall * 1e3 for sample in samples]
    cpu = [sample.cpu * 1e3 for sample in samples if sample.cpu is not None]
    return spread(wall, "{:.1f}"), spread(cpu, "{:.1f}")


def _met(good: bool) -> str:
    return "met" if good else "not met"
