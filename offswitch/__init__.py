"""offswitch: how deep did they bury the off switch?"""

__version__ = "0.1.0"
