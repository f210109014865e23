"""Settings and the WSGI entrance. Takes: environment variables. Gives: Django's settings. Never: knows a room."""
