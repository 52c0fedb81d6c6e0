"""What the loader says of a text, in plain values."""

from tui.content.loader import load

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What YAML without places is made of."""
Place = tuple[int, int, str]
"""Line, column and key of a problem."""


def loaded(text: str) -> Plain:
    node, problems = load(text.encode(), "list.yaml")
    assert problems == []
    assert node
    data: Plain = node.data()
    return data


def found(data: str | bytes) -> list[Place]:
    data = data.encode() if isinstance(data, str) else data
    node, problems = load(data, "list.yaml")
    assert (node is None) == bool(problems)
    assert {problem.path for problem in problems} <= {"list.yaml"}
    return [(problem.line, problem.column, problem.key) for problem in problems]


def messages(text: str) -> list[str]:
    return [problem.message for problem in load(text.encode(), "list.yaml")[1]]
