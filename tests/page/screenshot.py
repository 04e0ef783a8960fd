"""Draws the README's picture of the page anew: `python -m tests.page.screenshot`.

Knows which part of the page it shows. Refuses to look at it; that is for people.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import ViewportSize, sync_playwright

from lifecycle.page.document import page
from lifecycle.scenario.files import scenario_files
from lifecycle.scenario.loader import load

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "tests" / "gold" / "page.png"
SIZE: ViewportSize = {"width": 1180, "height": 1300}


def draw(to: Path) -> None:
    """Open the Aleppo page in Chromium and write what it shows at first."""
    scenarios = [load(file) for file in scenario_files([ROOT / "scenarios" / "aleppo-2016"])]
    with TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "aleppo.html"
        file.write_text(page(scenarios), encoding="utf-8")
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        opened.goto(file.as_uri())
        opened.screenshot(path=to)
        browser.close()


if __name__ == "__main__":
    draw(PICTURE)
