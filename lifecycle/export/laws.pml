
/* The laws, written by hand from the sources they cite and not from the table: a table that says otherwise is found out.
 * They read the raw ballots (permanent_yes, permanent_no, elected_yes, elected_no), never what a guard makes of them, and
 * have their own numbers. Rule: the Provisional Rules of Procedure, S/96/Rev.7. Charter: articles by number.
 */
#define YES (permanent_yes + elected_yes)
#define NOBODY_VOTED (permanent_yes == 0 && permanent_no == 0 && elected_yes == 0 && elected_no == 0)
#if SEATS == 11
#define NINE 7  /* Charter 27 as signed in 1945 */
#define MOST 6  /* more than half of eleven */
#else
#define NINE 9  /* Charter 27 as amended by A/RES/1991 A (XVIII) */
#define MOST 8  /* more than half of fifteen */
#endif
#if ON >= 19680612
#define REVIEW 9  /* Charter 109(1) as amended by A/RES/2101 (XX) */
#else
#define REVIEW 7  /* Charter 109(1) as signed */
#endif
#define ENOUGH ((kind == icj_election && YES >= MOST) || (kind == charter_review && YES >= REVIEW) || (kind != icj_election && kind != charter_review && YES >= NINE))
/* Charter 27(3), "all other matters"; admission: 4(2); Secretary-General: 97; whether a matter is procedural: Statement
 * of the four sponsoring governments, 7 June 1945, II(2). No veto: 27(2), 109(1), and Statute of the Court 10(2). */
#define CAN_BE_VETOED (kind == substantive || kind == admission || kind == secretary_general || kind == preliminary_question)
#define COUNTED (event == announce)
#define OVER (state == adopted || state == vetoed || state == failed || state == withdrawn || state == superseded || state == lapsed)

/* Charter 27(2) and 27(3), 109(1), Statute 10(1). */
ltl adopted_has_its_votes { [] ((state == adopted && COUNTED) -> ENOUGH) }
/* Charter 27(3): a decision needs the concurring votes of the permanent members. */
ltl adopted_met_no_veto { [] ((state == adopted && COUNTED && CAN_BE_VETOED) -> permanent_no == 0) }
/* Repertoire: without its votes a text has failed, and a no of a permanent member is no veto. */
ltl vetoed_had_its_votes { [] (state == vetoed -> ENOUGH) }
/* Charter 27(3): only a permanent member can withhold a concurring vote. */
ltl vetoed_met_a_permanent_no { [] (state == vetoed -> permanent_no >= 1) }
/* Charter 27(2): procedural matters take any nine; Statute 10(2): no distinction of members; Charter 109(1). */
ltl vetoed_could_be { [] (state == vetoed -> CAN_BE_VETOED) }
/* Repertoire: "failed to obtain the required number of votes". */
ltl failed_fell_short { [] (state == failed -> !ENOUGH) }
ltl short_has_failed { [] ((COUNTED && !ENOUGH) -> state == failed) }
/* Charter 27(3). */
ltl a_veto_tells { [] ((COUNTED && CAN_BE_VETOED && ENOUGH && permanent_no >= 1) -> state == vetoed) }
/* Namibia, advisory opinion of 21 June 1971, para. 22: a voluntary abstention does not bar adoption. */
ltl aside_is_no_veto { [] ((COUNTED && ENOUGH && permanent_no == 0) -> state == adopted) }
/* Charter 27(2). */
ltl procedure_takes_any_nine { [] ((COUNTED && kind == procedural && YES >= NINE) -> state == adopted) }
/* Rule 40: a vote that is counted has one of three results. */
ltl a_count_has_a_result { [] (COUNTED -> (state == adopted || state == vetoed || state == failed)) }
/* Charter 27(1): one vote each; Charter 23(1): five permanent members and the elected. */
ltl one_vote_each { [] (permanent_yes + permanent_no <= 5 && elected_yes + elected_no <= SEATS - 5) }
/* Rule 31: proposals are placed before the members in writing. */
ltl no_vote_on_an_untabled_text { (state != voted) W (state == submitted) }
/* Charter 27(1): ballots are cast in a vote and nowhere else. */
ltl no_ballot_before_the_vote { NOBODY_VOTED W (state == voted) }
/* Rule 40; adoption without a vote is practice (Repertoire). */
ltl adopted_by_vote_or_by_none { (state != adopted) W (state == voted || event == adopt_without_vote) }
ltl without_a_vote_nobody_voted { [] (event == adopt_without_vote -> (state == adopted && NOBODY_VOTED)) }
ltl lost_by_vote_alone { (state != vetoed && state != failed) W (state == voted) }
/* Rule 35: withdrawn "so long as no vote has been taken with respect to it"; so the vote is never left but by its result. */
ltl once_voted_only_a_result { [] (state == voted -> [] (state == voted || state == adopted || state == vetoed || state == failed)) }
ltl left_before_any_ballot { [] ((state == withdrawn || state == superseded || state == lapsed) -> NOBODY_VOTED) }
/* Repertoire: a text that comes back is a new draft with a new symbol. */
ltl adopted_is_final { [] (state == adopted -> [] (state == adopted)) }
ltl vetoed_is_final { [] (state == vetoed -> [] (state == vetoed)) }
ltl failed_is_final { [] (state == failed -> [] (state == failed)) }
ltl superseded_is_final { [] (state == superseded -> [] (state == superseded)) }
ltl lapsed_is_final { [] (state == lapsed -> [] (state == lapsed)) }
/* Rule 35: only a member who has seconded can require that a withdrawn text be put to the vote; rule 32: in its place. */
ltl withdrawn_unseconded_is_final { [] ((state == withdrawn && !seconded) -> [] (state == withdrawn)) }
ltl insisting_takes_a_second { (event != insist) W (event == second) }
ltl insisting_puts_it_back { [] (event == insist -> state == submitted) }
/* Rule 33: the postponed question is one that is before the Council. */
ltl postponed_was_tabled { (state != postponed) W (state == submitted) }
/* Rule 36: amendments are voted on before the text. */
ltl amended_before_the_vote { [] (event == amend -> (state == submitted && NOBODY_VOTED)) }
/* Note by the President S/2017/507: silence is asked for, any member may break it, and it is no vote. */
ltl silence_is_asked_for { (state != under_silence) W (event == place_under_silence) }
ltl broken_silence_has_no_tally { [] (event == break_silence -> (state == circulated && NOBODY_VOTED)) }
ltl passed_silence_adopts_nothing { [] (event == pass_silence -> (state == circulated && NOBODY_VOTED)) }
/* Rule 40: the voting ends, whatever else may not. */
ltl voting_ends { [] (state == voted -> <> (state == adopted || state == vetoed || state == failed)) }
/* Only if time goes on: a text can be revised for ever. */
ltl fairly_a_tabled_text_ends { [] (state == submitted -> <> OVER) }
ltl fairly_silence_ends { [] (state == under_silence -> <> (state != under_silence)) }
