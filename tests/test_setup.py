"""The set-up holds together: locks, versions, the commands the README names."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import tui

ROOT = Path(__file__).parents[1]
LOCKS = [
    ROOT / ".ci" / name
    for name in ("requirements.txt", "requirements-build.txt", "requirements-dev.txt")
]
READMES = sorted([ROOT / "README.md", *ROOT.glob("docs/README.*.md")])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
BUILD_LOCK = ".ci/requirements-build.txt"
ONE_FILE = {"font-roboto"}  # published as an sdist alone
FOR_PDF = ["typst", "font-roboto"]
COMPILED = [*FOR_PDF, "pyrage", "msgspec"]
LOCKED_LINE = re.compile(
    r"(?P<pin>(?P<name>[a-z0-9-]+)==(?P<version>[0-9a-z.]+)(?: ; [A-Za-z0-9_'()!= ]+)?)"
    r"(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)"
)
PIP_COMMAND = re.compile(r"(?:pip|\$\(PIP\)) (?:install|download) .*?(?= \||`|$)", re.MULTILINE)


def locked_lines(text: str) -> list[str]:
    return re.sub(r" \\\n\s*", " ", text).splitlines()


def entry(line: str) -> re.Match[str] | None:
    """A line of a lock, unless it holds something else than a pin with enough hashes."""
    match = LOCKED_LINE.fullmatch(line)
    enough = match and (match["hashes"].count("--hash") > 1 or match["name"] in ONE_FILE)
    return match if enough else None


def entries(lock: Path) -> list[re.Match[str]]:
    lines = locked_lines(lock.read_text(encoding="utf-8"))
    return [match for match in map(entry, lines) if match]


def pins(lock: Path) -> dict[str, str]:
    return {match["name"]: match["version"] for match in entries(lock)}


def for_a_build() -> dict[str, str]:
    """What a build finds, which comes after what the program needs."""
    return pins(ROOT / ".ci" / "requirements.txt") | pins(ROOT / ".ci" / "requirements-build.txt")


def asked_for(words: list[str], environment: dict[str, str]) -> set[str]:
    wanted = requirements(words)
    return {one.name for one in wanted if not one.marker or one.marker.evaluate(environment)}


def fetches_build_tools(command: str) -> bool:
    """Whether pip may fetch something that no lock names, or build with it."""
    named = "--require-hashes" in command or "--no-deps" in command
    only_wheels = re.findall(r"-r (\S+)", command) == [BUILD_LOCK]
    return not named or not ("--no-build-isolation" in command or only_wheels)


def requirements(words: list[str]) -> list[Requirement]:
    return [Requirement(word) for word in words]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_only_pins_and_at_least_two_hashes_each(lock: Path) -> None:
    lines = locked_lines(lock.read_text(encoding="utf-8"))
    assert lines
    assert [line for line in lines if not entry(line)] == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://index.example/simple",
        "# made by: a command --find-links /home/me/wheels",
        "rich @ file:///home/me/rich.whl --hash=sha256:" + "0" * 64,
        "rich==15.0.0",
        "rich==15.0.0 --hash=sha256:" + "0" * 64,
    ],
)
def test_a_place_or_a_missing_hash_would_be_noticed(line: str) -> None:
    assert not entry(line)


def test_the_locks_agree() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in pins(lock).items():
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements", RUNTIME),
        ("requirements-build", PROJECT["dependency-groups"]["build"]),
        ("requirements-dev", PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_what_the_project_asks_for_is_locked(lock: str, wanted: list[str]) -> None:
    locked = pins(ROOT / ".ci" / f"{lock}.txt")
    for requirement in requirements(wanted):
        assert requirement.specifier.contains(locked[requirement.name]), requirement


def test_what_a_build_asks_for_is_locked() -> None:
    locked = for_a_build()
    for requirement in requirements(PROJECT["build-system"]["requires"]):
        assert requirement.specifier.contains(locked[requirement.name]), requirement


@pytest.mark.parametrize("name", ["textual", "mnemonic", *COMPILED])
def test_what_we_reach_into_is_pinned_exactly(name: str) -> None:
    version = pins(ROOT / ".ci" / "requirements.txt")[name]
    (wanted,) = [one for one in requirements(RUNTIME) if one.name == name]
    assert str(wanted.specifier) == f"=={version}"


@pytest.mark.parametrize(
    ("system", "machine", "python", "wanted"),
    [
        ("linux", "x86_64", "CPython", COMPILED),
        ("linux", "aarch64", "CPython", COMPILED),
        ("linux", "armv7l", "CPython", FOR_PDF),
        ("darwin", "x86_64", "CPython", COMPILED),
        ("darwin", "arm64", "CPython", COMPILED),
        ("win32", "AMD64", "CPython", COMPILED),
        ("win32", "ARM64", "CPython", []),
        ("win32", "x86", "CPython", []),
        ("linux", "i686", "CPython", []),
        ("linux", "riscv64", "CPython", []),
        ("linux", "x86_64", "PyPy", []),
        ("android", "aarch64", "CPython", []),
        ("freebsd14", "amd64", "CPython", []),
        ("cygwin", "x86_64", "CPython", []),
    ],
)
def test_what_is_compiled_is_asked_for_where_there_is_a_wheel(
    system: str, machine: str, python: str, wanted: list[str]
) -> None:
    environment = {
        "sys_platform": system,
        "platform_machine": machine,
        "platform_python_implementation": python,
    }
    always = {"textual", "rich", "pyyaml", "mnemonic"}
    pinned = [match["pin"] for match in entries(ROOT / ".ci" / "requirements.txt")]
    assert asked_for(RUNTIME, environment) == always | set(wanted)
    assert asked_for(pinned, environment) & {*always, *COMPILED} == always | set(wanted)


@pytest.mark.parametrize("file", [ROOT / "Makefile", *READMES], ids=lambda file: file.name)
def test_pip_builds_only_with_pinned_tools_that_are_there_first(file: Path) -> None:
    commands = PIP_COMMAND.findall(file.read_text(encoding="utf-8").replace("\\", "/"))
    assert [command for command in commands if fetches_build_tools(command)] == []
    first = next(n for n, command in enumerate(commands) if BUILD_LOCK in command)
    assert [command for command in commands[:first] if "--no-build-isolation" in command] == []
    assert any("--no-build-isolation" in command for command in commands[first:])


@pytest.mark.parametrize(
    "command",
    [
        "pip install --require-hashes -r .ci/requirements.txt",
        "pip install --require-hashes -r .ci/requirements-build.txt -r .ci/requirements.txt",
        "pip install --no-build-isolation -r .ci/requirements.txt",
        "pip install --no-build-isolation .",
        "pip install --no-deps .",
    ],
)
def test_a_command_that_fetches_build_tools_would_be_noticed(command: str) -> None:
    assert PIP_COMMAND.findall(f"| `{command}` |") == [command]
    assert fetches_build_tools(command)


def test_the_newest_heading_of_the_changelog_is_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[?([^\s\]]+)", text, re.MULTILINE)
    assert newest
    assert newest[1] == tui.__version__


@pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)
def test_make_knows_every_target_a_readme_names(readme: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    code = re.findall(r"```.*?```|`[^`\n]+`", readme.read_text(encoding="utf-8"), re.DOTALL)
    named = set(re.findall(r"\bmake ([a-z-]+)", "\n".join(code)))
    assert {"run", "test"} <= named
    assert named - targets == set()


def run_system_packages(folder: Path, **programs: str) -> subprocess.CompletedProcess[str]:
    """Run the script where nothing but a shell's basics and the given programs exist."""
    for name in ("cat", "dirname", "sed", "sh"):
        (folder / name).symlink_to(shutil.which(name) or name)
    for name, body in programs.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        program.chmod(0o755)
    return subprocess.run(
        [ROOT / ".ci" / "system-packages.sh"],
        env={**os.environ, "PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_root_the_missing_packages_are_named(tmp_path: Path) -> None:
    dpkg = 'for name; do :; done; [ "$name" != tmux ] || echo installed'
    result = run_system_packages(tmp_path, dpkg_query=dpkg, id="echo 1000")
    assert result.returncode == 1
    assert "apt-get install --no-install-recommends strace poppler-utils" in result.stderr
    assert "tmux" not in result.stderr


def test_where_debian_is_not_the_missing_commands_are_named(tmp_path: Path) -> None:
    result = run_system_packages(tmp_path, tmux=":")
    assert result.returncode == 1
    assert "strace (strace) pdftotext (poppler-utils)" in result.stderr
    assert "tmux" not in result.stderr


def test_where_nothing_is_missing_nothing_is_said(tmp_path: Path) -> None:
    result = run_system_packages(tmp_path, dpkg_query="echo installed")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_as_root_on_debian_only_what_is_missing_is_installed(tmp_path: Path) -> None:
    dpkg = 'for name; do :; done; [ "$name" != tmux ] || echo installed'
    log = tmp_path / "log"
    result = run_system_packages(
        tmp_path, dpkg_query=dpkg, id="echo 0", apt_get=f'echo "$DEBIAN_FRONTEND $*" >> {log}'
    )
    assert result.returncode == 0
    update, install = log.read_text(encoding="utf-8").splitlines()
    assert update.endswith("update")
    assert install.startswith("noninteractive ")
    assert "--no-install-recommends strace poppler-utils" in install
    assert "tmux" not in install
