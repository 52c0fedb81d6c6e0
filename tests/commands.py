"""The installed command, run as a person or a program runs it."""

import json
import subprocess
import sys
from pathlib import Path

PARADAK = str(Path(sys.executable).with_name("paradak"))


def paradak(*words: str, cwd: Path | None = None, code: int = 0) -> tuple[str, str]:
    """What a command says and what it says beside it."""
    result = subprocess.run([PARADAK, *words], cwd=cwd, capture_output=True, text=True, check=False)
    assert result.returncode == code, result.stdout + result.stderr
    return result.stdout, result.stderr


def data(*words: str, code: int = 0) -> object:
    """The data a command gives to programs."""
    said, beside = paradak(*words, "--json", code=code)
    assert beside == ""
    found: object = json.loads(said)
    return found


def flat(text: str) -> str:
    return " ".join(text.split())
