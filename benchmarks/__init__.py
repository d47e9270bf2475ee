"""What is measured and against what; `make bench` prints medians as ratios within one run."""
