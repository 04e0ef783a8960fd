"""The machine for other tools: pictures, a chart that runs, a model for a checker, and the table itself."""
