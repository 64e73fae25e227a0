"""The sound core: NumPy in, NumPy out; knows nothing of screens or records."""
