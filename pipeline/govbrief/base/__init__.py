"""What every other folder stands on: errors, settings, files, data files; knows none of them."""
