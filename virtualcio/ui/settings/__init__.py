"""Step-independent settings: the company, its assumptions, its lifecycle rows and its file."""
