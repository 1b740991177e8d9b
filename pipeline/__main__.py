"""`python -m pipeline` is `govbrief`."""

from pipeline.cli import main

main()
