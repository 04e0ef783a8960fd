"""`lifecycle page`: a file written whole, or a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifecycle.cli import page as cli_page
from tests.conftest import Command

ROOT = Path(__file__).parents[2]
ALEPPO = ROOT / "scenarios" / "aleppo-2016"


def test_a_folder_becomes_one_page(lifecycle: Command, tmp_path: Path) -> None:
    out = tmp_path / "a.html"
    said = lifecycle("page", ALEPPO, "-o", out, "--json").json
    assert said == {"format": 1, "file": out.as_posix(), "scenarios": 10, "bytes": out.stat().st_size}


def test_a_bad_scenario_leaves_no_page(lifecycle: Command, tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.yaml", tmp_path / "a.html"
    bad.write_text("title: x\non: 2016-10-08\ndrafts: {d: {sponsors: [Nowhere]}}\n")
    said = lifecycle("page", bad, "-o", out)
    assert said.code == 2
    assert "Nowhere" in said.err
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_said(
    lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_page, "page", lambda *_, **__: "a page, whatever is in it")
    said = lifecycle("page", ALEPPO / "as-reported.yaml", "-o", tmp_path / "no" / "a.html")
    assert said.code == 2
    assert "cannot be written" in said.err


def test_an_ending_that_is_no_page_is_refused(lifecycle: Command, tmp_path: Path) -> None:
    said = lifecycle("page", ALEPPO, "-o", tmp_path / "a.pdf")
    assert (said.code, list(tmp_path.iterdir())) == (2, [])
    assert "a page is written to a file that ends in .html or .htm" in said.err
