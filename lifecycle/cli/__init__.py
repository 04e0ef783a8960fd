"""The command line: one module a group of commands; parse, call, show."""
