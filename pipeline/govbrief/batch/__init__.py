"""Many reports in one run: order, dry run, what became of each, and the same over the workers of a cluster."""
