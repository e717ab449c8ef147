"""Drawings of switches and checkboxes, made here, from which the model that reads a control's picture is trained (see README.md)."""
