"""The command line, on the same actions as the window; `main.py` finds out what is wanted."""
