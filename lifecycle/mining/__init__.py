"""Many articles, joined: their stories, their drafts, their days, their events, each with the words it rests on."""
