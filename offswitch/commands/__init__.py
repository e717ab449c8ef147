"""One file per command: a thin call into a floor, which is imported when the command runs."""
