"""One file, sealed: data that no article can end, a policy that names what may run, and sizes that travel."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from lifecycle.page.document import ASSETS, SCRIPTS, content, document, page, script_text, strings
from lifecycle.scenario.files import scenario_files
from lifecycle.scenario.loader import load
from lifecycle.scenario.scenario import Scenario
from tests.unwatched import unwatched

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)> \u202egnp.exe \u2028 \x1b[31m & &amp; ]]> \ud7ff"
)


def loaded() -> list[Scenario]:
    """The whole Aleppo folder."""
    return [load(file) for file in scenario_files([ROOT / "scenarios" / "aleppo-2016"])]


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """What the page of the whole Aleppo folder looks up."""
    return content(loaded())


@pytest.fixture(scope="module")
def aleppo(data: dict[str, Any]) -> str:
    """The page of the whole Aleppo folder."""
    return document(data)


def hostile(tmp_path: Path) -> Scenario:
    """An invented scenario whose every text tries to break out."""
    article = tmp_path / "article.txt"
    article.write_text(f"UNITED NATIONS - France on Monday submitted a draft resolution {HOSTILE}.\n", encoding="utf-8")
    file = tmp_path / "hostile.yaml"
    text = {
        "title": HOSTILE.replace("\x1b", ""),
        "on": "2016-10-08",
        "articles": ["article.txt"],
        "drafts": {"d": {"sponsors": ["France"], "label": "</script>"}},
    }
    file.write_text(json.dumps(text, ensure_ascii=False).replace("\u2028", " "), encoding="utf-8")
    return load(file)


def embedded(text: str) -> dict[str, object]:
    """The data of a page, as a browser reads it."""
    (found,) = re.findall(r'<script type="application/json" id="content">(.*?)</script>', text, re.DOTALL)
    data: dict[str, object] = json.loads(found)
    return data


def test_the_aleppo_page_is_under_400_kilobytes(aleppo: str) -> None:
    assert len(aleppo.encode("utf-8")) < 400_000


def test_the_policy_names_the_hash_of_what_is_there_and_nothing_else(aleppo: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', aleppo)
    (style,) = re.findall(r"<style>(.*?)</style>", aleppo, re.DOTALL)
    (script,) = re.findall(r"</script>\n<script>(.*?)</script>", aleppo, re.DOTALL)
    hashes = [b64decode(found) for found in re.findall(r"'sha256-([^']*)'", policy)]
    assert hashes == [sha256(style.encode()).digest(), sha256(script.encode()).digest()]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_nothing_in_it_names_an_address_to_fetch(aleppo: str) -> None:
    assert not re.search(r"\b(?:src|href)=[\"']?(?:https?:|//)|@import|url\(", aleppo)


def test_no_text_can_end_the_data_or_script_the_page(tmp_path: Path) -> None:
    scenario = hostile(tmp_path)
    text = page([scenario], full_text=True)
    assert text.count("<script") == 2
    assert "<img" not in text
    stories = embedded(text)["stories"]
    assert isinstance(stories, list)
    assert stories[0]["title"] == scenario.title
    assert HOSTILE in stories[0]["articles"][0]["text"]


def test_the_same_scenarios_give_the_same_bytes(aleppo: str) -> None:
    assert unwatched(lambda: page(loaded())) == aleppo


def test_every_word_the_script_asks_for_is_in_the_table_and_none_is_idle() -> None:
    script = script_text()
    asked = set(re.findall(r"\bt\(\"(\w+)\"", script)) | set(re.findall(r"section\(\"(\w+)\", \"(\w+)\"", script)[0])
    known = set(strings())
    assert asked <= known
    words = set(re.findall(r"\"(\w+)\"", script)) | {"Y", "N", "A", "NP", "AB"}
    by_value = {"adopted", "vetoed", "failed", "reported", "inferred", "assumed", "planned", "hypothetical", "negated"}
    assert known - words - by_value - {"history_other", "occurred"} == set()


def test_stories_with_one_rule_share_its_tables(data: dict[str, Any], aleppo: str) -> None:
    names = [law["name"] for law in data["laws"]]
    assert len(names) == len(set(names))
    assert aleppo.startswith("<!doctype html>")


def test_every_part_of_the_script_is_joined_and_none_is_long() -> None:
    assert {path.stem for path in ASSETS.glob("*.js")} == set(SCRIPTS)
    assert max(path.read_text(encoding="utf-8").count("\n") for path in ASSETS.glob("*.js")) <= 200
