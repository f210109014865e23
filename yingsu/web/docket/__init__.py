"""Pages of the docket: the list, the case in one view, corrections, the calendar."""
