"""What is out by a day, and what the sources say of other texts. All of it invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from lifecycle.errors import InputError
from lifecycle.mining.mined import Conflict, Dated, Mention, Mined, MinedDraft, MinedEvent
from lifecycle.model.council import council_on
from lifecycle.model.reports import When
from lifecycle.model.rules import rule_on
from lifecycle.scenario.press import Press
from lifecycle.scenario.scenario import ArticleFile, Report, Scenario, ScenarioDraft

DAY = date(2016, 10, 8)


def on(day: int) -> When:
    return When.on(date(2016, 10, day), "stated")


def mention(name: str, file: str, draft: str = "d1", **more: object) -> Mention:
    fields = {"type": "vetoed", "modality": "occurred", "actors": ("France",), "votes": None, **more}
    return Mention(name, file, 1, 5, "veto", "a veto", draft=draft, date=on(8), rule="r", reasons=(), **fields)  # type: ignore[arg-type]


def event(name: str, draft: str, *mentions: str, type_: str = "vetoed", day: int = 8) -> MinedEvent:
    return MinedEvent(name, draft, type_, "occurred", on(day), ("France",), mentions)


MINED = Mined(
    articles=(Dated("early.txt", on(7)), Dated("late.txt", on(9)), Dated("undated.txt", When())),
    drafts=(
        MinedDraft("d1", "one", ("France", "Spain"), None),
        MinedDraft("d2", "two", ("Japan",), "S/2016/2"),
        MinedDraft("o1", "an older text", (), None),
    ),
    mentions=(
        mention("m1", "early.txt", votes={"in_favour": {"n": 1, "members": ["Spain"]}, "required": 9}),
        mention("m2", "late.txt"),
        mention("m3", "undated.txt", draft="o1"),
    ),
    events=(
        event("e1", "d1", "m1", "m2"),
        event("e2", "d1", "m2", type_="submitted", day=6),
        event("e3", "o1", "m3"),
    ),
    stances=(),
    stories=(),
    conflicts=(
        Conflict("d1", "outcome", ("m1", "m2"), "they differ"),
        Conflict("o1", "outcome", ("m3",), "another text's"),
        Conflict(None, "date", ("m1",), "nobody's"),
    ),
)


def scenario(*drafts: ScenarioDraft, folder: Path | None = None, **fields: object) -> Scenario:
    whole = Scenario("t", council_on(DAY), rule_on(DAY), drafts, file="s.yaml")
    if folder:
        path = folder / "mined.yaml"
        path.write_text(yaml.safe_dump(MINED.to_json()), encoding="utf-8")
        whole = replace(whole, events_file=ArticleFile(path, "mined.yaml"))
    return replace(whole, **fields)  # type: ignore[arg-type]


FRENCH = ScenarioDraft("french", sponsors=("Spain",))


def test_a_file_of_events_gives_reports_with_their_words_and_named_votes(tmp_path: Path) -> None:
    sourced = Press().sourced(scenario(FRENCH, folder=tmp_path), None)
    first, second = sourced.reports["french"]
    assert (first.id, first.draft, first.mentions, first.type) == ("e1", "french", ("m1", "m2"), "vetoed")
    assert [(e.file, e.start, e.end, e.quote, e.cue) for e in first.evidence] == [
        ("early.txt", 1, 5, "a veto", "veto"),
        ("late.txt", 1, 5, "a veto", "veto"),
    ]
    assert first.votes == {"against": ("France",), "in_favour": ("Spain",)}
    assert first.counts == (("in_favour", 1, 1),)
    assert second.when == on(6)


@pytest.mark.parametrize(
    ("votes", "counts"),
    [
        (None, ()),
        ({"in_favour": {"n": 0}}, (("in_favour", 0, 0),)),
        ({"against": {"max": 8}}, (("against", 0, 8),)),
        ({"abstained": {"n": None, "min": 2}}, (("abstained", 2, 193),)),
        ({"in_favour": {"members": ["Spain"]}, "required": 9, "unanimous": False}, ()),
    ],
)
def test_a_tally_is_kept_with_the_bounds_that_are_told(votes: object, counts: object) -> None:
    events = (event("e1", "d1", "m1"),)
    mined = replace(MINED, mentions=(mention("m1", "early.txt", votes=votes),), events=events, conflicts=())
    press = Press(_mined={("events", "mined.yaml"): mined})
    given = scenario(FRENCH, events_file=ArticleFile(Path("mined.yaml"), "mined.yaml"))
    assert press.sourced(given, None).reports["french"][0].counts == counts


def test_a_day_in_front_matter_that_cannot_be_read_is_told_unless_the_scenario_gives_it(tmp_path: Path) -> None:
    """The articles would be dated by guesses, and the story told in another order."""
    files = []
    for name, line in (("a.txt", "published: Tuesday"), ("b.txt", "date: 8 Octobr 2016"), ("c.txt", "title: x")):
        (tmp_path / name).write_text(f"---\n{line}\n---\nFrance vetoed a UN draft resolution.", encoding="utf-8")
        files.append(ArticleFile(tmp_path / name, name))
    with pytest.raises(InputError) as caught:
        Press().mined(files, {"a.txt": DAY})
    assert [(p.slug, str(p.place)) for p in caught.value.problems] == [("bad-date", "b.txt:2:7")]
    given = Press().mined(files, {"a.txt": DAY, "b.txt": DAY})
    assert [article.published.best for article in given.articles][:2] == [DAY, DAY]


def test_conflicts_come_under_the_scenarios_name_and_others_not_at_all(tmp_path: Path) -> None:
    sourced = Press().sourced(scenario(FRENCH, folder=tmp_path), None)
    assert sourced.conflicts == (Conflict("french", "outcome", ("m1", "m2"), "they differ"),)
    assert [(report.draft, report.id) for report in sourced.elsewhere] == [("o1", "e3")]


def test_by_a_day_only_what_was_out_by_then_is_known(tmp_path: Path) -> None:
    given = scenario(FRENCH, folder=tmp_path)
    (only,) = Press().sourced(given, date(2016, 10, 7)).reports["french"]
    assert [evidence.file for evidence in only.evidence] == ["early.txt"]
    assert Press().sourced(given, date(2016, 10, 7)).conflicts == ()
    assert len(Press().sourced(given, date(2016, 10, 9)).reports["french"]) == 2
    assert Press().sourced(given, date(2016, 10, 6)).reports == {"french": ()}


def test_before_a_day_only_what_happened_before_is_used(tmp_path: Path) -> None:
    undated = Report("r", "french", "discussed", "occurred", When())
    given = scenario(FRENCH, folder=tmp_path, before=date(2016, 10, 8), reports=(undated,))
    assert [report.id for report in Press().sourced(given, None).reports["french"]] == ["e2"]


def planned_vote(*mentions: str) -> MinedEvent:
    return replace(event("e9", "d1", *mentions, type_="vote_scheduled", day=10), modality="planned")


def test_a_planned_vote_is_of_the_day_on_which_it_was_told(tmp_path: Path) -> None:
    """Of the day of the whole story also for who knows less of it."""
    mined = replace(MINED, events=(planned_vote("m2", "m1"),), conflicts=())
    press = Press(_mined={("events", "mined.yaml"): mined})
    given = scenario(FRENCH, events_file=ArticleFile(Path("mined.yaml"), "mined.yaml"), before=DAY)
    for at in (None, date(2016, 10, 7)):
        (report,) = press.sourced(given, at).reports["french"]
        assert (report.when, report.planned_for) == (When(None, date(2016, 10, 7), date(2016, 10, 7), "stated"), on(10))


def test_a_planned_vote_told_in_place_is_planned_by_its_day() -> None:
    report = Report("r", "french", "vote_scheduled", "planned", on(7))
    (found,) = Press().sourced(scenario(FRENCH, reports=(report,), before=DAY), None).reports["french"]
    assert found.when == When(None, date(2016, 10, 7), None, "stated")
    assert Press().sourced(scenario(FRENCH, reports=(report,), before=date(2016, 10, 7)), None).reports["french"] == ()


def test_events_in_place_need_no_other_source() -> None:
    report = Report("r", "french", "discussed", "occurred", on(3))
    sourced = Press().sourced(scenario(FRENCH, ScenarioDraft("b"), reports=(report,)), date(2016, 1, 1))
    assert sourced.reports == {"french": (report,), "b": ()}


def test_articles_are_read_and_mined_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("UNITED NATIONS - France submitted a draft resolution on Mali on Monday.\n", encoding="utf-8")
    given = scenario(FRENCH, articles=(ArticleFile(path, "a.txt"),))
    calls: list[int] = []

    def counted(articles: object, published: object) -> Mined:
        calls.append(1)
        return MINED

    monkeypatch.setattr("lifecycle.mining.miner.mine", counted)
    press = Press()
    assert press.sourced(given, None) == press.sourced(given, None)
    assert len(calls) == 1
    press.sourced(replace(given, published={"a.txt": DAY}), None)
    assert len(calls) == 2
