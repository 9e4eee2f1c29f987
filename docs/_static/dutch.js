// What the search says at its end. Sphinx has no Dutch for it, and looks it up by whether there is more than one page
// (true or false) in a list, finds nothing and stops with an error.
"use strict";

Object.assign(Documentation.TRANSLATIONS, {
  "Search finished, found one page matching the search query.": {
    false: "1 pagina gevonden.",
    true: "${resultCount} pagina's gevonden.",
  },
  "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
    "Niets gevonden. Kijk of het woord goed is gespeld, of probeer een ander woord.",
});
