"""The days of one story: what binds those of its articles and events to each other, and which days that leaves."""
