"""Pictures of results.

Knows how power, a sweep and a forecast are drawn so that black and white is enough, and imports the plotting library
(extra `plot`) only when called. Refuses to compute anything and to touch a disk: a picture is bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lifecycle.analysis.indices import INDICES
from lifecycle.errors import Place, refuse

if TYPE_CHECKING:
    from lifecycle.analysis.power import Power

FORMATS = ("svg", "png")
_MARK = "lifecycle"
_MARKED = {"svg": f"<dc:title>{_MARK}</dc:title>".encode(), "png": f"tEXtSoftware\0{_MARK}".encode()}
_OPENINGS = {"svg": b'<?xml version="1.0" encoding="utf-8" standalone="no"?>\n<!DOCTYPE svg', "png": b"\x89PNG\r\n"}
"""By format: the mark of a picture drawn here as it stands in a file's head, and how such a file begins."""

_HATCHES = {"adopted": "", "vetoed": "////", "failed": "....", "open": "xx"}
_GREYS = {"adopted": "#ffffff", "vetoed": "#8c8c8c", "failed": "#d9d9d9", "open": "#f2f2f2"}


def check_picture(path: Path) -> None:
    """Raise InputError unless a picture can be drawn for `path`: its ending and the plotting library."""
    from importlib.util import find_spec

    place = Place(path.as_posix())
    if path.suffix[1:].lower() not in FORMATS:
        raise refuse("picture-format", f"a picture ends in {' or '.join('.' + f for f in FORMATS)}", place)
    if find_spec("matplotlib") is None:
        message = 'a picture needs matplotlib; `pip install ".[plot]"` in the project\'s folder brings it'
        raise refuse("missing-extra", message, place)


def drawn_here(head: bytes) -> bool:
    """Whether a file that begins with `head` is a picture drawn here, as `_bytes` marks each.

    A drawing program that keeps the mark rewrites what stands before it, so that somebody's changes are safe.
    """
    return any(head.startswith(opening) and _MARKED[kind] in head for kind, opening in _OPENINGS.items())


def power_picture(powers: Sequence[Power], index: str, path: Path) -> bytes:
    """What one member who may veto and one who may not have, under each rule, on a scale of powers of ten."""
    figure, axes = _canvas(8, 1.6 + 0.45 * len(powers))
    places = list(range(len(powers)))[::-1]
    for which, (marker, face, name) in enumerate((("o", "black", "may veto"), ("s", "white", "may not"))):
        points = [(p.indices[index][which], y) for p, y in zip(powers, places, strict=True)]
        known = [(float(value), y) for value, y in points if value is not None]
        style = {"markerfacecolor": face, "markeredgecolor": "black", "markersize": 8, "zorder": 3}
        axes.plot([x for x, _ in known], [y for _, y in known], marker=marker, label=name, linestyle="none", **style)
        for x, y in known:
            axes.annotate(f"{x:.3g}", (x, y), (0, 7), textcoords="offset points", ha="center", fontsize=8)
    axes.set_xscale("log")
    axes.set_yticks(places, [p.label for p in powers])
    axes.set_ylim(-0.6, len(powers) - 0.3)
    axes.set_xlabel(f"{INDICES[index][0]} index of one member (logarithmic scale)")
    axes.margins(x=0.12)
    axes.grid(axis="y", color="0.85", linewidth=0.8)
    figure.legend(loc="upper center", ncols=2, frameon=False)
    return _bytes(figure, path, top=1 - 0.35 / figure.get_figheight())


def heat_picture(
    title: str, rows: Sequence[str], columns: Sequence[str], shares: Sequence[Sequence[float]], path: Path
) -> bytes:
    """The share of adopted texts for each pair of ballots of two members; `shares[row][column]`.

    `rows` and `columns` start with the member's name, then its ballots.
    """
    figure, axes = _canvas(2.4 + 1.2 * len(columns), 1.8 + 0.7 * len(rows))
    axes.imshow(shares, cmap="Greys", vmin=0, vmax=1, aspect="auto")
    for y, line in enumerate(shares):
        for x, share in enumerate(line):
            color = "white" if share > 0.5 else "black"
            axes.text(x, y, f"{share:.1%}", ha="center", va="center", color=color)
    for place in range(1, len(rows) - 1):
        axes.axhline(place - 0.5, color="white", linewidth=2)
    for place in range(1, len(columns) - 1):
        axes.axvline(place - 0.5, color="white", linewidth=2)
    axes.set_xticks(range(len(columns) - 1), columns[1:])
    axes.set_yticks(range(len(rows) - 1), rows[1:])
    axes.set_xlabel(columns[0])
    axes.set_ylabel(rows[0])
    axes.set_title(title, fontsize=10)
    return _bytes(figure, path)


def forecast_picture(days: Sequence[str], chances: Mapping[str, Sequence[float]], path: Path) -> bytes:
    """The probability of each outcome on each day, stacked to one; `chances[outcome][day]`."""
    figure, axes = _canvas(max(5.0, 1.6 + 0.9 * len(days)), 4)
    below = [0.0] * len(days)
    for outcome, values in chances.items():
        style = {"color": _GREYS[outcome], "hatch": _HATCHES[outcome], "edgecolor": "black", "linewidth": 0.8}
        axes.bar(range(len(days)), values, bottom=below, width=0.75, label=outcome, **style)
        for x, (value, base) in enumerate(zip(values, below, strict=True)):
            if value >= 0.08:
                box = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
                axes.text(x, base + value / 2, f"{value:.1%}", ha="center", va="center", fontsize=8, bbox=box)
        below = [base + value for base, value in zip(below, values, strict=True)]
    axes.set_xticks(range(len(days)), days, rotation=30 if len(days) > 6 else 0)
    spare = max(0.0, (4 - len(days)) / 2)
    axes.set_xlim(-0.6 - spare, len(days) - 0.4 + spare)
    axes.set_ylim(0, 1)
    axes.set_ylabel("probability under the stated leanings")
    figure.legend(loc="upper center", ncols=len(chances), frameon=False)
    return _bytes(figure, path, top=0.9)


def _canvas(width: float, height: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height))
    axes = figure.subplots()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def _bytes(figure: Any, path: Path, top: float = 1.0) -> bytes:
    """The picture in the format of the path's ending; the same picture is the same bytes."""
    from matplotlib import rc_context

    kind = path.suffix[1:].lower()
    out = BytesIO()
    figure.tight_layout(rect=(0, 0, 1, top))
    metadata = {"Date": None, "Creator": _MARK} if kind == "svg" else {"Software": _MARK}
    with rc_context({"svg.hashsalt": "lifecycle", "svg.fonttype": "none"}):
        figure.savefig(out, format=kind, dpi=150, metadata=metadata)
    return out.getvalue()
