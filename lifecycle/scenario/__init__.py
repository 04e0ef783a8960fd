"""A history or a hypothesis as a YAML file: its schema, its loader, and its run."""
