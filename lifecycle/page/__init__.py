"""One self-contained page: a Council's table, a story, the machine and its rules, for people without this program."""
