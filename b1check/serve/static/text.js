// The text as its reader sees it, with marks at the words, and a way to change each paragraph.

import { button, h, reveal, spoken } from "./dom.js";
import { Editor } from "./editor.js";
import { t } from "./words.js";

/** @typedef {import("./letter.js").LetterScreen} Screen */

const HEADING_BELOW = 2;
const LOWEST = 6;

export class LetterText {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.node = h("div", { class: "vel", id: "vel" });
    /** @type {Editor | null} */
    this.editing = null;
    /** The form of the text without its words: when it stays, only paragraphs that changed are made anew. */
    this.form = "";
    /** @type {Map<number, {node: HTMLElement, said: string, tag: string}>} */
    this.blocks = new Map();
    this.node.addEventListener("click", (/** @type {MouseEvent} */ event) => this.#clicked(event));
  }

  close() {
    this.editing?.stop();
    this.editing = null;
  }

  /** Have what is being typed taken over. */
  async finish() {
    await this.editing?.finish();
  }

  /** Have the service know what was typed up to now. */
  async flush() {
    await this.editing?.flush();
  }

  /** @param {any} letter */
  show(letter) {
    this.remarks = new Map(letter.remarks.map((/** @type {any} */ one) => [one.number, one]));
    const form = JSON.stringify(letter.groups.map(formOf));
    if (form === this.form) {
      for (const block of blocksOf(letter.groups)) this.#refresh(block);
    } else {
      this.form = form;
      const typing = this.editing;
      this.editing = null;
      typing?.stop();
      this.blocks.clear();
      this.node.replaceChildren(...letter.groups.map((/** @type {any} */ group) => this.#group(group)));
    }
  }

  /** Mark the words of a remark. @param {number} number */
  choose(number) {
    for (const old of this.node.querySelectorAll(".gekozen")) old.classList.remove("gekozen");
    for (const piece of this.node.querySelectorAll(`[data-o~="${number}"]`)) piece.classList.add("gekozen");
  }

  /** @param {number} number */
  focus(number) {
    const place = this.node.querySelector(`a[data-nr="${number}"]`) ?? this.node.querySelector(`[data-o~="${number}"]`);
    if (!(place instanceof HTMLElement)) return;
    place.focus({ preventScroll: true });
    reveal(place, "center");
  }

  /** Open a paragraph to be changed. @param {number} at */
  async edit(at) {
    if (this.editing?.at === at) {
      this.editing.focus();
      return;
    }
    await this.finish();
    const held = this.blocks.get(at);
    const block = blocksOf(this.screen.letter.groups).find((one) => one.at === at);
    if (!held || !block) return;
    const editor = new Editor(this.screen, block, this.screen.letter.texts[at], () => this.#ended(at));
    this.editing = editor;
    held.node.replaceChildren(editor.node);
    held.node.classList.add("bezig");
    editor.begin();
    this.screen.remarks.limit(at);
  }

  /** @param {number} at */
  #ended(at) {
    this.editing = null;
    this.screen.remarks.limit(null);
    const held = this.blocks.get(at);
    if (!held) return;
    held.node.classList.remove("bezig");
    held.said = "";
    const block = blocksOf(this.screen.letter.groups).find((one) => one.at === at);
    if (block) this.#refresh(block);
    const open = held.node.querySelector("button.bewerk");
    if (open instanceof HTMLElement) open.focus({ preventScroll: true });
  }

  /** @param {any} block */
  #refresh(block) {
    const held = this.blocks.get(block.at);
    if (!held) return;
    const said = this.#said(block);
    if (held.said === said) return;
    held.said = said;
    const typing = this.editing?.at === block.at;
    held.node.className = `${lookOf(block)}${typing ? " bezig" : ""}`;
    if (typing) this.editing?.refresh(block, this.screen.letter.texts[block.at]);
    else held.node.replaceChildren(...this.#content(block, held.tag || tagOf(block)));
  }

  /** All that the look of a block depends on. @param {any} block */
  #said(block) {
    const numbers = new Set(block.pieces.flatMap((/** @type {any} */ piece) => piece.numbers ?? []).concat(block.whole));
    return JSON.stringify([block, [...numbers].map((number) => [this.remarks?.get(number)?.severity, this.remarks?.get(number)?.rule])]);
  }

  /** @param {any} group */
  #group(group) {
    if (group.kind === "lijstpunt") return h("ul", { class: "punten", role: "list" }, group.blocks.map((/** @type {any} */ block) => this.#block("li", block, "div")));
    if (group.rows) {
      const cell = (/** @type {any[]} */ blocks) => h("td", null, blocks.map((block) => this.#block("div", block, "p")));
      return h(
        "div",
        { class: "tabel", tabindex: 0, role: "group", "aria-label": t("table_name") },
        h("table", null, h("tbody", null, group.rows.map((/** @type {any[]} */ row) => h("tr", null, row.map(cell))))),
      );
    }
    return h("div", { class: "groep" }, group.blocks.map((/** @type {any} */ block) => this.#block("div", block, "")));
  }

  /**
   * @param {string} outer
   * @param {any} block
   * @param {string} tag of the words; "" when that depends on what the block is
   */
  #block(outer, block, tag) {
    const node = h(outer, { id: block.id, class: lookOf(block) }, ...this.#content(block, tag || tagOf(block)));
    this.blocks.set(block.at, { node, said: this.#said(block), tag });
    return node;
  }

  /**
   * @param {any} block
   * @param {string} tag
   */
  #content(block, tag) {
    const heavy = block.whole.length ? ` heel heel-${this.remarks?.get(block.whole[0])?.severity}` : "";
    const named = block.name && h("span", { class: "soort" }, block.name, spoken(": "));
    const words = h(tag, { class: `woorden${block.lines ? " regels" : ""}${heavy}` }, named, this.pieces(block), block.whole.map((/** @type {number} */ number) => this.#badge(number)));
    const number = block.at + 1;
    const edit = button(t("edit"), () => this.edit(block.at), { look: "subtle", name: t("edit_named", { number }), key: `bewerk-${block.at}`, extra: { class: "bewerk utrecht-button utrecht-button--subtle" } });
    return [words, edit];
  }

  /** @param {any} block */
  pieces(block) {
    return block.pieces.map((/** @type {any} */ piece) => this.#piece(piece)).flat();
  }

  /** @param {any} piece */
  #piece(piece) {
    const about = piece.words ? this.remarks?.get(piece.words) : null;
    const sentence = piece.sentence ? this.remarks?.get(piece.sentence) : null;
    const badges = (piece.badges ?? []).filter((/** @type {number} */ number) => number !== about?.number);
    const look = [
      about && `m m-${about.severity}`,
      sentence && `z z-${sentence.severity}`,
      sentence && piece.opens && "z-begin",
      sentence && piece.closes && "z-eind",
    ].filter(Boolean).join(" ");
    const words = piece.strong ? h("strong", null, piece.text) : piece.text;
    const props = { class: look, "data-o": (piece.numbers ?? []).join(" "), lang: languageOf(piece.language) };
    /** @type {any[]} */
    const made = [];
    if (about && (piece.badges ?? []).includes(about.number)) {
      made.push(h("a", { ...props, href: "#/", "data-nr": about.number, "data-key": `m-${about.rule}-${piece.text}` }, ...this.#withFigure(piece, about)));
    } else if (sentence && piece.closes) {
      return this.#closing(piece, props, badges);
    } else if (look) {
      made.push(h("span", props, words));
    } else {
      made.push(props.lang ? h("span", { lang: props.lang }, words) : words);
    }
    return [...made, ...badges.map((/** @type {number} */ number) => this.#badge(number))];
  }

  /** The end of a sentence that a remark is about: its bracket and its figures stay on the line of the last word. @param {any} piece @param {Record<string, any>} props @param {number[]} badges */
  #closing(piece, props, badges) {
    const last = /\S{1,20}$/.exec(piece.text)?.[0] ?? "";
    const start = piece.text.slice(0, piece.text.length - last.length);
    const part = (/** @type {string} */ words, /** @type {string} */ without) =>
      h("span", { ...props, class: props.class.replace(without, "").trim() }, piece.strong ? h("strong", null, words) : words);
    return [start && part(start, "z-eind"), h("span", { class: "vast" }, part(last, start && "z-begin"), badges.map((number) => this.#badge(number)))];
  }

  /** The words of a piece and the figure of a remark, which stays on the line of the last word. @param {any} piece @param {any} remark */
  #withFigure(piece, remark) {
    const last = /\S{1,20}$/.exec(piece.text)?.[0] ?? "";
    const strong = (/** @type {string} */ words) => (piece.strong && words ? h("strong", null, words) : words);
    return [strong(piece.text.slice(0, piece.text.length - last.length)), h("span", { class: "vast" }, strong(last), this.#figure(remark))];
  }

  /** @param {number} number */
  #badge(number) {
    const remark = this.remarks?.get(number);
    return remark && h("a", { class: "naar", href: "#/", "data-nr": number, "data-o": number, "data-key": `n-${remark.rule}-${remark.block}` }, this.#figure(remark));
  }

  /** @param {any} remark */
  #figure(remark) {
    const title = this.screen.letter.rules[remark.rule]?.title ?? remark.rule;
    return h("sup", { class: `nr nr-${remark.severity}` }, String(remark.number), spoken(`, ${remark.severityWords}: ${title}`));
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const link = target.closest("a[data-nr]");
    if (link instanceof HTMLElement) {
      event.preventDefault();
      this.screen.choose(Number(link.dataset.nr), "list");
      return;
    }
    const piece = target.closest("[data-o]");
    if (piece instanceof HTMLElement && piece.dataset.o) this.screen.choose(Number(piece.dataset.o.split(" ")[0]), "");
  }
}

/** What must stay for paragraphs to be made anew one by one: which ones there are, in lists and tables. @param {any} group */
function formOf(group) {
  const place = group.rows ? "table" : group.kind === "lijstpunt" ? "list" : "";
  const ids = (/** @type {any[]} */ blocks) => blocks.map((block) => block.id);
  return [place, group.rows ? group.rows.map((/** @type {any[]} */ row) => row.map(ids)) : ids(group.blocks)];
}

/** @param {any} block */
function lookOf(block) {
  return `alinea b-${block.kind} n${Math.min(Math.max(block.level, 1), 4)}`;
}

/** @param {any[]} groups @returns {any[]} */
export function blocksOf(groups) {
  return groups.flatMap((group) => group.blocks ?? group.rows.flat(2));
}

/** @param {any} block */
function tagOf(block) {
  if (block.kind === "kop") return `h${Math.min(Math.max(block.level, 1) + HEADING_BELOW, LOWEST)}`;
  return block.kind === "citaat" ? "blockquote" : "p";
}

/** @param {string | undefined} code */
function languageOf(code) {
  return code && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) ? code : null;
}
