"""A picture goes over an earlier one of its own, and over nothing else.

Knows the three commands that draw. Refuses to look at what they draw.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lifecycle.cli.plotted import check_plot
from lifecycle.errors import InputError
from tests.conftest import Command

QUESTIONS = Path(__file__).parents[2] / "scenarios" / "questions"
CALLS = [
    ("power", "--on", "2016-10-08"),
    ("forecast", QUESTIONS / "a-close-vote.yaml"),
    ("sweep", QUESTIONS / "three-members-swept.yaml"),
]
DRAWN_ELSEWHERE = {
    "svg": b'<?xml version="1.0" encoding="utf-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC "x"><svg></svg>',
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}


@pytest.mark.parametrize("kind", DRAWN_ELSEWHERE)
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
def test_a_picture_is_drawn_over_its_own_and_says_so(
    lifecycle: Command, tmp_path: Path, call: tuple[str, ...], kind: str
) -> None:
    pytest.importorskip("matplotlib")
    file = tmp_path / f"p.{kind}"
    file.touch()
    for _ in range(2):
        said = lifecycle(*call, "--plot", file)
        assert said.code == 0
        assert f"{file.as_posix()} is written." in " ".join(said.out.split())
    file.write_bytes(DRAWN_ELSEWHERE[kind])
    said = lifecycle(*call, "--plot", file, "--json")
    assert (said.code, said.json["errors"][0]["slug"]) == (2, "file-exists")
    assert file.read_bytes() == DRAWN_ELSEWHERE[kind]


def test_an_ending_that_is_no_picture_is_refused_though_nothing_is_there() -> None:
    with pytest.raises(InputError, match="a picture ends in"):
        check_plot(Path("x.gif"))
