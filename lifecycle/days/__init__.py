"""Days as news writes them: the phrases for days, and what each means once the day of publication is known."""
