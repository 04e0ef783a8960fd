"""A browser for the tests of the page: Chromium, as Debian packages it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lifecycle.page.document import page
from lifecycle.scenario.files import scenario_files
from lifecycle.scenario.loader import load
from tests.page.visit import Visit

ROOT = Path(__file__).parents[2]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, as Debian packages it."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_api.sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def aleppo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the Aleppo page."""
    file = tmp_path_factory.mktemp("page") / "aleppo.html"
    scenarios = [load(each) for each in scenario_files([ROOT / "scenarios" / "aleppo-2016"])]
    file.write_text(page(scenarios), encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def visit(browser: Any, aleppo: str) -> Iterator[Visit]:
    """The Aleppo page, open at its start."""
    made = Visit(browser, aleppo, viewport={"width": 1440, "height": 1000})
    yield made
    made.context.close()
