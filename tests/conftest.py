"""What holds for every test."""

import os

import hypothesis
import pytest
import yaml

from tests.proof import Proof

hypothesis.settings.register_profile("paradak", derandomize=True, deadline=None)
hypothesis.settings.load_profile("paradak")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="proofs at full length, with their counts")


@pytest.fixture
def proof(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Proof:
    return Proof(bool(request.config.getoption("--long")), capsys)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests changes what they see."""
    for name in [name for name in os.environ if name == "NO_COLOR" or name.startswith("TEXTUAL")]:
        monkeypatch.delenv(name)


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The YAML parser in C, and the one in Python that stands in where PyYAML came without it."""
    assert yaml.__with_libyaml__
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    return str(request.param)
