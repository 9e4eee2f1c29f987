"""Dutch: tokens, sentence ends, lemmas and the embedded pipeline that finds them."""
