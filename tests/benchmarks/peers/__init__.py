"""The same ten answers, held by other libraries, each in a virtual environment of its own.

These modules and those that they import need nothing but the standard library and the peer.
"""
