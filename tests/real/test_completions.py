"""Shell completions: the committed ones are those of the parser, and bash completes with them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.content.library import open_library
from tui.language import ENGLISH, available

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "completions"
LIBRARY = open_library(ENGLISH)
COMMANDS = ["list", "show", "search", "print", "check", "schema", "resume", "footprint"]
ASK_BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
complete -p "$1" >/dev/null && _shtab_paradak 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""


def test_the_committed_completions_are_fresh(tmp_path: Path) -> None:
    script = ROOT / ".ci" / "completions.py"
    subprocess.run([sys.executable, script, tmp_path], cwd=ROOT, check=True)
    names = {path.name for path in FOLDER.iterdir()}
    assert names == {"_paradak", "paradak.bash", "paradak.fish"}
    for name in names:
        fresh = (tmp_path / name).read_text(encoding="utf-8")
        assert (FOLDER / name).read_text(encoding="utf-8") == fresh, "run: make completions"


def bash_offers(*words: str) -> list[str]:
    """What a real bash offers for the last word."""
    command = [
        "bash",
        "--norc",
        "-c",
        ASK_BASH,
        "bash",
        str(FOLDER / "paradak.bash"),
        "paradak",
        *words,
    ]
    return subprocess.check_output(command, cwd=ROOT, text=True).split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ([""], COMMANDS),
        (["s"], ["show", "search", "schema"]),
        (["show", ""], list(LIBRARY.ids)),
        (["--lang", "en", "show", "sub"], ["subscriptions"]),
        (["print", "reposts", "ban"], ["banking-apps"]),
        (["print", "--format", ""], ["text", "markdown", "html", "pdf"]),
        (["print", "--layout", "p"], ["pocket8"]),
        (["print", "--e"], ["--emergency"]),
        (["print", "reposts", "--detail", "f"], ["full"]),
        (["print", "--situation", "ord"], ["ordinary-day"]),
        (["--lang", ""], list(available())),
        (["list", "--j"], ["--json"]),
        (["check", "checkl"], ["checklists"]),
        (["--lists", "checkl"], ["checklists"]),
        (["print", "--out", "READ"], ["README.md"]),
    ],
)
def test_bash_completes(words: list[str], offered: list[str]) -> None:
    assert bash_offers(*words) == offered


@pytest.mark.parametrize("name", ["_paradak", "paradak.fish"])
def test_the_other_shells_know_the_same_words(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    words = [*COMMANDS, *LIBRARY.ids, "ordinary-day", "markdown", "titles", "json", "situation"]
    assert [word for word in words if word not in text] == []
