"""Benchmarks: each program prints its own table, ours beside a named baseline of the same run."""
