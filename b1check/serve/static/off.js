// What the writer ignores, and the words that they allowed.

import { button, h } from "./dom.js";
import { remarks, t } from "./words.js";

/** @typedef {import("./letter.js").LetterScreen} Screen */

/** @param {Screen} screen */
export function showOff(screen) {
  const { off } = screen.letter;
  if (!off.length) return [];
  const lines = off.map((/** @type {any} */ one) =>
    h(
      "li",
      null,
      h("strong", null, one.title),
      h("span", { class: "klein" }, ` (${one.where})`),
      one.words && [": ", h("q", null, one.words)],
      h("p", { class: "klein" }, one.reason ? t("off_reason", { reason: one.reason }) : t("off_no_reason")),
      one.canRestore && button(t("off_restore"), () => screen.change("restore", { off: one.index }, { said: t("restored") }), { look: "subtle", name: t("off_restore_named", { title: one.title }), key: `terug-${one.index}` }),
    ),
  );
  return [h("section", { class: "vlak", "aria-labelledby": "uit-kop" }, h("h2", { id: "uit-kop" }, t("off_title", { count: remarks(off.length) })), h("ul", { class: "genegeerd", role: "list" }, lines))];
}

/** @param {Screen} screen */
export function showWords(screen) {
  /** @type {string[]} */
  const words = screen.choices.words;
  if (!words.length) return [];
  const setting = `[terms]\nallowed = [${words.map((word) => JSON.stringify(word)).join(", ")}]`;
  return [
    h(
      "section",
      { class: "vlak", "aria-labelledby": "woorden-kop" },
      h("h2", { id: "woorden-kop" }, t("words_title")),
      h("ul", { class: "toegestaan", role: "list" }, words.map((word) => h("li", null, button(t("words_remove", { word }), () => screen.refuse(word), { look: "subtle", key: `mag-niet-${word}` })))),
      h("p", { class: "klein" }, t("words_help")),
      h("pre", { tabindex: 0, "aria-label": "b1check.toml", role: "region" }, h("code", null, setting)),
    ),
  ];
}
