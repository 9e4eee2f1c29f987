// What is wider than the page scrolls by itself: let the keyboard reach it then.
"use strict";

const NAMES = { DIV: ["Tabel", "Table"], PRE: ["Voorbeeld", "Code"], P: ["Tekening", "Drawing"] };

const fit = () => {
  const english = document.querySelector("article [lang=en]");
  for (const box of document.querySelectorAll(".table-wrapper, article pre, article p:has(> img)")) {
    if (box.scrollWidth > box.clientWidth) {
      const name = NAMES[box.tagName][english ? 1 : 0];
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", name);
    } else {
      for (const given of ["tabindex", "role", "aria-label"]) {
        box.removeAttribute(given);
      }
    }
  }
};
addEventListener("load", fit);
addEventListener("resize", fit);
