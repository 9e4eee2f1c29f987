// Taking the letter along: a file for Word, the clipboard, a report, a table, paper.

import * as api from "./api.js";
import { button, h } from "./dom.js";
import { say, tell } from "./said.js";
import { t } from "./words.js";

/** @typedef {import("./letter.js").LetterScreen} Screen */

/** @param {Screen} screen */
export function outBar(screen) {
  const save = async (/** @type {string} */ kind) => {
    await screen.text.finish();
    try {
      const said = t("out_done", { name: await api.save(screen.path(`files/${kind}`)) });
      say(said);
      tell(said, { kind: "ok" });
    } catch (error) {
      screen.failed(error);
    }
  };
  const own = screen.letter.own;
  return h(
    "section",
    { class: "meenemen", "aria-labelledby": "mee-kop" },
    h("h2", { id: "mee-kop" }, t("out_title")),
    h(
      "div",
      { class: "utrecht-button-group" },
      button(t("out_word"), () => save("word"), { look: "primary-action", key: "word", extra: { "aria-describedby": "word-hulp" } }),
      button(t("out_copy"), () => copy(screen), { key: "kopie" }),
      own && button(t("out_own", { format: `.${own}` }), () => save("own"), { key: "eigen" }),
      button(t("out_report"), () => save("report"), { key: "rapport" }),
      button(t("out_table"), () => save("table"), { key: "csv" }),
      button(t("out_print"), () => print(), { key: "print" }),
    ),
    h("p", { class: "klein", id: "word-hulp" }, t("out_word_help")),
  );
}

/** @param {Screen} screen */
async function copy(screen) {
  await screen.text.finish();
  try {
    const { html, text } = await api.get(screen.path("copy"));
    if (await put(html, text)) {
      say(t("out_copied"));
      tell(t("out_copied"), { kind: "ok" });
    } else {
      tell(t("out_copy_failed"));
    }
  } catch (error) {
    screen.failed(error);
  }
}

/**
 * Put a text on the clipboard, with its formatting.
 * @param {string} html
 * @param {string} text
 */
async function put(html, text) {
  if (navigator.clipboard && "ClipboardItem" in window) {
    try {
      const blob = (/** @type {string} */ type, /** @type {string} */ content) => new Blob([content], { type });
      await navigator.clipboard.write([new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", text) })]);
      return true;
    } catch {
      // A page without https may not do this; there the older way works.
    }
  }
  let done = false;
  const take = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    done = true;
  };
  document.addEventListener("copy", take, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", take);
  return done;
}
