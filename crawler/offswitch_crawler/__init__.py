"""From a URL to a recording. Knows nothing of scoring; prints nothing."""
