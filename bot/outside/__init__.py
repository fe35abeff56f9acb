"""Helpers on other machines, each optional, each with a limit of time and of use."""
