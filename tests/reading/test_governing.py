"""The word that governs a step: which of several counts, how far it reaches, what a bare verb is.

Knows invented clauses, marked with brackets round the step. Refuses to know auxiliaries; those are `modality`'s.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.governing import NEGATION_REACH, governed, wished
from lifecycle.reading.reading import found_in
from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import VOTED_ON, Framed
from lifecycle.wording.verbs import verb_of
from tests.marked import GRAMMAR


def framed(marked: str, type_: str) -> tuple[str, Framed]:
    """The sentence, and the step in brackets, told by a rule of the type."""
    before, rest = marked.split("[")
    cue, after = rest.split("]")
    rule = next(rule for rule in codebook().steps if rule.type == type_)
    return before + cue + after, Framed(rule, len(before), len(before) + len(cue), (0, len(before + cue + after)), None)


@pytest.mark.parametrize(
    ("marked", "type_", "makes"),
    [
        ("Envoys feared that Russia hoped to [veto] it", "vetoed", "hypothetical"),
        ("Russia was persuaded by Chad to [withdraw] it", "withdrawn", "occurred"),
        ("Chad hopes to persuade Russia to [withdraw] it", "withdrawn", "hypothetical"),
        ("Peru plans to [submit] it", "submitted", "planned"),
        ("Peru promised to [submit] it", "submitted", "planned"),
        ("Peru is expected to [submit] it", "submitted", "hypothetical"),  # a prediction by others
        ("Russia is expected to [veto] it", "vetoed", "hypothetical"),
        ("Peru let it go rather than [submit] it", "submitted", "negated"),
        ("Russia saw fit to [veto] it", "vetoed", "occurred"),
        ("[veto] it", "vetoed", "hypothetical"),
        ("Members [discuss] it", "discussed", "occurred"),
    ],
)
def test_the_governing_word_decides(marked: str, type_: str, makes: str) -> None:
    text, step = framed(marked, type_)
    assert governed(step, verb_of(text, step))[0] == makes


def test_a_negation_far_before_the_step_does_not_reach_it() -> None:
    near, far = "without [submitting] it", "without " + "much ado of any kind or sort there was [submitting] it"
    for marked, makes in ((near, "negated"), (far, "occurred")):
        text, step = framed(marked, "submitted")
        assert governed(step, verb_of(text, step))[0] == makes
    assert far.index("[") - len("without") > NEGATION_REACH


def test_a_wish_before_an_infinitive_is_told_from_a_plan() -> None:
    text, step = framed("Peru hopes to [submit] it", "submitted")
    assert wished(verb_of(text, step))
    text, step = framed("Peru plans to [submit] it", "submitted")
    assert not wished(verb_of(text, step))


FORMS = (
    ("withdrawn", "Peru", {"b": "withdraw", "d": "withdrew", "i": "withdrawing", "p": "withdrawn"}),
    ("circulated", "Peru", {"b": "circulate", "d": "circulated", "i": "circulating", "p": "circulated"}),
    ("submitted", "Peru", {"b": "table", "d": "tabled", "i": "tabling", "p": "tabled"}),
    ("revised", "Peru", {"b": "amend", "d": "amended", "i": "amending", "p": "amended"}),
    ("vetoed", "China", {"b": "veto", "d": "vetoed", "i": "vetoing", "p": "vetoed"}),
)


def modality(text: str, kind: str) -> str:
    """The modality of the only step of its type that a text tells."""
    found, _ = found_in(Article("invented.txt", text))
    (told,) = [each.reading.modality for each in found if each.framed.rule.type == kind]
    return told


@pytest.mark.parametrize(("kind", "who", "forms"), FORMS)
@pytest.mark.parametrize(("makes", "words"), [(makes, w) for makes, each in GRAMMAR["active"].items() for w in each])
def test_a_phrase_governs_every_verb_alike(makes: str, words: str, kind: str, who: str, forms: dict[str, str]) -> None:
    text = f"{who} {words.format(**forms)} the draft resolution in the Security Council."
    assert modality(text, kind) == ("hypothetical" if makes == "planned" and kind in VOTED_ON else makes)


PARTICIPLES = {"withdrawn": "withdrawn", "circulated": "circulated", "submitted": "tabled", "adopted": "adopted",
               "failed": "rejected", "vetoed": "vetoed", "revised": "amended", "discussed": "debated"}  # fmt: skip


@pytest.mark.parametrize("kind", PARTICIPLES)
@pytest.mark.parametrize(("makes", "words"), [(makes, w) for makes, each in GRAMMAR["passive"].items() for w in each])
def test_a_phrase_governs_every_participle_alike(makes: str, words: str, kind: str) -> None:
    text = f"The Security Council has a text by Peru. The draft resolution {words.format(PARTICIPLES[kind])}."
    assert modality(text, kind) == ("hypothetical" if makes == "planned" and kind in VOTED_ON else makes)


@pytest.mark.parametrize(("kind", "who", "forms"), [row for row in FORMS if row[0] != "submitted"])
@pytest.mark.parametrize(("makes", "said"), [(makes, s) for makes, each in GRAMMAR["reported"].items() for s in each])
def test_a_report_commits_alike_whatever_it_reports(
    makes: str, said: str, kind: str, who: str, forms: dict[str, str]
) -> None:
    text = said.format(w=who, **{form: f"{word} the draft resolution" for form, word in forms.items()})
    assert modality(f"The Security Council has a draft resolution on salt. {text}.", kind) == makes
