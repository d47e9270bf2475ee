"""One function per user task, for window and command line alike, and the cache of results."""
