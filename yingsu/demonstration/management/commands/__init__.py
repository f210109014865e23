"""manage.py demonstrate."""
