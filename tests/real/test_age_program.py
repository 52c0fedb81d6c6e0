"""The saved file and the `age` program: each opens what the other sealed."""

import os
import pty
from pathlib import Path

from tui.apart import Apart
from tui.paper_code import Noted
from tui.session import Review, Reviewed, Status
from tui.vault import STEP, Contents, seal, unseal

NOTED = (Noted(3, 2, {1: Status.DONE, 9: Status.LATER}),)
MARKED = Contents(NOTED, Review(b"0123456789abcdef", {b"12345678": Reviewed.KEEP}))
PASSPHRASE = "шэсць words ў"


def age(*words: str | Path, passphrase: str) -> bytes:
    """Runs the program, which asks for a passphrase on its terminal; what it says."""
    pid, terminal = pty.fork()
    if not pid:
        os.execvp("age", ["age", *map(str, words)])
    said = b""
    while True:
        try:
            said += (piece := os.read(terminal, 4096))
        except OSError:
            break
        if piece.rstrip().endswith(b":"):
            os.write(terminal, f"{passphrase}\n".encode())
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    assert status == 0, said
    return said


def test_the_program_opens_our_file(tmp_path: Path) -> None:
    ours, plain = tmp_path / "ours", tmp_path / "plain"
    ours.write_bytes(seal(MARKED, PASSPHRASE, Apart()))
    age("-d", "-o", plain, ours, passphrase=PASSPHRASE)
    assert len(plain.read_bytes()) == STEP
    assert b'"marks":{"1":"done","9":"later"}' in plain.read_bytes()
    assert b'"marks":{"keep":"3132333435363738"}' in plain.read_bytes()


def test_we_open_a_file_of_the_program(tmp_path: Path) -> None:
    plain, theirs = tmp_path / "plain", tmp_path / "theirs"
    content = (
        b'{"version":2,"lists":[{"number":3,"revision":2,"marks":{"1":"done","9":"later"}}],'
        b'"review":{"key":"30313233343536373839616263646566","marks":{"keep":"3132333435363738"}}}'
    )
    plain.write_bytes(content.ljust(STEP, b"\0"))
    age("-p", "-o", theirs, plain, passphrase=PASSPHRASE)
    assert unseal(theirs.read_bytes(), PASSPHRASE, Apart()) == MARKED
