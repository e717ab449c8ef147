"""From a recording to findings. Knows nothing of browsers, networks or drawing; prints nothing."""
