"""What a start loads: only what the first answer or the first screen needs."""

import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOR_PDF = {"typst", "font_roboto"}
FOR_FILES = {"pyrage", "mnemonic"}
FOR_ARCHIVES = {"msgspec"}
LOADED = """
import os, sys
from tui.__main__ import main
sys.argv = ["paradak", *sys.argv[1:]]
output, sys.stdout = sys.stdout, open(os.devnull, "w")
try:
    main()
finally:
    print(*sys.modules, file=output)
"""


def loaded_by(*words: str) -> set[str]:
    """The packages, and our own modules, that a command has loaded."""
    command = [sys.executable, "-c", LOADED, *words]
    names = subprocess.check_output(command, cwd=ROOT, text=True).split()
    return {name if name.startswith("tui") else name.partition(".")[0] for name in names}


def test_what_sets_a_pdf_seals_a_file_and_reads_an_archive_is_there_to_be_loaded() -> None:
    heavy = FOR_PDF | FOR_FILES | FOR_ARCHIVES
    assert {name for name in heavy if importlib.util.find_spec(name)} == heavy


def test_list_loads_neither_the_interface_nor_what_prints() -> None:
    heavy = {
        "textual",
        "rich",
        "asyncio",
        "yaml",
        "tui.export",
        "tui.app",
        "tui.files",
        "tui.search",
        *FOR_PDF,
        *FOR_FILES,
        *FOR_ARCHIVES,
    }
    assert loaded_by("list") & heavy == set()
    assert loaded_by("print", "reposts") & heavy == {"tui.export", "tui.files"}


def test_the_interface_loads_no_reader_of_yaml_and_nothing_that_prints() -> None:
    code = "import sys, tui.cli, tui.app.app; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True).split()
    keeping = {"tui.app.keeping", "tui.saving", "tui.vault", "tui.paper_code", "tui.passphrase"}
    screens = {f"tui.app.screens.{name}" for name in ("keep", "kept", "opening", "lock", "resume")}
    unused = {"yaml", "argparse", "tui.export", "tui.search", "tui.files", *FOR_PDF, *FOR_FILES}
    unused |= keeping | screens | FOR_ARCHIVES | {"tui.inventory", "tui.app.screens.review"}
    assert unused & set(loaded) == set()
    assert {"textual", "tui.app.screens.situations"} <= set(loaded)
