"""`lifecycle mine`, called as people call it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import Command

SEEDS = Path(__file__).parents[2] / "seeds"
LAST = "004_a9da9bdbb69074db.txt"


def test_the_story_at_eighty_columns(lifecycle: Command) -> None:
    said = lifecycle("mine", SEEDS)
    assert (said.code, said.err) == (0, "")
    assert max(map(len, said.out.splitlines())) <= 80
    assert not any(line.endswith(" ") for line in said.out.splitlines())
    assert "VETOED" in said.out
    assert "FAILED" in said.out
    assert "(25 Sep-1 Oct)" in said.out


def test_the_document(lifecycle: Command) -> None:
    document = lifecycle("mine", SEEDS, "--json").json
    assert list(document) == ["format", "articles", "drafts", "mentions", "events", "stances", "stories", "conflicts"]
    assert [article["published"]["best"] for article in document["articles"]] == [
        "2016-10-01", "2016-10-05", "2016-10-06", "2016-10-07", "2016-10-08",
    ]  # fmt: skip
    assert {event["type"] for event in document["events"]} >= {"vetoed", "failed", "submitted", "discussed"}


def test_a_wrong_day_is_a_conflict_that_is_shown(lifecycle: Command) -> None:
    said = lifecycle("mine", SEEDS, "--published", f"{LAST}=2016-10-20")
    assert said.code == 0
    assert "refuted" in said.out
    assert "8 October 2016" in " ".join(said.out.split())


def test_an_unreadable_file_is_reported_and_the_rest_done(lifecycle: Command, tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x00")
    shutil.copy(SEEDS / LAST, tmp_path)
    said = lifecycle("mine", tmp_path)
    assert said.code == 2
    assert "VETOED" in said.out
    assert "binary.txt" in said.err
    document = lifecycle("mine", tmp_path, "--json")
    assert document.code == 2
    assert [error["slug"] for error in document.json["errors"]] == ["not-text"]
    assert document.json["events"]


@pytest.fixture
def misnamed(tmp_path: Path) -> Path:
    """A folder with an article whose name is Latin-1, and one that can be read."""
    folder = tmp_path / "news"
    folder.mkdir()
    shutil.copy(SEEDS / LAST, folder)
    try:
        shutil.copy(SEEDS / LAST, folder / os.fsdecode(b"caf\xe9.txt"))
    except OSError:
        pytest.skip("this file system takes no name that is not UTF-8")
    return folder


@pytest.mark.parametrize("ending", [".yaml", ".jsonl", None])
def test_a_name_that_is_not_utf8_is_reported_and_the_rest_done(
    lifecycle: Command, tmp_path: Path, misnamed: Path, ending: str | None
) -> None:
    output = tmp_path / f"events{ending}"
    said = lifecycle("mine", misnamed, *(("-o", output) if ending else ()))
    assert said.code == 2
    assert "news/caf\ufffd.txt: the file's name is not UTF-8" in said.err
    assert "VETOED" in (output.read_text(encoding="utf-8").upper() if ending else said.out)
    document = lifecycle("mine", misnamed, "--json").json
    assert [(e["slug"], e["file"][-8:]) for e in document["errors"]] == [("bad-file-name", "caf\ufffd.txt")]


def test_an_output_whose_name_is_not_utf8_is_written(lifecycle: Command, misnamed: Path) -> None:
    output = misnamed.parent / os.fsdecode(b"\xe9.yaml")
    said = lifecycle("mine", SEEDS, "-o", output)
    assert (said.code, said.err) == (0, "")
    assert "is written" in said.out
    assert output.is_file()


def test_an_article_of_fifty_megabytes_is_refused_at_once_and_the_rest_done(lifecycle: Command, tmp_path: Path) -> None:
    """Dense prose of that size would take minutes; it is not so much as opened."""
    sentence = b"Peru vetoed a draft resolution in the UN Security Council on Monday.\n"
    (tmp_path / "huge.txt").write_bytes(sentence * (50_000_000 // len(sentence) + 1))
    shutil.copy(SEEDS / LAST, tmp_path)
    said = lifecycle("mine", tmp_path)
    assert said.code == 2
    assert "VETOED" in said.out
    assert "huge.txt: more than 5 MB; an article is a page, an archive many files" in said.err
    document = lifecycle("mine", tmp_path, "--json").json
    assert [error["slug"] for error in document["errors"]] == ["file-too-large"]
    assert {mention["file"].rsplit("/", 1)[-1] for mention in document["mentions"]} == {LAST}


def test_a_day_in_front_matter_that_cannot_be_read_is_told_and_the_rest_done(
    lifecycle: Command, tmp_path: Path
) -> None:
    """Without a word the article would be dated by guesses, and its writer would not know."""
    text = (SEEDS / LAST).read_text(encoding="utf-8")
    (tmp_path / "typo.txt").write_text(f"---\ntitle: x\ndate: 8 Octobr 2016\n---\n{text}", encoding="utf-8")
    shutil.copy(SEEDS / LAST, tmp_path)
    said = lifecycle("mine", tmp_path)
    assert said.code == 2
    assert "VETOED" in said.out
    assert "typo.txt:3:7: not a day of publication: '8 Octobr 2016'; write it as 2016-10-08" in said.err
    given = lifecycle("mine", tmp_path, "--published", "typo.txt=2016-10-08", "--json")
    assert given.code == 0
    assert [a["published"]["basis"] for a in given.json["articles"] if "typo" in a["file"]] == ["given"]


def test_front_matter_that_nobody_closed_is_told_and_the_rest_done(lifecycle: Command, tmp_path: Path) -> None:
    text = (SEEDS / LAST).read_text(encoding="utf-8")
    (tmp_path / "open.txt").write_text(f"---\npublished: 2016-10-08\n{text}", encoding="utf-8")
    shutil.copy(SEEDS / LAST, tmp_path)
    said = lifecycle("mine", tmp_path)
    assert said.code == 2
    assert "VETOED" in said.out
    assert "open.txt:1:1: front matter that opens here is not closed" in said.err


@pytest.mark.parametrize("more", [(), ("--json",), ("-o", "events.yaml")])
def test_a_file_without_a_word_is_told_and_is_no_error(
    lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    """Often the download failed; who counts the articles should know."""
    monkeypatch.chdir(tmp_path)
    Path("press").mkdir()
    shutil.copy(SEEDS / LAST, "press")
    for name, text in (("blank.txt", "  \n"), ("empty.txt", ""), ("front.txt", "---\npublished: 2016-10-08\n---\n")):
        Path("press", name).write_text(text, encoding="utf-8")
    said = lifecycle("mine", "press", *more)
    assert said.code == 0
    assert said.err.splitlines() == [
        "press/blank.txt: there is no word in this file; was the article saved in it?",
        "press/empty.txt: there is no word in this file; was the article saved in it?",
        "press/front.txt: there is no word behind the front matter; was the article saved in it?",
    ]


def test_of_many_remarks_the_first_are_told_and_the_rest_counted(lifecycle: Command, tmp_path: Path) -> None:
    for n in range(30):
        (tmp_path / f"{n:02}.txt").touch()
    said = lifecycle("mine", tmp_path, "--json").err.splitlines()
    assert said[-1] == "20 more of the kind"
    assert len(said) == 11


def test_article_text_reaches_the_terminal_as_text(lifecycle: Command, tmp_path: Path) -> None:
    text = "Russia vetoed a UN Security Council draft [bold]resolution[/bold] \x1b[31mon\u202e Monday."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    for words in ((), ("--all",), ("--plain",)):
        said = lifecycle("mine", tmp_path, *words).out
        assert "\x1b" not in said
        assert "\u202e" not in said
        assert "[bold]" in said


def test_plain_has_no_columns(lifecycle: Command) -> None:
    said = " ".join(lifecycle("mine", SEEDS, "--plain").out.split())
    assert "8 Oct: VETOED: “Russia vetoes UN resolution" in said
    assert "30 Sep (25 Sep-1 Oct): discussed: " in said


@pytest.mark.parametrize(
    ("words", "slug", "nearest"),
    [
        (("nowhere.txt",), "missing-file", []),
        (("",), "missing-file", []),
        ((SEEDS, "--published", "004_a9da9bdbb69074d.txt=2016-10-08"), "unknown-article", [LAST]),
        ((SEEDS, "--published", "2016-10-08"), "bad-call", []),
        ((SEEDS, "--published", f"{LAST}=soon"), "bad-date", []),
        ((SEEDS, "--published", f"{LAST}=2016-10-08", "--published", f"{LAST}=2016-10-09"), "bad-call", []),
        ((SEEDS, "--published", f"{LAST}=0001-01-01"), "bad-date", []),
        ((SEEDS, "--resume"), "bad-call", []),
        ((SEEDS, "--dates", "nowhere.csv"), "missing-file", []),
        ((SEEDS, "-o", "nowhere/events.yaml"), "cannot-write", []),
        ((SEEDS, "-o", "events.csv"), "output-format", []),
        ((SEEDS, "-o", "events.json"), "output-format", []),
        ((SEEDS, "-o", "-"), "output-format", []),
        ((SEEDS, "--workers", "0"), "bad-call", []),
        ((SEEDS, "--workers", "2", "--cluster", "tcp://127.0.0.1:9"), "bad-call", []),
        ((SEEDS, "--cluster", ""), "no-cluster", []),
    ],
)
def test_a_wrong_word_is_refused(lifecycle: Command, words: tuple[object, ...], slug: str, nearest: list[str]) -> None:
    said = lifecycle("mine", *words, "--json")
    assert said.code == 2
    assert [error["slug"] for error in said.json["errors"]] == [slug]
    assert said.json["errors"][0]["nearest"] == nearest


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["The village council met."], " It does not speak of the UN Security Council and a text or a vote before it."),
        (
            ["A cat sat.", "A dog ran."],
            " None of them speaks of the UN Security Council and a text or a vote before it.",
        ),
        (["A cat sat.", ""], " What has words in it does not speak of the UN Security Council and a text or a vote "),
        (["The UN Security Council has a draft, said the General Assembly."], " Those of other bodies, such as "),
        ([""], ""),
    ],
)
def test_nothing_found_is_said_and_why(lifecycle: Command, tmp_path: Path, texts: list[str], why: str) -> None:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    said = lifecycle("mine", tmp_path)
    articles = "1 article" if len(texts) == 1 else f"{len(texts)} articles"
    opening = f"No step in the life of a draft resolution in {articles}."
    assert said.code == 0
    assert " ".join(said.out.split()).startswith(f"{opening}{why}".rstrip())
    if not why:
        assert " ".join(said.out.split()) == opening


def test_what_of_a_folder_is_not_read_is_told(lifecycle: Command, tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "press")
    for name in ("a.md", "b.html", "c.pdf", "d\x1b[31m.docx", "days.csv"):
        (tmp_path / "press" / name).write_text("The Security Council vetoed a draft resolution.", "utf-8")
    shutil.copytree(SEEDS, tmp_path / "press" / "older")
    (tmp_path / "press" / "pictures").mkdir()
    said = lifecycle("mine", tmp_path / "press")
    assert said.code == 0
    assert "only *.txt are: a.md, b.html, c.pdf and 1 more\n" in said.err
    assert said.err.endswith("without --recursive: older\n")
    assert "without" not in lifecycle("mine", tmp_path / "press", "--recursive").err


def test_a_name_that_was_not_read_reaches_no_terminal_as_a_command(lifecycle: Command, tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "press")
    (tmp_path / "press" / "d\x1b[31m.md").write_text("", "utf-8")
    said = lifecycle("mine", tmp_path / "press")
    assert "only *.txt are" in said.err
    assert "\x1b" not in said.err


@pytest.mark.parametrize("name", ["events.yaml", "events.jsonl"])
def test_events_that_mine_wrote_are_no_article(lifecycle: Command, tmp_path: Path, name: str) -> None:
    """Their quotes would be mined a second time, as if two papers had told the vote."""
    output = tmp_path / name
    lifecycle("mine", SEEDS, "-o", output)
    (error,) = lifecycle("mine", output, "--json").json["errors"]
    assert (error["slug"], error["file"]) == ("not-text", output.as_posix())
    assert error["message"] == "events that `lifecycle mine` wrote, not an article"


def test_an_article_may_end_in_capitals(lifecycle: Command, tmp_path: Path) -> None:
    shutil.copy(SEEDS / LAST, tmp_path / "STORY.TXT")
    said = lifecycle("mine", tmp_path, "--json")
    assert (said.code, said.err) == (0, "")
    assert {mention["file"].rsplit("/", 1)[-1] for mention in said.json["mentions"]} == {"STORY.TXT"}


def test_of_a_few_articles_those_without_a_step_are_named(lifecycle: Command, tmp_path: Path) -> None:
    shutil.copy(SEEDS / LAST, tmp_path)
    assert "None in" not in lifecycle("mine", tmp_path).out
    (tmp_path / "village.txt").write_text("The village council met.", encoding="utf-8")
    said = " ".join(lifecycle("mine", tmp_path).out.split())
    assert "in 1 of 2 articles" in said
    assert "None of a Security Council draft in village." in said


def test_a_named_file_with_another_ending_is_read_and_told(lifecycle: Command, tmp_path: Path) -> None:
    """Whoever names a file wants it read; a README or a table is hardly an article, so it is said."""
    for name in ("a.txt", "b.TXT", "notes.md"):
        (tmp_path / name).write_text("Peru vetoed a draft resolution in the Security Council.", encoding="utf-8")
    said = lifecycle("mine", *(tmp_path / name for name in ("a.txt", "b.TXT", "notes.md")), "--json")
    assert said.code == 0
    assert len(said.json["articles"]) == 3
    told = (
        "notes.md: read as an article because it is named; articles end in .txt, and of a folder those alone are read"
    )
    assert said.err == f"{tmp_path.as_posix()}/{told}\n"
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0")
    unread = lifecycle("mine", tmp_path / "picture.png")
    assert unread.code == 2
    assert "read as an article" not in unread.err
