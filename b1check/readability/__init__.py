"""How easy a text reads: measures of its sentences, weighed into a score from 0 to 100 that shows its parts."""
