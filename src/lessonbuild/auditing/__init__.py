"""What a cost export holds and what is wrong in it: a further verb, beside the five that build a lesson."""
