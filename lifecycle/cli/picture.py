"""Terminal output as a picture for a page: an SVG that needs nothing but itself.

Knows the frame round the text. Refuses to load anything: no font, script or style from elsewhere, and the same text
always gives the same bytes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

# After the form that rich fills in, without its web fonts.
_FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def recorder(width: int) -> Console:
    """A console that remembers what is printed on it, in colour, and shows it nowhere."""
    from rich.console import Console

    return Console(
        file=io.StringIO(), width=width, record=True, force_terminal=True, color_system="truecolor",
        markup=False, highlight=False, emoji=False, no_color=False, _environ={},
    )  # fmt: skip


def picture(recorded: Console, title: str) -> str:
    """What was printed on a recorder, as SVG under `title`."""
    return recorded.export_svg(title=title, code_format=_FRAME, unique_id="lifecycle")
