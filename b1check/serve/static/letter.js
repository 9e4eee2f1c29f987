// The screen of one letter: what is said about it, its text, and what can be done.

import * as api from "./api.js";
import { showChanges } from "./changes.js";
import { button, h, keepingFocus, reveal } from "./dom.js";
import { showOff, showWords } from "./off.js";
import { outBar } from "./out.js";
import { moreOf, notesOf, overviewOf, partsOf } from "./overview.js";
import { RemarkList } from "./remarks.js";
import { hush, say, tell } from "./said.js";
import { LetterText } from "./text.js";
import { capital, figure, remarks, t, total } from "./words.js";

const PHONE = "(max-width: 40rem)"; // as in the style sheets

export class LetterScreen {
  /**
   * @param {HTMLElement} place
   * @param {any} letter
   * @param {any} choices
   */
  constructor(place, letter, choices) {
    this.letter = letter;
    this.choices = choices;
    this.closing = new AbortController();
    /** Questions that change the letter go one after the other. */
    this.queue = Promise.resolve();
    this.parts = {
      settings: h("div", { class: "instellingen" }),
      overview: h("div", { class: "kaarten" }),
      more: h("div"),
      notes: h("div"),
      changes: h("details", { class: "vlak uitklap", id: "veranderd" }),
      off: h("div"),
      parts: h("details", { class: "vlak uitklap", id: "opbouw" }),
    };
    this.text = new LetterText(this);
    this.remarks = new RemarkList(this);
    const bar = h("div", { class: "balk-boven" }, this.parts.settings);
    const text = h("section", { class: "tekst", "aria-labelledby": "tekst-kop" }, h("h2", { id: "tekst-kop" }, t("text_title")), h("p", { class: "klein" }, t("text_help")), legend(), h("div", { class: "naast" }, this.text.node, this.remarks.node));
    place.replaceChildren(
      h("p", { class: "terug" }, h("a", { class: "utrecht-link", href: "#/" }, h("span", { "aria-hidden": "true" }, "← "), t("back")), h("button", { type: "button", class: "als-link", onclick: () => this.goTo("tekst-kop", "start") }, t("text_jump")), h("button", { type: "button", class: "als-link naar-mee", onclick: () => this.goTo("mee-kop", "start") }, t("out_title"))),
      h("h1", null, letter.name),
      h("p", { class: "onder", id: "soort-en-maat" }),
      this.parts.notes,
      bar,
      this.parts.overview,
      this.parts.more,
      text,
      this.parts.off,
      this.parts.changes,
      this.parts.parts,
    );
    // On a phone the ways to take the text along would keep the text itself out of sight.
    const out = outBar(this);
    const phone = matchMedia(PHONE);
    const placeOut = () => (phone.matches ? text.after(out) : bar.append(out));
    phone.addEventListener("change", placeOut, { signal: this.closing.signal });
    placeOut();
    this.parts.changes.addEventListener("toggle", () => this.#showChanges());
    document.addEventListener("keydown", (event) => this.#key(event), { signal: this.closing.signal });
    document.addEventListener("visibilitychange", () => this.#back(), { signal: this.closing.signal });
    addEventListener("beforeprint", () => this.#forPaper(), { signal: this.closing.signal });
    this.#show();
  }

  close() {
    this.text.close();
    this.closing.abort();
  }

  /** The address of a question about this letter. @param {string} name */
  path(name) {
    return `letters/${this.letter.id}/${name}`;
  }

  /**
   * Change the letter, one change after the other.
   * @param {string} name of what to do
   * @param {Record<string, unknown>} asked
   * @param {{said?: string}} [options] what to say when it is done
   * @returns {Promise<boolean>} whether it was done
   */
  async change(name, asked, { said } = {}) {
    const version = this.letter.version;
    await this.text.flush();
    if (this.letter.version !== version && "remark" in asked) {
      say(t("changed_meanwhile")); // the remarks have other numbers now
      return false;
    }
    return this.inTurn(async () => {
      try {
        this.take(await api.post(this.path(name), { version: this.letter.version, ...asked }));
      } catch (error) {
        return this.failed(error);
      }
      hush();
      say([said, this.#counted()].filter(Boolean).join(" "));
      return true;
    });
  }

  /**
   * Do something that changes the letter, after what was asked for before it.
   * @param {() => Promise<boolean>} work
   */
  inTurn(work) {
    const done = this.queue.then(work);
    this.queue = done.then(() => undefined, () => undefined);
    return done;
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof api.Failed) {
      if (error.letter) this.take(error.letter);
      tell(error.message, { kind: error.letter ? "info" : "error" });
      if (error.status === 404 || error.status === 401) location.hash = "#/";
    } else {
      tell(t("crashed"));
    }
    return false;
  }

  /** Show another state of the letter. @param {any} letter */
  take(letter) {
    this.letter = letter;
    this.#show();
  }

  /**
   * Bring a remark to the fore, in the text and in the list.
   * @param {number} number
   * @param {"list" | "text" | ""} focus where the focus goes
   */
  choose(number, focus) {
    this.text.choose(number);
    this.remarks.choose(number);
    if (focus === "list") this.remarks.focus(number);
    if (focus === "text") this.text.focus(number);
  }

  /**
   * @param {string} target id of a block, as the service gives it, or of a heading
   * @param {ScrollLogicalPosition} [place] where it comes in the window
   */
  goTo(target, place = "center") {
    const block = document.getElementById(target);
    if (!block) return;
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    reveal(block, place);
  }

  /** Have the words of a remark allowed. @param {string} word */
  async allow(word) {
    await this.#choosing({ allow: word }, t("allowed", { word }));
  }

  /** @param {string} word */
  async refuse(word) {
    await this.#choosing({ refuse: word });
  }

  /** @param {Record<string, string>} asked @param {string} [said] */
  async #choosing(asked, said) {
    try {
      const chosen = await api.post("choices", asked);
      this.choices = { ...this.choices, ...chosen };
      this.take(await api.get(`letters/${this.letter.id}`));
      hush();
      say([said, this.#counted()].filter(Boolean).join(" "));
    } catch (error) {
      this.failed(error);
    }
  }

  #show() {
    const { letter, parts } = this;
    const size = document.getElementById("soort-en-maat");
    if (size) size.textContent = capital([letter.type, letter.size].filter(Boolean).join(" · "));
    keepingFocus(() => {
      parts.settings.replaceChildren(...this.#settings());
      parts.overview.replaceChildren(...overviewOf(this));
      parts.more.replaceChildren(...moreOf(this, parts.more.querySelector("details")?.open ?? false));
      parts.notes.replaceChildren(...notesOf(letter));
      parts.off.replaceChildren(...showWords(this), ...showOff(this));
      const open = parts.parts.open;
      parts.parts.hidden = !letter.score;
      parts.parts.replaceChildren(...partsOf(letter));
      parts.parts.open = open;
      this.text.show(letter);
      this.remarks.show(letter);
      this.text.choose(this.remarks.chosenNumber());
    }, () => document.getElementById("opmerkingen-kop"));
    parts.changes.replaceChildren(h("summary", null, h("h2", null, t("changes_title"))), ...[...parts.changes.children].slice(1));
    this.#showChanges();
  }

  #settings() {
    const { letter, choices } = this;
    const type = h(
      "select",
      { id: "soort", class: "utrecht-select utrecht-select--html-select", onchange: () => this.change("sort", { type: type.value }) },
      h("option", { value: "", selected: !letter.chosenType }, letter.type && !letter.chosenType ? t("type_guess", { type: letter.type }) : t("type_guess_none")),
      choices.types.map((/** @type {string} */ one) => h("option", { value: one, selected: one === letter.chosenType }, one)),
    );
    const profile = h(
      "select",
      { id: "profiel", class: "utrecht-select utrecht-select--html-select", onchange: () => this.#choosing({ profile: profile.value }) },
      Object.entries(choices.profiles).map(([name, words]) => h("option", { value: name, selected: name === choices.profile }, /** @type {string} */ (words))),
    );
    return [
      h("div", { class: "veld" }, h("label", { class: "utrecht-form-label", for: "soort" }, t("type_label")), type),
      h("div", { class: "veld" }, h("label", { class: "utrecht-form-label", for: "profiel" }, t("profile_label")), profile),
      h(
        "div",
        { class: "utrecht-button-group stappen" },
        button(t("undo"), () => this.undo(), { key: "undo", disabled: !letter.undo }),
        button(t("redo"), () => this.redo(), { key: "redo", disabled: !letter.redo }),
      ),
    ];
  }

  /** On paper nothing can be opened. */
  #forPaper() {
    const more = this.parts.more.querySelector("details");
    if (more) more.open = true;
  }

  undo() {
    if (this.letter.undo) this.change("undo", {}, { said: t("undone") });
  }

  redo() {
    if (this.letter.redo) this.change("redo", {}, { said: t("redone") });
  }

  async #showChanges() {
    const details = this.parts.changes;
    if (!details.open) return;
    const version = this.letter.version;
    try {
      const changes = await api.get(this.path("changes"));
      if (version === this.letter.version) details.replaceChildren(details.children[0], ...showChanges(changes));
    } catch (error) {
      this.failed(error);
    }
  }

  /** What is left to do, in words. */
  #counted() {
    const left = total(this.letter.counts);
    const values = { verb: t(left === 1 ? "is" : "are"), count: remarks(left) };
    const score = this.letter.score;
    return score ? t("now", { ...values, score: figure(score.value) }) : t("now_without_score", values);
  }

  /** The user comes back to this tab: another one may have changed the letter. */
  async #back() {
    if (document.visibilityState !== "visible" || this.text.editing) return;
    try {
      const letter = await api.get(`letters/${this.letter.id}`);
      if (letter.version !== this.letter.version && !this.text.editing) this.take(letter);
    } catch (error) {
      this.failed(error);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.matches("textarea, input:not([type=checkbox]), select");
    if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      if (target.matches("select")) return;
      event.preventDefault();
      this.remarks.step(event.key === "ArrowDown" ? 1 : -1);
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey && !typing && event.key.toLowerCase() === "z") {
      event.preventDefault();
      if (event.shiftKey) this.redo();
      else this.undo();
    } else if ((event.ctrlKey || event.metaKey) && !typing && event.key.toLowerCase() === "y") {
      event.preventDefault();
      this.redo();
    }
  }
}

function legend() {
  const word = (/** @type {string} */ severity, /** @type {number} */ number) =>
    h("li", null, h("span", { class: `m m-${severity}`, "aria-hidden": "true" }, t("legend_words"), h("sup", { class: `nr nr-${severity}` }, String(number))), " ", t(`legend_${severity}`));
  return h(
    "details",
    { class: "legenda" },
    h("summary", null, t("legend")),
    h("ul", null, word("fout", 1), word("let-op", 2), word("tip", 3), h("li", null, h("span", { class: "z z-let-op z-begin z-eind", "aria-hidden": "true" }, t("legend_sentence")), " ", t("legend_sentence_help"))),
  );
}
