"""What a sentence commits to: fifty ways to say that something did, will, may or did not happen.

Knows invented sentences and the guide's reading of each. Refuses to know drafts and days.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in

SENTENCES = [
    ("Russia [vetoed] the draft resolution.", "occurred"),
    ("Russia [has vetoed] the draft resolution.", "occurred"),
    ("The draft resolution, which was [vetoed] by Russia, is dead.", "occurred"),
    ("Russia [vetoes] Security Council draft resolution", "occurred"),
    ("As expected, Russia [vetoed] the draft resolution.", "occurred"),
    ("Russia would [veto] the draft resolution.", "hypothetical"),
    ("Russia threatened to [veto] the draft resolution.", "hypothetical"),
    ("Envoys urged Russia not to [veto] the draft resolution.", "hypothetical"),
    ("France wrote a draft resolution to force Moscow into a [veto].", "hypothetical"),
    ("If Russia [vetoed] the draft resolution, nobody would be surprised.", "hypothetical"),
    ("The draft resolution was vetoed. The [veto] would be remembered.", "occurred"),
    ("The draft resolution was vetoed. The [veto] of the second draft resolution would be a mistake.", "hypothetical"),
    ("The draft resolution was vetoed. If it came back, the [veto] would be used again.", "hypothetical"),
    ("Russia did not [veto] the draft resolution.", "negated"),
    ("Russia said it would not [veto] the draft resolution.", "negated"),
    ("Russia might not [veto] the draft resolution.", "hypothetical"),
    ("The U.S. abstained rather than [vetoing] the draft resolution.", "negated"),
    ("Russia previously [vetoed] several draft resolutions.", "history_other"),
    ("It was the sixth [veto] of a draft resolution by Russia.", "history_other"),
    ("Russia [vetoed] a similar draft resolution in 2011.", "history_other"),
    ("Norway will [circulate] a draft resolution on Monday.", "planned"),
    ("Norway is to [circulate] a draft resolution on Monday.", "planned"),
    ("A draft resolution to be [circulated] on Monday was ready.", "planned"),
    ("Norway hoped to [circulate] a draft resolution.", "hypothetical"),
    ("Norway has not [circulated] the draft resolution.", "negated"),
    ("Norway said it would [circulate] a draft resolution on Monday.", "planned"),
    ("Envoys were expected to [discuss] the draft resolution on Monday.", "planned"),
    ("The draft resolution would be [discussed] on Monday.", "planned"),
    ("The Council [discussed] the draft resolution, saying it would act.", "occurred"),
    ("France, which on Thursday [submitted] a draft resolution, was confident.", "occurred"),
    ("If Moscow objects, Norway will [submit] the draft resolution anyway.", "planned"),
    ("Norway convinced Chad to [withdraw] the draft resolution.", "occurred"),
    ("Norway tried to convince Chad to [withdraw] the draft resolution.", "hypothetical"),
    ("Chad decided to [withdraw] the draft resolution.", "occurred"),
    ("The draft resolution did not [get nine votes].", "occurred"),
    ("The draft resolution would not [get nine votes].", "hypothetical"),
    ("Efforts to get a resolution [adopted] went on in the Security Council.", "hypothetical"),
    ("The Council was pressed to [adopt] the draft resolution.", "hypothetical"),
    ("The Council was able to meet, and [adopted] the draft resolution.", "occurred"),
    ("The Council's [adoption] of the draft resolution would help.", "hypothetical"),
    ("The draft resolution could be [revised] or [withdrawn].", "hypothetical"),
    ("The Council will [vote on] the draft resolution on Friday.", "planned"),
    ("Norway hopes the Council [will vote on] the draft resolution on Friday.", "hypothetical"),
    ("The [vote] on the draft resolution [has been postponed].", "occurred"),
    ("The vote on the draft resolution [could be postponed].", "hypothetical"),
    ("Norway was the only member to [abstain] on the draft resolution.", "occurred"),
    ("Norway would be the only member to [abstain] on the draft resolution.", "hypothetical"),
    ("Norway appears to have [withdrawn] the draft resolution.", "occurred"),
    ("Norway wants to have [withdrawn] the draft resolution.", "hypothetical"),
    ("Russia had no choice but to [veto] the draft resolution.", "occurred"),
    ("The text was softened to ensure that Russia would not [veto] the draft resolution.", "hypothetical"),
    ("The draft resolution was ready; should it be [put to a vote], nobody would object.", "hypothetical"),
    ("The [vote] on the draft resolution will not take place on Friday.", "negated"),
    ("[Adopting] the draft resolution would be a mistake, the Security Council heard.", "hypothetical"),
    ("The draft resolution was [not adopted due to Russia's veto].", "occurred"),
    ("It is not true that the draft resolution was [withdrawn].", "negated"),
    ("Nor has the Security Council [adopted] the draft resolution.", "negated"),
    ("Was the draft resolution [adopted]?", "hypothetical"),
    ("Who [vetoed] the draft resolution?", "occurred"),
    ("Imagine that the draft resolution was [adopted].", "hypothetical"),
    ("Russia will not hesitate to [veto] the draft resolution.", "hypothetical"),
    ("The vote of Russia on the draft resolution did not count as a [veto].", "negated"),
    ("Russia withheld its [veto] of the draft resolution.", "negated"),
    ("No country [vetoed] the draft resolution.", "negated"),
    ("Norway stopped short of [tabling] the draft resolution.", "negated"),
    ("Norway had no intention of [tabling] the draft resolution.", "negated"),
    ("Norway denied having [tabled] the draft resolution.", "negated"),
    ("Norway promised to [table] the draft resolution.", "planned"),
    ("Norway would [table] the draft resolution on Monday.", "planned"),
    ("Norway would [table] the draft resolution unless Chad gave way.", "hypothetical"),
    ("Norway, which would later [table] the draft resolution, was silent.", "occurred"),
    ("Once the draft resolution is [adopted], boats will leave.", "hypothetical"),
    ("Let Norway [withdraw] the draft resolution.", "hypothetical"),
    ("If you go on with the draft resolution, we [veto].", "hypothetical"),
    ("Russia could abstain on the draft resolution or even cast a [veto].", "hypothetical"),
    ("Norway proposed that the Security Council [put off] the vote on the draft resolution.", "hypothetical"),
    ("Norway will [ask for a vote] on the draft resolution.", "hypothetical"),
    ("Norway will [ask for a vote] on the draft resolution on Friday.", "planned"),
    ("Norway will [withdraw] the draft resolution on Monday.", "planned"),
    ("The Security Council [failed to agree on] a resolution.", "negated"),
]


def modalities(marked: str) -> list[tuple[int, int, str]]:
    text = "The UN Security Council met.\n" + marked.replace("[", "").replace("]", "")
    return [
        (f.sentence.start + f.framed.start, f.sentence.start + f.framed.end, f.reading.modality)
        for f in found_in(Article("invented.txt", text))[0]
    ]


@pytest.mark.parametrize(("marked", "expected"), SENTENCES)
def test_invented_sentences(marked: str, expected: str) -> None:
    start = len("The UN Security Council met.\n") + marked.rindex("[") - marked.count("[", 0, marked.rindex("[")) * 2
    at_cue = [modality for first, last, modality in modalities(marked) if first - 14 <= start <= last]
    assert at_cue[-1:] == [expected]


def test_every_modality_is_tried() -> None:
    assert {expected for _, expected in SENTENCES} == {
        "occurred",
        "planned",
        "hypothetical",
        "negated",
        "history_other",
    }
