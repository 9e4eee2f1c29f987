// Changes one paragraph: b1check reads along, and the marks stand behind the words that are typed.

import * as api from "./api.js";
import { button, h } from "./dom.js";
import { say, tell } from "./said.js";
import { remarks, t } from "./words.js";

/** @typedef {import("./letter.js").LetterScreen} Screen */

/** White space means nothing here but for the line ends that start a paragraph. @param {string} text */
function flat(text) {
  return text.split(/\s+/).filter(Boolean).join(" ");
}

const PAUSE = 120; // milliseconds without typing before b1check reads along
const NEW_PARAGRAPH = /\n[ \t]*\n/;
let turns = 0;

export class Editor {
  /**
   * @param {Screen} screen
   * @param {any} block
   * @param {string} text
   * @param {() => void} ended
   */
  constructor(screen, block, text, ended) {
    this.screen = screen;
    this.at = block.at;
    this.block = block;
    this.ended = ended;
    this.first = text;
    /** What the service has. */
    this.known = text;
    this.typing = `${Date.now().toString(36)}-${(turns += 1)}`;
    this.timer = 0;
    /** @type {Promise<boolean> | null} */
    this.running = null;
    const id = `bewerk-${this.at}`;
    this.marks = h("div", { class: "achter", "aria-hidden": "true" });
    this.area = h("textarea", { id, class: "typen", rows: 1, spellcheck: "true", lang: "nl", "aria-describedby": `${id}-stand ${id}-hulp`, "data-key": id, value: text });
    this.state = h("p", { class: "klein stand", id: `${id}-stand`, role: "status" });
    this.wrong = h("p", { class: "mist", role: "alert" });
    this.node = h(
      "div",
      { class: "bewerker", onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) },
      h("label", { class: "alleen-voorlezen", for: id }, t("edit_label", { number: this.at + 1 })),
      h("div", { class: "op-elkaar" }, this.marks, this.area),
      this.state,
      this.wrong,
      h("p", { class: "klein", id: `${id}-hulp` }, t("edit_help")),
      h("div", { class: "utrecht-button-group" }, button(t("edit_done"), () => this.finish(), { look: "primary-action", key: `${id}-klaar` }), button(t("edit_cancel"), () => this.cancel(), { key: `${id}-terug` })),
    );
    this.area.addEventListener("input", () => this.#typed());
  }

  begin() {
    this.#mark();
    this.#count();
    this.focus();
  }

  focus() {
    this.area.focus();
  }

  /** Show what the service says of the paragraph as it is now. @param {any} block @param {string} text */
  refresh(block, text) {
    this.block = block;
    if (flat(text) !== flat(this.known)) {
      // Not by typing: an alternative was chosen, or a step undone.
      if (flat(this.area.value) === flat(this.known)) {
        const at = this.area.selectionStart;
        this.area.value = text;
        this.area.setSelectionRange(at, at);
      }
      this.known = text;
    }
    this.#mark();
    this.#count();
  }

  /** Take over what was typed, and close. */
  async finish() {
    clearTimeout(this.timer);
    if (!this.area.value.trim() && this.state.textContent !== t("edit_delete")) {
      this.state.textContent = t("edit_delete");
      return;
    }
    const sure = await this.#send();
    if (sure) this.ended();
  }

  /** Have the service know what was typed, before something else changes; what is half done is left alone. */
  async flush() {
    clearTimeout(this.timer);
    if (this.area.value.trim() && !NEW_PARAGRAPH.test(this.area.value)) await this.#send();
  }

  /** Put the old text back, and close. */
  async cancel() {
    clearTimeout(this.timer);
    await this.running;
    this.area.value = this.first;
    if (await this.#send()) this.ended();
  }

  stop() {
    clearTimeout(this.timer);
    if (this.area.isConnected && flat(this.area.value) !== flat(this.known)) tell(`${t("keep_typing")} ${this.area.value}`, { kind: "info" });
  }

  #typed() {
    this.#mark();
    clearTimeout(this.timer);
    this.wrong.textContent = "";
    if (!this.area.value.trim()) this.state.textContent = "";
    else if (NEW_PARAGRAPH.test(this.area.value)) this.state.textContent = t("edit_later");
    else this.timer = window.setTimeout(() => this.#send(), PAUSE);
  }

  /** Have the service read the paragraph as it is now; one question at a time, and the last one counts. */
  async #send() {
    while (this.running) await this.running;
    const text = this.area.value;
    if (flat(text) === flat(this.known) && !NEW_PARAGRAPH.test(text)) return true;
    this.running = this.screen.inTurn(() => this.#ask(text));
    return this.running;
  }

  /** @param {string} text */
  async #ask(text) {
    const { screen } = this;
    try {
      const letter = await api.post(screen.path("write"), { version: screen.letter.version, block: this.at, text, typing: this.typing });
      this.known = text;
      this.wrong.textContent = "";
      this.running = null;
      screen.take(letter);
      return true;
    } catch (error) {
      this.running = null;
      if (error instanceof api.Failed && !error.letter && error.status !== 404 && error.status !== 401) {
        this.wrong.textContent = error.message;
        return false;
      }
      return screen.failed(error);
    }
  }

  #count() {
    const numbers = new Set(this.block.pieces.flatMap((/** @type {any} */ piece) => piece.numbers ?? []).concat(this.block.whole));
    const words = t("edit_count", { count: remarks(numbers.size) });
    if (this.state.textContent !== words) this.state.textContent = words;
  }

  /** Draw the marks behind the words; where the text is newer than what was read, only what stayed the same. */
  #mark() {
    const text = this.area.value;
    const pieces = this.block.pieces;
    const read = pieces.map((/** @type {any} */ piece) => piece.text).join("");
    let same = 0;
    while (same < text.length && same < read.length && text[same] === read[same]) same += 1;
    let tail = 0;
    while (tail < text.length - same && tail < read.length - same && text[text.length - 1 - tail] === read[read.length - 1 - tail]) tail += 1;
    const drawn = [];
    let at = 0;
    const draw = (/** @type {any} */ piece, /** @type {string} */ words) => {
      const about = piece.words && this.screen.text.remarks?.get(piece.words);
      const sentence = piece.sentence && this.screen.text.remarks?.get(piece.sentence);
      const look = [about && `m m-${about.severity}`, sentence && `zin zin-${sentence.severity}`].filter(Boolean).join(" ");
      return look ? h("span", { class: look }, words) : words;
    };
    const middle = text.slice(same, text.length - tail);
    let placed = false;
    for (const piece of pieces) {
      const end = at + piece.text.length;
      const before = piece.text.slice(0, Math.max(0, Math.min(piece.text.length, same - at)));
      const after = piece.text.slice(Math.max(0, Math.min(piece.text.length, read.length - tail - at)));
      if (before) drawn.push(draw(piece, before));
      if (!placed && end >= same) {
        drawn.push(middle);
        placed = true;
      }
      if (after && at + piece.text.length - after.length >= same) drawn.push(draw(piece, after));
      at = end;
    }
    if (!placed) drawn.push(middle);
    this.marks.replaceChildren(...drawn, "\u200b");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.finish();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.cancel();
    }
  }
}
