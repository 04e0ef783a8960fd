"""The law and the life of a draft resolution: members, ballots, rules, states, and the machine that steps."""
