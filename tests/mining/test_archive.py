"""Many articles: the same findings on one process or several, an interrupted run taken up again, hostile files."""

from __future__ import annotations

import re
import shutil
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.mining.archive import (
    AHEAD,
    PORTION,
    ROOMS,
    Notebook,
    Source,
    dated,
    edition,
    harvest,
    outcomes_of,
    passed_over,
    read_portion,
    sources_in,
)
from lifecycle.press.article import Article
from lifecycle.reading.findings import Findings, findings_of
from tests.growth import linear, seconds_of

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Seventy articles, every fourteenth a seed, and one file that is none."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for n in range(70):
        (folder / f"{n:03}.txt").write_text("The village council met on Monday.", encoding="utf-8")
    for n, seed in enumerate(SEEDS):
        shutil.copy(seed, folder / f"{14 * n:03}.txt")
    (folder / "033.txt").write_bytes(b"\x00\x01 no text")
    return folder


def test_a_folder_means_its_text_files_by_name_none_twice(archive: Path) -> None:
    (archive / "notes.md").write_text("no article", encoding="utf-8")
    (archive / "inner").mkdir()
    shutil.copy(SEEDS[0], archive / "inner" / "z.txt")
    assert [s.path.name for s in sources_in([archive, archive / "001.txt"])][:2] == ["000.txt", "001.txt"]
    assert len(sources_in([archive, archive / "001.txt"])) == 70
    assert len(sources_in([archive], recursive=True)) == 71


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        sources_in([tmp_path])
    assert [problem.slug for problem in caught.value.problems] == ["no-articles"]
    assert "--recursive" not in caught.value.problems[0].message
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        sources_in([tmp_path])
    assert "--recursive" in caught.value.problems[0].message


def test_what_cannot_be_read_is_reported_and_the_rest_done(archive: Path) -> None:
    gathered = harvest(sources_in([archive]))
    assert [(p.slug, (p.place.file or "")[-7:]) for p in gathered.problems] == [("not-text", "033.txt")]
    assert len(gathered.findings) == 69


def test_two_processes_find_what_one_finds_in_the_same_order(archive: Path) -> None:
    sources = sources_in([archive])
    alone = harvest(sources)
    with ProcessPoolExecutor(2) as pool:
        together = harvest(sources, pool, 2)
    assert together.findings == alone.findings
    assert together.problems == alone.problems


class Counting(Executor):
    """Runs a call when its result is asked for, and counts how many wait."""

    def __init__(self) -> None:
        self.waiting = self.most = 0

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        outer = self

        class Late(Future[object]):
            def result(self, timeout: float | None = None) -> object:
                outer.waiting -= 1
                return fn(*args, **kwargs)

        return Late()


def test_only_a_few_portions_are_in_the_air(archive: Path) -> None:
    pool, sources = Counting(), sources_in([archive]) * 10
    assert sum(1 for _ in outcomes_of(sources, pool, 1)) == 700
    assert pool.most == AHEAD < 700 / PORTION


def test_an_interrupted_run_goes_on_without_losing_or_doubling(archive: Path, tmp_path: Path) -> None:
    sources, notes = sources_in([archive]), tmp_path / "notes"
    whole = harvest(sources)
    first = Notebook(notes)
    first.start()
    harvest(sources[:40], notebook=first)
    first.close(done=False)
    lines = notes.read_bytes()
    notes.write_bytes(lines[: len(lines) - 30])  # the machine went down in the middle of a line
    second, ticks = Notebook(notes), 0
    done = second.resume(sources)
    assert len(done) == 38

    def tick() -> None:
        nonlocal ticks
        ticks += 1

    gathered = harvest(sources, notebook=second, done=done, tick=tick)
    second.close(done=False)
    assert (gathered.findings, gathered.problems) == (whole.findings, whole.problems)
    assert ticks == 70 - 38
    assert notes.read_bytes().count(b"\n") == 69
    second.close(done=True)
    assert not notes.exists()


def test_a_note_on_an_article_that_changed_counts_for_nothing(archive: Path, tmp_path: Path) -> None:
    sources, book = sources_in([archive]), Notebook(tmp_path / "notes")
    book.start()
    harvest(sources[:3], notebook=book)
    book.close(done=False)
    sources[1].path.write_text("another text", encoding="utf-8")
    again = Notebook(tmp_path / "notes")
    assert sorted(again.resume(sources[1:])) == [sources[2].name]
    again.close(done=True)


def test_notes_on_articles_that_are_no_longer_wanted_are_named(archive: Path, tmp_path: Path) -> None:
    """Who names another folder by mistake should hear what is dropped."""
    sources, book = sources_in([archive]), Notebook(tmp_path / "notes")
    book.start()
    harvest(sources[:3], notebook=book)
    book.close(done=False)
    again = Notebook(tmp_path / "notes")
    assert sorted(again.resume(sources[1:])) == [source.name for source in sources[1:3]]
    assert again.forgotten == [sources[0].name]
    again.close(done=True)


def test_notes_that_are_not_notes_are_passed_over(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text('{"size": 1}\n[]\n{"file": 3}\nnot json\n{"file": "x"}\n', encoding="utf-8")
    book = Notebook(tmp_path / "notes")
    assert book.resume(sources_in([archive])) == {}
    assert book.forgotten == []
    book.close(done=True)


def test_notes_that_cannot_be_written_are_refused_under_the_name_of_the_output(tmp_path: Path) -> None:
    """Nobody named the file of notes; the person named the output beside it."""
    with pytest.raises(InputError) as caught:
        Notebook(tmp_path / "missing" / "x.yaml.part", "missing/x.yaml").start()
    assert [(p.slug, str(p.place)) for p in caught.value.problems] == [("cannot-write", "missing/x.yaml")]


def test_a_note_takes_any_name_and_gives_it_back(archive: Path, tmp_path: Path) -> None:
    """Lone surrogates too, which no encoding has: they stand for the bytes of a name that is not UTF-8."""
    source, book = Source(archive / "000.txt", "caf\udce9.txt"), Notebook(tmp_path / "notes")
    book.start()
    found = findings_of(Article(source.name, "Russia vetoed a UN Security Council draft resolution on Syria."))
    book.note(source, found)
    book.close(done=False)
    assert Notebook(tmp_path / "notes").resume([source]) == {source.name: found}


def test_a_note_counts_only_with_the_day_that_was_given(archive: Path, tmp_path: Path) -> None:
    """The day of publication says which months are past: a run with another day reads the article anew."""
    plain = Source(archive / "000.txt", "000.txt")
    (friday,) = dated([plain], {"000.txt": date(2016, 10, 7)})
    book = Notebook(tmp_path / "notes")
    book.start()
    first = harvest([friday], notebook=book)
    book.close(done=False)
    assert first.findings[0].published.best == date(2016, 10, 7)
    assert Notebook(tmp_path / "notes").resume([friday]) == {"000.txt": first.findings[0]}
    assert Notebook(tmp_path / "notes").resume([plain]) == {}


def test_an_edition_covers_every_folder_that_mining_imports_from() -> None:
    package = Path(__file__).parents[2] / "lifecycle"
    texts = [each.read_text(encoding="utf-8") for room in ROOMS for each in (package / room).glob("*.py")]
    used = {room for text in texts for room in re.findall(r"^from lifecycle\.(\w+)\.", text, re.MULTILINE)}
    assert used - {"model"} == set(ROOMS)


def test_a_note_of_another_edition_counts_for_nothing(archive: Path, tmp_path: Path) -> None:
    """Who installs a newer miner between two runs gets one reading, not two mixed."""
    sources, notes = sources_in([archive]), tmp_path / "notes"
    book = Notebook(notes)
    book.start()
    harvest(sources[:3], notebook=book)
    book.close(done=False)
    lines = notes.read_text(encoding="utf-8").splitlines(keepends=True)
    notes.write_text(lines[0].replace(edition(), "0" * 64) + "".join(lines[1:]), encoding="utf-8")
    assert sorted(Notebook(notes).resume(sources)) == [source.name for source in sources[1:3]]


def test_notes_cut_off_inside_a_letter_are_passed_over(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes('{"size": 1, "file": "caf\u00e9'.encode()[:-1])
    book = Notebook(tmp_path / "notes")
    assert book.resume(sources_in([archive])) == {}
    book.close(done=True)


HOSTILE = {
    "weekdays": "on Monday ",
    "numbers": "1 ",
    "quotes": '"a ',
    "hyphens": "A-",
    "names": "Aaaaaa-aaaaaa",
    "drafts": "resolution ",
    "vetoes": "veto ",
    "one word": "a",
    "marks": "\u202e\x1b[31m\ufeff ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_makes_a_pattern_run_away(name: str) -> None:
    """Ten times the text takes not much more than ten times the time: nothing backtracks beyond a sentence."""
    opening = "The UN Security Council vetoed a draft resolution. "

    def seconds(length: int) -> float:
        text = (opening + HOSTILE[name] * length)[:length]
        return seconds_of(lambda: findings_of(Article("a.txt", text)))

    seconds(1_000)  # the codebook is read once, by whoever comes first
    assert linear(seconds, 100_000)


def test_a_hostile_file_among_others_changes_nothing(tmp_path: Path) -> None:
    names = {
        "bom.txt": b"\xef\xbb\xbf" + SEEDS[4].read_bytes(),
        "crlf.txt": SEEDS[4].read_bytes().replace(b"\n", b"\r\n"),
        "html.txt": b"<html><body><p>" + SEEDS[4].read_bytes() + b"</p></body></html>",
        "latin.txt": "Le Conseil a rejet\xe9".encode("latin-1"),
    }
    for name, data in names.items():
        (tmp_path / name).write_bytes(data)
    gathered = harvest(sources_in([tmp_path]))
    assert [problem.slug for problem in gathered.problems] == ["not-utf8"]
    plain = findings_of(Article("seed", SEEDS[4].read_text(encoding="utf-8")))
    for found in gathered.findings:
        assert isinstance(found, Findings)
        assert [m.type for m in found.mentions] == [m.type for m in plain.mentions]


def test_files_that_may_be_articles_and_folders_left_unread_are_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.MD", "README.md", "days.csv"):
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / "older").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "older" / "c.txt").write_text("", "utf-8")
    assert passed_over(tmp_path) == (["b.MD"], ["older"])
    assert passed_over(tmp_path, recursive=True) == (["b.MD"], [])
    assert passed_over(tmp_path / "a.txt") == ([], [])


def test_a_file_of_notes_that_is_somebodys_own_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "events.yaml.part"
    own.write_text("my own notes\n", encoding="utf-8")
    for act in (Notebook(own).start, lambda: Notebook(own).resume([])):
        with pytest.raises(InputError) as caught:
            act()
        assert [problem.slug for problem in caught.value.problems] == ["file-exists"]
    assert own.read_text(encoding="utf-8") == "my own notes\n"


def test_notes_of_a_run_and_an_empty_file_are_no_strangers(archive: Path, tmp_path: Path) -> None:
    notes = Notebook(tmp_path / "events.yaml.part")
    notes.start()
    source = sources_in([archive])[0]
    notes.note(source, next(each for each in read_portion([source]) if isinstance(each, Findings)))
    notes.close(done=False)
    assert notes.begun
    assert Notebook(notes.path).resume([source])
    notes.path.write_bytes(b"")
    Notebook(notes.path).start()
