"""What comes back in filled forms, as a table, a summary and a page a team: a further verb, beside the five."""
