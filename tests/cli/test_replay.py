"""The command: what is shown, what the document holds, and with which code it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command

ROOT = Path(__file__).parents[2]
ALEPPO = ROOT / "scenarios" / "aleppo-2016"
BASE = "title: A vote\non: 2016-10-08\ndrafts: {text: {sponsors: [France]}}\n"


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_two_drafts_live_and_die(lifecycle: Command) -> None:
    said = lifecycle("replay", ALEPPO / "as-reported.yaml")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "Aleppo, October 2016, as the press reported it"
    assert "Security Council of 8 October 2016: 15 members, 9 votes needed, 5 may veto" in lines
    ends = [line.split() for line in lines if "   ends  " in line]
    assert [(words[0], words[-1]) for words in ends] == [("french", "VETOED"), ("russian", "FAILED")]
    assert lines[-1] == "2 expectations met."
    assert max(map(len, lines)) <= 80
    assert not any(line.endswith(" ") for line in lines)


def test_the_whole_folder_shows_variations_short(lifecycle: Command) -> None:
    said = lifecycle("replay", ALEPPO)
    assert said.code == 0
    assert said.out.count("Security Council of 8 October 2016") == 1
    assert "assumed: the Russian Federation: abstain instead of no" in said.out
    assert "assumed: Egypt, Malaysia and Senegal: no instead of yes" in said.out
    assert said.out.endswith("20 expectations met.\n")
    full = lifecycle("replay", ALEPPO, "--all")
    assert full.out.count("Security Council of 8 October 2016") == 10
    assert "said but not done:\n" in full.out


def test_a_change_is_laid_over_the_ballots_that_the_press_names(lifecycle: Command, tmp_path: Path) -> None:
    """Nine are named in favour and Russia against: were it to abstain, the text would have passed."""
    nine = "China, France, UK, USA, Egypt, Japan, Spain, Senegal, Malaysia"
    told = f"{{draft: text, type: vetoed, date: 2016-10-08, votes: {{against: [Russia], in_favour: [{nine}]}}}}"
    put(tmp_path / "told.yaml", f"{BASE}events: [{told}]\n")
    change = "title: A change\nextends: told.yaml\nchange: {text: {Russia: abstain}}\nexpect: {text: adopted}\n"
    said = lifecycle("replay", put(tmp_path / "change.yaml", change))
    assert said.code == 0
    assert "assumed: the Russian Federation: abstain instead of no\n" in said.out
    assert "vote      assumed  the ballots are those reported\n" in said.out
    assert "ADOPTED  9 yes, 0 no, 1 abstain, 5 unknown\n" in said.out


def test_the_document_holds_every_scenario(lifecycle: Command) -> None:
    document = lifecycle("replay", ALEPPO, "--json").json
    assert list(document) == ["format", "scenarios"]
    assert document["format"] == 1
    files = [each["file"] for each in document["scenarios"]]
    assert files == [path.as_posix() for path in sorted(ALEPPO.glob("*.yaml"))]
    french = document["scenarios"][0]["drafts"]["french"]
    assert french["state"] == "vetoed"
    assert french["decision"]["vetoes"] == ["Russian Federation"]
    assert all(step["evidence"] for step in french["trace"] if step["basis"] == "reported")


def test_quotes_stand_where_they_are_said_to(lifecycle: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words between `start` and `end` of the file, read as UTF-8 without newline translation, are in the quote."""
    monkeypatch.chdir(ROOT)
    document = lifecycle("replay", "scenarios/aleppo-2016/as-reported.yaml", "--json").json
    found = 0
    for draft in document["scenarios"][0]["drafts"].values():
        for step in draft["trace"]:
            for evidence in step["evidence"]:
                assert evidence["file"].startswith("seeds/")
                text = (ROOT / evidence["file"]).read_bytes().decode("utf-8")
                assert text[evidence["start"] : evidence["end"]] in evidence["quote"]
                found += 1
    assert found >= 8


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("votes: {text: {rest: yes}}\nexpect: {text: adopted}\n", 0, "1 expectation met."),
        ("votes: {text: {rest: yes}}\nexpect: {text: failed}\n", 1, "text: expected failed, got adopted"),
        ("votes: {text: {rest: yes}}\nevents: [{draft: text, type: failed}]\n", 1, "conflict   text, outcome:"),
        ("votes: {text: {rest: maybe}}\n", 2, ""),
    ],
)  # fmt: skip
def test_the_code_says_whether_all_was_as_expected(
    lifecycle: Command, tmp_path: Path, text: str, code: int, shown: str
) -> None:
    said = lifecycle("replay", put(tmp_path / "a.yaml", BASE + text))
    assert said.code == code
    assert shown in said.out


def test_what_cannot_be_read_is_told_and_the_rest_is_done(lifecycle: Command, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml", BASE + "votes: {text: {rest: yes}}\nexpect: {text: adopted}\n")
    put(tmp_path / "b.yaml", BASE + "votes: {text: {no: [Rusia]}}\n")
    said = lifecycle("replay", tmp_path)
    assert said.code == 2
    assert "1 expectation met." in said.out
    assert "unknown member 'Rusia'" in said.err
    document = lifecycle("replay", tmp_path, "--json").json
    assert list(document) == ["format", "scenarios", "errors"]
    assert len(document["scenarios"]) == 1
    (error,) = document["errors"]
    assert list(error) == ["slug", "file", "line", "column", "message", "nearest"]
    assert (error["line"], error["column"], error["nearest"]) == (4, 21, ["Russian Federation"])


def test_a_mistake_shared_by_many_is_told_once(lifecycle: Command, tmp_path: Path) -> None:
    put(tmp_path / "a.yaml", BASE + "votes: {text: {no: [Rusia]}}\n")
    put(tmp_path / "b.yaml", "title: t\nextends: a.yaml\n")
    assert "1 error." in lifecycle("replay", tmp_path).err


def test_folders_inside_folders_only_when_asked(lifecycle: Command, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    put(tmp_path / "inner" / "a.yaml", BASE)
    assert lifecycle("replay", tmp_path, "--json").json["errors"][0]["slug"] == "no-scenarios"
    assert lifecycle("replay", tmp_path, "--recursive").code == 0
    assert lifecycle("replay", tmp_path / "none.yaml", "--json").json["errors"][0]["slug"] == "missing-file"


def test_by_a_day_the_articles_of_later_days_are_not_used(lifecycle: Command) -> None:
    document = lifecycle("replay", ALEPPO / "as-reported.yaml", "--at", "2016-10-05", "--json").json
    french = document["scenarios"][0]["drafts"]["french"]
    assert {step["basis"] for step in french["trace"] if step["event"] in {"submit", "vote", "announce"}} == {"assumed"}
    assert lifecycle("replay", ALEPPO, "--at", "October").code == 2


def test_what_is_expected_is_not_judged_before_an_end_is_known(lifecycle: Command, tmp_path: Path) -> None:
    """The press alone reports the vote of 8 October; by the 7th nobody can know what became of the two texts."""
    text = (ALEPPO / "as-reported.yaml").read_text(encoding="utf-8")
    text = text.replace("../../seeds", (ROOT / "seeds").as_posix())
    ballots = text.index("votes:"), text.index("expect:")
    path = put(tmp_path / "a.yaml", text[: ballots[0]] + text[ballots[1] :])
    early = lifecycle("replay", path, "--at", "2016-10-07")
    assert early.code == 0
    told = "2 expectations not judged: their texts had reached no end by 7 October 2016,"
    assert f"{told} and not all that the sources tell was out." in " ".join(early.out.split())
    assert "not as expected" not in early.out
    (document,) = lifecycle("replay", path, "--at", "2016-10-07", "--json").json["scenarios"]
    assert (document["expect"], document["not_judged"]) == ([], ["french", "russian"])
    for day in ("2016-10-08", "2016-10-09"):
        assert lifecycle("replay", path, "--at", day).out.endswith("2 expectations met.\n")
    put(path, path.read_text(encoding="utf-8").replace("french: vetoed", "french: adopted"))
    assert lifecycle("replay", path, "--at", "2016-10-07").code == 0
    assert lifecycle("replay", path, "--at", "2016-10-08").code == 1
    # Ballots that a scenario gives are cast whatever the press had; so each text of this folder reaches its end.
    assert lifecycle("replay", ALEPPO, "--at", "2016-10-07").out.endswith("20 expectations met.\n")


def test_plain_has_no_columns_and_one_member_a_line(lifecycle: Command) -> None:
    said = lifecycle("replay", ALEPPO / "as-reported.yaml", "--plain")
    assert "Russian Federation (permanent): no\n" in said.out
    assert "8 Oct: announce, reported: " in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_picture_is_what_would_be_shown(lifecycle: Command, tmp_path: Path) -> None:
    path = put(tmp_path / "a.yaml", BASE + "votes: {text: {rest: yes}}\nexpect: {text: adopted}\n")
    said = lifecycle("replay", path, "--svg", tmp_path / "a.svg")
    assert (said.code, said.out) == (0, f"{(tmp_path / 'a.svg').as_posix()} is written.\n")
    drawn = (tmp_path / "a.svg").read_text(encoding="utf-8").replace("&#160;", " ")
    for line in lifecycle("replay", path).out.splitlines():
        assert all(word in drawn for word in line.split())
    assert json.loads(lifecycle("replay", path, "--svg", tmp_path / "b.svg", "--json").out)["format"] == 1


def test_an_articles_text_is_only_text(lifecycle: Command, tmp_path: Path) -> None:
    text = 'events:\n  - {draft: text, type: submitted, quote: "[red]a\\e[31m\\u202Eb[/red]", file: a.txt}\n'
    said = lifecycle("replay", put(tmp_path / "a.yaml", BASE + text))
    assert "[red]a\ufffd[31m\ufffdb[/red]" in said.out


@pytest.mark.parametrize("name", ["mined.yaml", "mined.jsonl"])
@pytest.mark.parametrize("at", [(), ("--at", "2016-10-07")])
def test_mined_events_in_a_file_replay_as_the_articles_do(
    lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: tuple[str, ...]
) -> None:
    """What `mine -o` writes is what `events:` reads: the same lives, step for step, with the same words."""
    monkeypatch.chdir(ROOT)
    assert lifecycle("mine", "seeds", "-o", tmp_path / name).code == 0
    text = (ALEPPO / "as-reported.yaml").read_text(encoding="utf-8")
    path = put(tmp_path / "a.yaml", text.replace("articles: [../../seeds]", f"events: {name}"))
    (from_file,) = lifecycle("replay", path, *at, "--json").json["scenarios"]
    (from_articles,) = lifecycle("replay", "scenarios/aleppo-2016/as-reported.yaml", *at, "--json").json["scenarios"]
    if at:
        # Read alone, the earlier articles may be dated a little otherwise than together with the later ones.
        assert states(from_file) == states(from_articles)
    else:
        assert from_file["drafts"] == from_articles["drafts"]
        assert from_file["expect"] == from_articles["expect"]


def states(scenario: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(draft["state"], [step["event"] for step in draft["trace"]]) for draft in scenario["drafts"].values()]


def test_a_file_that_may_not_be_read_is_told_and_the_rest_is_done(
    lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The parser of the call must not judge files: it would refuse the whole call for one of them."""
    good = put(tmp_path / "a.yaml", BASE + "votes: {text: {rest: yes}}\nexpect: {text: adopted}\n")
    locked, opened = put(tmp_path / "locked.yaml", BASE), Path.open

    def refused(path: Path, *how: Any, **more: Any) -> Any:
        if path.name == locked.name:
            raise PermissionError(13, "Permission denied")
        return opened(path, *how, **more)

    monkeypatch.setattr("os.access", lambda path, mode, **more: Path(path).name != locked.name)
    monkeypatch.setattr(Path, "open", refused)
    (tmp_path / "empty").mkdir()
    said = lifecycle("replay", good, locked, tmp_path / "none.yaml", tmp_path / "empty")
    assert said.code == 2
    assert "1 expectation met." in said.out
    assert "locked.yaml: cannot be read: permission denied" in said.err
    assert "3 errors." in said.err
    errors = lifecycle("replay", good, locked, tmp_path / "none.yaml", tmp_path / "empty", "--json").json["errors"]
    assert [error["slug"] for error in errors] == ["no-scenarios", "unreadable-file", "missing-file"]


def test_a_folder_of_folders_is_told_how_to_look_into_them(lifecycle: Command, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    assert "--recursive" not in lifecycle("replay", tmp_path).err
    put(tmp_path / "inner" / "a.yaml", BASE)
    assert "--recursive looks into the folders in it" in lifecycle("replay", tmp_path).err


@pytest.mark.parametrize("at", ["2016-10-05", "2016-10-06", "2016-10-07"])
def test_who_knows_fewer_articles_is_no_surer_of_a_day(lifecycle: Command, at: str) -> None:
    """Each dated step of the earlier reading lies in a window at least as wide as all articles together leave it."""
    whole = windows(lifecycle("replay", ALEPPO / "as-reported.yaml", "--json").json)
    early = windows(lifecycle("replay", ALEPPO / "as-reported.yaml", "--at", at, "--json").json)
    for spot, (first, last) in early.items():
        assert first <= whole[spot][0], spot
        assert last >= whole[spot][1], spot
    assert ("2016-09-25", "2016-10-01") in early.values()


def windows(document: dict[str, Any]) -> dict[tuple[str, int], tuple[str, str]]:
    """By file and offset of the first words behind it, the window of each reported step."""
    steps = [step for draft in document["scenarios"][0]["drafts"].values() for step in draft["trace"]]
    return {
        (evidence["file"], evidence["start"]): (step["date"]["from"], step["date"]["to"])
        for step in steps
        for evidence in step["evidence"]
        if step["basis"] == "reported"
    }


def test_by_a_day_the_page_says_where_reports_end_and_whose_the_ballots_are(lifecycle: Command, tmp_path: Path) -> None:
    line = "What the press had by 7 October 2016; the ballots are the scenario's own."
    shown = lifecycle("replay", ALEPPO / "as-reported.yaml", "--at", "2016-10-07").out
    assert " ".join(shown.split()).count(line) == 1
    assert shown.index("What the press had") < shown.index("french")
    assert "What the press had" not in lifecycle("replay", ALEPPO / "as-reported.yaml").out
    folder = " ".join(lifecycle("replay", ALEPPO, "--at", "2016-10-07").out.split())
    assert folder.count(line) == 10, "every scenario of the folder, the short ones too"
    early = lifecycle("replay", ALEPPO / "as-reported.yaml", "--at", "2010-10-07").out
    assert "The press had nothing by 7 October 2010; the ballots are the scenario's own." in " ".join(early.split())
    bare = lifecycle("replay", put(tmp_path / "a.yaml", BASE), "--at", "2016-10-07").out
    assert "What the press had by 7 October 2016.\n" in bare


def test_a_variation_of_the_kind_of_matter_is_an_assumption(lifecycle: Command, tmp_path: Path) -> None:
    """The press reported a veto, and no veto stands against a procedural matter (Charter 27(2)): it is set aside."""
    votes = "votes: {text: {no: [Russia], rest: yes}}\nevents: [{draft: text, type: vetoed}]\n"
    base = put(tmp_path / "a.yaml", BASE + votes)
    varied = put(tmp_path / "b.yaml", "title: t\nextends: a.yaml\nkind: {text: procedural}\nexpect: {text: adopted}\n")
    said = lifecycle("replay", base, varied)
    assert said.code == 0
    assert "assumed: the matter is procedural\n" in said.out
    put(base, BASE + votes.replace("vetoed", "adopted") + "kind: {text: procedural}\n")
    assert "assumed:" not in lifecycle("replay", base).out, "the base file's own kind is what is known"


def test_the_line_that_points_at_a_member_does_not_hold_the_whole_council(
    lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "a.yaml", BASE + "votes: {text: {no: [Rusia, Atlantis, Mali], rest: yes}}\n")
    lines = lifecycle("replay", "a.yaml").err.splitlines()
    assert lines[0] == "a.yaml:4:21: unknown member 'Rusia' (Council of 8 October 2016)"
    assert "did you mean 'Russian Federation'?" in lines[2]
    assert "a.yaml:4:38: Mali is not on the Council of 8 October 2016" in lines
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("name", ["a.png", "a.txt", "a"])
def test_a_picture_of_another_ending_is_refused_before_anything_is_run(
    lifecycle: Command, tmp_path: Path, name: str
) -> None:
    said = lifecycle("replay", "missing.yaml", "--svg", tmp_path / name)
    assert (said.code, list(tmp_path.iterdir())) == (2, [])
    assert "this picture ends in .svg" in said.err
