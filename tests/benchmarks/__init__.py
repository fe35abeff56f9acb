"""Measures Debrief beside two libraries that hold conversations too: `python -m tests.benchmarks`.

Nothing here is collected by pytest. What the figures mean stands in docs/benchmarks.md.
"""
