"""Inputs made to hurt: what each is, how it is given to the command, and which exit codes are right for it."""
