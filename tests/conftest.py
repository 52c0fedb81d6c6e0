"""What holds for every test."""

import os

import hypothesis
import pytest

hypothesis.settings.register_profile("paradak", derandomize=True, deadline=None)
hypothesis.settings.load_profile("paradak")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests changes what they see."""
    for name in [name for name in os.environ if name == "NO_COLOR" or name.startswith("TEXTUAL")]:
        monkeypatch.delenv(name)
