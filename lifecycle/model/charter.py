"""The articles, rules and practice that the model cites.

Knows each source by a key, with its number, a one-line paraphrase and a public link. Refuses to know what follows
from a source: a rule, a row or a sentence carries the `Citation` and says that itself.
"""

from __future__ import annotations

from dataclasses import dataclass

CHARTER = "https://www.un.org/en/about-us/un-charter/full-text"
STATUTE = "https://www.icj-cij.org/statute"
RULES = "https://main.un.org/securitycouncil/en/content/provisional-rules-procedure"
REPERTOIRE = "https://main.un.org/securitycouncil/en/content/repertoire/structure"


@dataclass(frozen=True, slots=True)
class Citation:
    """One source. `key` is how documents name it; `says` paraphrases it in one line.

    `link` is empty where there is no document to go to: what is said there is said by this model alone.
    """

    key: str
    says: str
    link: str = ""


ARTICLE_4_2 = Citation("Charter 4(2)", "The Council recommends the admission of a new Member.", CHARTER)
ARTICLE_23 = Citation("Charter 23(1)", "The Council has fifteen Members, five permanent and ten elected.", CHARTER)
ARTICLE_24_3 = Citation(
    "Charter 24(3)", "The Council submits annual and, when necessary, special reports to the Assembly.", CHARTER
)
ARTICLE_27_2 = Citation("Charter 27(2)", "Procedural matters need nine affirmative votes of any members.", CHARTER)
ARTICLE_27_3 = Citation(
    "Charter 27(3)",
    "All other matters need nine affirmative votes including the concurring votes of the permanent members; in "
    "Chapter VI and Article 52(3) decisions a party to a dispute shall abstain.",
    CHARTER,
)
ARTICLE_27_1945 = Citation(
    "Charter 27 (1945)",
    "As signed: seven affirmative votes of eleven members, with the concurring votes of the permanent members.",
    CHARTER,
)
AMENDMENT_1965 = Citation(
    "A/RES/1991 A (XVIII)",
    "Amends Articles 23 and 27: fifteen seats and nine votes; in force 31 August 1965, first Council 1 January 1966.",
    "https://undocs.org/A/RES/1991(XVIII)",
)
ARTICLE_97 = Citation("Charter 97", "The Council recommends a Secretary-General to the Assembly.", CHARTER)
ARTICLE_109_1 = Citation(
    "Charter 109(1)",
    "A review conference needs a vote of any seven members of the Council; any nine from 12 June 1968.",
    CHARTER,
)
ARTICLE_109_3 = Citation(
    "Charter 109(3)",
    "The proposal of 1955 for a review conference needed a vote of any seven members.",
    CHARTER,
)
STATUTE_8 = Citation(
    "ICJ Statute 8",
    "The Assembly and the Council elect the judges independently of one another.",
    STATUTE,
)
STATUTE_10 = Citation(
    "ICJ Statute 10",
    "Judges need an absolute majority in the Council, without distinction between permanent and elected members.",
    STATUTE,
)
FOUR_POWER_STATEMENT = Citation(
    "Four-Power Statement 1945",
    "Whether a matter is procedural is itself decided with the concurring votes of the permanent members.",
    REPERTOIRE,
)
NAMIBIA_22 = Citation(
    "Namibia 1971, para. 22",
    "A permanent member's voluntary abstention does not bar the adoption of a resolution (ICJ advisory opinion).",
    "https://www.icj-cij.org/case/53",
)
REPERTOIRE_VOTING = Citation(
    "Repertoire, voting",
    "A permanent member's no on a text short of the required votes is not a veto: the announcement says that it "
    "failed to obtain the required number of votes.",
    REPERTOIRE,
)
REPERTOIRE_ASIDE = Citation(
    "Repertoire, abstention and absence",
    "Resolutions were adopted though a permanent member abstained (S/RES/4), was absent (S/RES/82 to 84 of 1950) or "
    "took no part (S/RES/338 of 1973).",
    REPERTOIRE,
)
ROP_30 = Citation(
    "Rule 30",
    "The President rules on a point of order at once; a challenged ruling stands unless the Council overrules it.",
    RULES,
)
ROP_31 = Citation("Rule 31", "Proposed resolutions are normally placed before the members in writing.", RULES)
ROP_32 = Citation("Rule 32", "Motions and draft resolutions have precedence in the order of submission.", RULES)
ROP_33 = Citation("Rule 33", "Procedural motions, adjournment and postponement among them, come first.", RULES)
ROP_34 = Citation("Rule 34", "A motion or draft resolution need not be seconded before the vote.", RULES)
ROP_35 = Citation(
    "Rule 35",
    "A text can be withdrawn while no vote has been taken on it; a seconder may require it to be put to the vote.",
    RULES,
)
ROP_36 = Citation("Rule 36", "Amendments are voted on before the text they touch.", RULES)
ROP_38 = Citation(
    "Rule 38",
    "A state that is no member may submit a proposal; it is put to the vote only if a member of the Council asks.",
    RULES,
)
ROP_40 = Citation("Rule 40", "Voting is as the Charter and the Statute of the Court say.", RULES)
ROP_61 = Citation(
    "Rule 61",
    "A meeting that elects members of the Court goes on until as many candidates as there are seats have an absolute "
    "majority, in one or more ballots.",
    RULES,
)
UNITING_FOR_PEACE = Citation(
    "A/RES/377 A (V)",
    "Where the permanent members are not unanimous, any seven (now nine) members may ask for an emergency special "
    "session of the Assembly, by a procedural vote.",
    "https://undocs.org/A/RES/377(V)",
)
VETO_INITIATIVE = Citation(
    "A/RES/76/262",
    "The Assembly debates a veto within ten working days, unless it meets in emergency special session on the same "
    "situation; the Council is invited to report at least 72 hours before.",
    "https://undocs.org/A/RES/76/262",
)
NOTE_507 = Citation(
    "Note 507",
    "Drafts are discussed with all members; a text may be put under silence, which any member may break.",
    "https://undocs.org/S/2017/507",
)
PRACTICE = Citation(
    "practice",
    "No rule says so; it is how the Council works (Sievers and Daws, The Procedure of the UN Security Council).",
    "https://www.scprocedure.org",
)
MODELLING = Citation(
    "modelling",
    "A choice of this model, not of the Council: without it a text could be revised for ever and never end.",
)
HYPOTHESIS = Citation(
    "hypothesis",
    "A rule that is not the Charter's: it is tried out here to see what would follow from it.",
)

CITATIONS: dict[str, Citation] = {value.key: value for value in list(globals().values()) if isinstance(value, Citation)}
"""Every source by its key, in the order above."""
