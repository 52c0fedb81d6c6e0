"""What the kernel sees while pages are set, with nothing that would refuse it: only our own files.

The refusing guard is left out on purpose, so that whatever Typst would like to do is tried.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.real.terminal import environment

ROOT = Path(__file__).parents[2]
WATCHED = "%file,%network,execve,execveat,io_uring_setup"
OURS = (sys.prefix, sys.base_prefix, f"{ROOT}/tui", f"{ROOT}/checklists", f"{ROOT}/tests")
OF_THE_SYSTEM = (
    "/usr/lib",
    "/lib",
    "/usr/share/locale",
    "/etc/ld.so",
    "/etc/localtime",
    "/proc",
    "/sys",
    "/dev",
)
OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|]+).*\) = \d+.*')
OUTSIDE = re.compile(r"(socket|connect|bind|send|recv|getsockname|exec|io_uring)\w*\(.*")
READY = """
import sys
from tests.pdfs import less, set_by, short
from tui.export import Format, Layout, render
document = short(Layout.{layout}).document
"""
SET = READY + "render(document, Format.PDF, Layout.{layout})"
SYSTEM_FONTS = READY + "import typst; typst.Fonts(include_system_fonts=True)"
REACH = READY + ("set_by(less('#let D', '#import {thing}: *\\n#let D'), document, Layout.{layout})")


def calls(folder: Path, code: str) -> list[str]:
    """The calls of a piece of Python that made it, after its start; sockets are refused to it."""
    env = environment(folder, more={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"})
    refuse = ["-e", "inject=socket,connect:error=EACCES"]
    watch = ["strace", "-ff", "-qq", "-e", "signal=none", "-e", f"trace={WATCHED}", *refuse]
    command = [*watch, "-o", str(folder / "log"), sys.executable, "-P", "-c", code]
    subprocess.run(command, env=env, cwd=folder / "cwd", capture_output=True, check=False)
    logs = [log.read_text(encoding="utf-8") for log in folder.glob("log.*")]
    found = [line for log in logs for line in log.splitlines()]
    (start,) = [line for line in found if line.startswith(f'execve("{sys.executable}"')]
    return [line for line in found if line != start]


def opened(found: list[str]) -> list[tuple[str, str]]:
    """The files that were opened, each with how."""
    return [(match[1], match[2]) for line in found if (match := OPENED.fullmatch(line))]


def foreign(found: list[str]) -> list[str]:
    """Files that are neither ours nor the system's, and those that are not only read."""
    known = (*OURS, *OF_THE_SYSTEM)
    return [
        path
        for path, how in opened(found)
        if "RDONLY" not in how
        or "CREAT" in how
        or not (path == str(ROOT) or path.startswith(known))
    ]


def of_the_person(found: list[str], folder: Path) -> list[str]:
    """Every call that names the home of the person, even to ask whether something is there."""
    return [line for line in found if f"{folder}/home" in line]


@pytest.mark.parametrize("layout", ["A4", "POCKET8"])
def test_setting_pages_reads_our_files_and_touches_nothing_else(
    layout: str, tmp_path: Path
) -> None:
    found = calls(tmp_path, SET.format(layout=layout))
    assert any(path.endswith("Roboto-Regular.ttf") for path, _ in opened(found))
    assert foreign(found) == []
    assert of_the_person(found, tmp_path) == []
    assert [line for line in found if OUTSIDE.match(line)] == []


def test_fonts_of_the_system_and_the_person_would_be_noticed(tmp_path: Path) -> None:
    found = calls(tmp_path, SYSTEM_FONTS.format(layout="A4"))
    assert [path for path in foreign(found) if "font" in path]
    assert of_the_person(found, tmp_path)


def test_a_template_that_reaches_for_a_package_would_be_noticed(tmp_path: Path) -> None:
    thing = '"@preview/thing:1.0.0"'
    found = calls(tmp_path, REACH.format(layout="A4", thing=thing))
    assert [line for line in found if re.match(r"socket\(AF_INET", line)]
    assert "/etc/resolv.conf" in foreign(found)


def test_a_new_file_and_a_program_would_be_noticed(tmp_path: Path) -> None:
    code = "import subprocess; open('new', 'w'); subprocess.run(['true'])"
    found = calls(tmp_path, code)
    assert "new" in foreign(found)
    assert [line for line in found if OUTSIDE.match(line)]
