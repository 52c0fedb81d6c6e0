"""What holds for every test of the interface."""

import pytest

from tests.app.reviews import Export
from tests.telegram import generate


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same terminal everywhere."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORFGBG", raising=False)


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """An archive that no test changes."""
    path = tmp_path_factory.mktemp("DataExport") / "result.json"
    return Export(path, generate(path, messages=1500, chats=40, seed=5))
