// Shows the screen that the address asks for: the start, or a letter. So the back button of the browser works.

import * as api from "./api.js";
import { h } from "./dom.js";
import { LetterScreen } from "./letter.js";
import { hush, tell } from "./said.js";
import { StartScreen } from "./start.js";
import { setTexts, t } from "./words.js";

/** @type {{close(): void} | null} */
let screen = null;
let turn = 0;

/** @param {any} choices what the service told at the start */
async function show(choices) {
  const place = /** @type {HTMLElement} */ (document.getElementById("scherm"));
  const mine = ++turn;
  const letter = /^#\/brief\/([\w-]+)$/.exec(location.hash)?.[1];
  screen?.close();
  screen = null;
  try {
    if (letter) {
      const state = await api.get(`letters/${letter}`);
      if (mine !== turn) return; // the user went on already
      hush();
      screen = new LetterScreen(place, state, choices);
    } else {
      const list = await api.get("letters");
      if (mine !== turn) return;
      screen = new StartScreen(place, list, choices);
    }
  } catch (error) {
    if (mine !== turn) return;
    tell(error instanceof api.Failed ? error.message : t("crashed"), { again: () => show(choices) });
    if (letter && error instanceof api.Failed && error.status === 404) location.replace("#/");
    return;
  }
  const heading = place.querySelector("h1");
  document.title = letter ? `${heading?.textContent} · ${t("title")}` : t("title");
  if (mine > 1 && heading) {
    heading.tabIndex = -1;
    heading.focus();
    scrollTo(0, 0);
  }
}

async function begin() {
  try {
    const choices = await api.get("start");
    setTexts(choices.texts);
    addEventListener("hashchange", () => show(choices));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => event.preventDefault()); // a file beside its place must not open
    await show(choices);
  } catch (error) {
    document.getElementById("scherm")?.replaceChildren(h("p", { role: "alert" }, error instanceof Error ? error.message : ""));
  }
}

begin();
