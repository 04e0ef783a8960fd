"""From the text of press articles to events, each with the words it rests on."""
