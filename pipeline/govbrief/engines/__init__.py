"""Engines: the same work on more than one process or machine; the library knows none of them."""
