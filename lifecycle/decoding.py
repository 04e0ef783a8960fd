"""Bytes as text in UTF-8, and what to say of those that are none.

Knows where the first byte stands that UTF-8 has not, of which encoding it is likely, and which NUL marks a file that is
no text at all. Refuses to read a file in another encoding: what was guessed at would be quoted as if it stood there.
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from lifecycle.errors import InputError, Place, Problem, refuse

_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE)
_SAVE = "save it as UTF-8 (most editors: Save as, Encoding, UTF-8)"
_WESTERN = 0.2
"""The share of letters beyond ASCII above which no text in a western language lies; in Cyrillic or Greek most are."""


def decoded(data: bytes, file: str) -> str:
    """`data` as text in UTF-8. Raises InputError (`not-utf8`) with the place of the first byte that is not."""
    if data.startswith(_UTF16):
        raise refuse("not-utf8", f"UTF-16, not UTF-8 text; {_SAVE}", Place(file, 1))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError((_misfit(data, error.start, file),)) from error


def nul_in(data: bytes) -> int | None:
    """Where the first NUL stands, as pictures have it; None where there is none, and in UTF-16, which is text."""
    place = data.find(b"\0")
    return None if place < 0 or data.startswith(_UTF16) else place


def _misfit(data: bytes, start: int, file: str) -> Problem:
    """What to say of the byte at `start`, the first that no character of UTF-8 has there."""
    first = data.rfind(b"\n", 0, start) + 1
    before = data[first:start].removeprefix(BOM_UTF8 if first == 0 else b"").decode("utf-8")
    place = Place(file, data.count(b"\n", 0, start) + 1, len(before) + 1)
    # What is shown under the message is what can be read of the line, and a mark for each byte that cannot.
    line = before + data[start:].split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
    byte = data[start : start + 1]
    likely = f" is {byte.decode('cp1252')!r} in Windows-1252, which this file is likely in" if _western(data) else ""
    return Problem("not-utf8", f"not UTF-8 text: the byte {byte.hex().upper()}{likely}; {_SAVE}", place, (), line)


def _western(data: bytes) -> bool:
    """Whether `data` is likely Windows-1252: each byte has a character there, few are beyond ASCII, none is UTF-8."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = sum(not character.isascii() for character in text)
    return beyond <= _WESTERN * len(text) and data.decode("utf-8", "ignore").isascii()
