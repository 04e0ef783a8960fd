"""Terminal output as a picture that stands alone."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from rich.text import Text

from lifecycle.cli.picture import picture, recorder


def drawn() -> str:
    out = recorder(40)
    out.print(Text("VETOED", "bold red"))
    out.print("a <b> & [bold]c[/bold]")
    return picture(out, "lifecycle decide")


def test_the_picture_is_well_formed_and_holds_the_words() -> None:
    root = ET.fromstring(drawn())
    words = "".join(root.itertext()).replace("\u00a0", " ")
    assert "lifecycle decide" in words
    assert "VETOED" in words
    assert "a <b> & [bold]c[/bold]" in words


def test_it_loads_nothing_from_elsewhere() -> None:
    """The one address in it is the name of the language itself."""
    assert re.findall(r"https?://[^\"' )]+", drawn()) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"@font-face|@import|<script|<image|href|url\((?!#)", drawn())


def test_the_same_words_give_the_same_bytes() -> None:
    assert drawn() == drawn()


def test_colour_is_kept_whatever_the_terminal_is() -> None:
    assert re.search(r"fill: #[0-9a-f]{6}; ?font-weight: bold", drawn().replace(";font", "; font"))
