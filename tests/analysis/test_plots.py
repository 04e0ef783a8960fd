"""Pictures are drawn in two formats, the same picture as the same bytes.

Knows what must stand in them as text. Refuses to judge how they look; people did.
"""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import pytest

from lifecycle.analysis.plots import check_picture, forecast_picture, heat_picture, power_picture
from lifecycle.analysis.power import power
from lifecycle.errors import InputError
from lifecycle.model.council import council_on
from lifecycle.model.presets import preset
from lifecycle.model.rules import rule_on

DAY = date(2016, 10, 8)


def draw(path: Path) -> bytes:
    council = council_on(DAY)
    return power_picture([power(council, rule_on(DAY)), power(council, preset("no-veto", council))], "holler", path)


def test_power_is_drawn_the_same_each_time() -> None:
    pytest.importorskip("matplotlib")
    first = draw(Path("p.svg"))
    assert first == draw(Path("p.svg"))
    assert b"no-veto" in first
    assert draw(Path("p.png")).startswith(b"\x89PNG")


def test_a_heat_map_says_its_shares() -> None:
    pytest.importorskip("matplotlib")
    svg = heat_picture("x", ["France", "yes", "no"], ["China", "yes", "no"], [[1, 0.25], [0, 0]], Path("h.svg"))
    assert b"25.0%" in svg
    assert b"China" in svg


def test_a_forecast_names_outcomes_and_days() -> None:
    pytest.importorskip("matplotlib")
    svg = forecast_picture(["7 Oct", "8 Oct"], {"adopted": [0.5, 0.1], "vetoed": [0.5, 0.9]}, Path("f.svg"))
    assert b"7 Oct" in svg
    assert b"90.0%" in svg


def test_another_ending_is_refused_before_anything_is_computed() -> None:
    with pytest.raises(InputError, match=r"x\.gif: a picture ends in \.svg or \.png"):
        check_picture(Path("x.gif"))


def test_a_missing_library_is_told_with_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"x\.svg: a picture needs matplotlib"):
        check_picture(Path("x.svg"))
