
/* The examples, written by hand beside the laws: a law about something that never happens says nothing, so for each law
 * NAME the block some_NAME claims that its case never comes up. SPIN must find an error in every block.
 */
#define YES (permanent_yes + elected_yes)
#define VOTED_BY_COUNT (event == announce)
#define NO_ROLL (permanent_yes == 0 && permanent_no == 0 && elected_yes == 0 && elected_no == 0)

ltl some_adopted_has_its_votes { [] !(state == adopted && VOTED_BY_COUNT) }
ltl some_adopted_met_no_veto { [] !(state == adopted && VOTED_BY_COUNT && kind == substantive) }
ltl some_vetoed_had_its_votes { [] !(state == vetoed) }
ltl some_vetoed_met_a_permanent_no { [] !(state == vetoed && permanent_no == 1) }
ltl some_vetoed_could_be { [] !(state == vetoed && kind == preliminary_question) }
ltl some_failed_fell_short { [] !(state == failed) }
/* Short, with a permanent member's no: failed and not vetoed. */
ltl some_short_has_failed { [] !(VOTED_BY_COUNT && YES == 6 && permanent_no == 2) }
ltl some_a_veto_tells { [] !(VOTED_BY_COUNT && kind == substantive && YES == SEATS - 1 && permanent_no == 1) }
/* A permanent member abstains or stays away, and the text is adopted. */
ltl some_aside_is_no_veto { [] !(VOTED_BY_COUNT && kind == substantive && state == adopted && permanent_yes == 4 && permanent_no == 0) }
ltl some_procedure_takes_any_nine { [] !(VOTED_BY_COUNT && kind == procedural && state == adopted && permanent_no == 5 - permanent_yes && permanent_no >= 1) }
ltl some_a_count_has_a_result { [] !VOTED_BY_COUNT }
ltl some_one_vote_each { [] !(permanent_yes + permanent_no == 5 && elected_yes + elected_no == SEATS - 5) }
ltl some_no_vote_on_an_untabled_text { [] !(state == voted) }
ltl some_no_ballot_before_the_vote { [] !(!NO_ROLL) }
ltl some_adopted_by_vote_or_by_none { [] !(state == adopted) }
ltl some_without_a_vote_nobody_voted { [] !(event == adopt_without_vote) }
ltl some_lost_by_vote_alone { [] !(state == vetoed || state == failed) }
ltl some_once_voted_only_a_result { [] !(state == voted) }
ltl some_left_before_any_ballot { [] !(state == withdrawn) }
ltl some_adopted_is_final { [] !(state == adopted) }
ltl some_vetoed_is_final { [] !(state == vetoed) }
ltl some_failed_is_final { [] !(state == failed) }
ltl some_superseded_is_final { [] !(state == superseded) }
ltl some_lapsed_is_final { [] !(state == lapsed) }
ltl some_withdrawn_unseconded_is_final { [] !(state == withdrawn && !seconded) }
ltl some_insisting_takes_a_second { [] !(event == insist) }
ltl some_insisting_puts_it_back { [] !(event == insist && state == submitted) }
ltl some_postponed_was_tabled { [] !(state == postponed) }
ltl some_amended_before_the_vote { [] !(event == amend) }
ltl some_silence_is_asked_for { [] !(state == under_silence) }
ltl some_broken_silence_has_no_tally { [] !(event == break_silence) }
ltl some_passed_silence_adopts_nothing { [] !(event == pass_silence) }
ltl some_voting_ends { [] !(state == voted) }
ltl some_fairly_a_tabled_text_ends { [] !(state == submitted) }
ltl some_fairly_silence_ends { [] !(state == under_silence) }
