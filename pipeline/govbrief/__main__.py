"""`python -m govbrief` is `govbrief`."""

from govbrief.cli.app import main

main()
