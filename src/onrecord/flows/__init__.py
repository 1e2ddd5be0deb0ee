"""The only place that puts steps in order."""
