"""Exercises that are graded by the engine: sheets, answers, and the misconceptions behind wrong ones."""
