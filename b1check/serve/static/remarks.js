// The remarks beside the text: by rule, what gains most first; filters, explanation, and what can be done.

import { button, h, reveal, sign, spoken } from "./dom.js";
import { say } from "./said.js";
import { figure, t } from "./words.js";

/** @typedef {import("./letter.js").LetterScreen} Screen */

const SEVERITIES = ["fout", "let-op", "tip"];

export class RemarkList {
  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.severities = new Set(SEVERITIES);
    this.group = "";
    this.order = "gain";
    /** Which paragraph is being changed: then only what is about it shows. @type {number | null} */
    this.only = null;
    /** Names of the remarks that are open. @type {Set<string>} */
    this.open = new Set();
    this.chosen = "";
    /** @type {Map<number, string>} */
    this.names = new Map();
    /** Numbers of the remarks that show, in the order of the list. @type {number[]} */
    this.shown = [];
    this.list = h("div", { class: "opms" });
    this.count = h("p", { class: "klein", role: "status", id: "aantal" });
    this.groups = h("select", { id: "groep", class: "utrecht-select utrecht-select--html-select", onchange: () => { this.group = this.groups.value; this.#fill(); } });
    this.node = h("section", { class: "opmerkingen", "aria-labelledby": "opmerkingen-kop" }, h("div", { class: "opmerkingen-kop" }, h("h2", { id: "opmerkingen-kop", tabindex: -1 }, t("remarks_title")), this.count, this.#steps()), this.#filters(), this.list);
  }

  #steps() {
    const step = (/** @type {string} */ name, /** @type {1 | -1} */ by) => button(t(name), () => this.step(by, true), { look: "subtle", key: name, name: t(`${name}_named`) });
    return h("div", { class: "utrecht-button-group stappen-opm" }, step("previous", -1), step("next", 1));
  }

  #filters() {
    const boxes = SEVERITIES.map((severity) =>
      h("label", { class: "vink" }, h("input", {
        type: "checkbox", class: "utrecht-checkbox utrecht-checkbox--html-input", checked: true, value: severity, name: "niveau",
        onchange: (/** @type {any} */ event) => { if (event.target.checked) this.severities.add(severity); else this.severities.delete(severity); this.#fill(); },
      }), " ", t(`severity_${severity}`)));
    const order = h("select", { id: "volgorde", class: "utrecht-select utrecht-select--html-select", onchange: () => { this.order = order.value; this.#fill(); } }, h("option", { value: "gain" }, t("order_gain")), h("option", { value: "text" }, t("order_text")));
    return h(
      "details",
      { class: "keuzes" },
      h("summary", null, t("filter_title")),
      h("fieldset", null, h("legend", { class: "alleen-voorlezen" }, t("filter_severity")), boxes),
      h("div", { class: "veld" }, h("label", { class: "utrecht-form-label", for: "groep" }, t("filter_group")), this.groups),
      h("div", { class: "veld" }, h("label", { class: "utrecht-form-label", for: "volgorde" }, t("filter_order")), order),
    );
  }

  /** @param {any} letter */
  show(letter) {
    this.letter = letter;
    const seen = new Map();
    this.names.clear();
    for (const one of letter.remarks) {
      const name = `${one.rule}|${one.words}|${one.block}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      this.names.set(one.number, `${name}|${times}`);
    }
    /** @type {string[]} */
    const groups = [...new Set(letter.remarks.map((/** @type {any} */ one) => letter.rules[one.rule]?.group).filter(Boolean))].sort();
    if (!groups.includes(this.group)) this.group = "";
    this.groups.replaceChildren(h("option", { value: "" }, t("filter_all")), ...groups.map((name) => h("option", { value: name, selected: name === this.group }, name)));
    this.#fill();
  }

  /** The number that the chosen remark has now; 0 when it is gone. */
  chosenNumber() {
    for (const [number, name] of this.names) if (name === this.chosen) return number;
    return 0;
  }

  /** Show only what is about a paragraph; null for everything. @param {number | null} at */
  limit(at) {
    this.only = at;
    this.#fill();
  }

  /** Open a remark, and make it the chosen one. @param {number} number */
  choose(number) {
    const name = this.names.get(number) ?? "";
    this.chosen = name;
    if (!name) return;
    const card = this.list.querySelector(`[data-nr="${number}"]`);
    for (const old of this.list.querySelectorAll(".gekozen")) old.classList.remove("gekozen");
    if (!card) {
      // A filter hides it, but the user asks for it.
      this.#showAll();
      this.open.add(name);
      this.#fill();
      return;
    }
    card.classList.add("gekozen");
    this.#toggle(card, name, true);
    this.#intoView(card);
  }

  /** @param {number} number */
  focus(number) {
    const head = this.list.querySelector(`[data-nr="${number}"] .opm-kop`);
    if (head instanceof HTMLElement) head.focus({ preventScroll: true });
  }

  /** @param {string} rule */
  chooseRule(rule) {
    const one = this.letter?.remarks.find((/** @type {any} */ remark) => remark.rule === rule);
    if (one) this.screen.choose(one.number, "list");
  }

  /** Go to the next remark, or to the one before. @param {1 | -1} by @param {boolean} [stay] leave the focus where it is */
  step(by, stay = false) {
    if (!this.shown.length) return;
    const now = this.shown.findIndex((number) => this.names.get(number) === this.chosen);
    const next = now < 0 ? (by > 0 ? 0 : this.shown.length - 1) : (now + by + this.shown.length) % this.shown.length;
    this.screen.choose(this.shown[next], stay ? "" : "list");
    if (stay) {
      const one = this.letter.remarks.find((/** @type {any} */ remark) => remark.number === this.shown[next]);
      say(`${t("remark", { number: one.number })}, ${one.severityWords}: ${this.letter.rules[one.rule]?.title ?? one.rule}. ${one.message}`);
    }
    const words = this.screen.text.node.querySelector(`[data-o~="${this.shown[next]}"]`);
    if (words) reveal(words, "center");
  }

  #showAll() {
    this.severities = new Set(SEVERITIES);
    for (const box of this.node.querySelectorAll("input[name=niveau]")) box.checked = true;
    this.group = "";
    this.groups.value = "";
    this.only = null;
  }

  /** @param {Element} card */
  #intoView(card) {
    const box = this.list.getBoundingClientRect();
    if (this.list.scrollHeight > this.list.clientHeight + 1) {
      const place = card.getBoundingClientRect();
      if (place.top < box.top || place.bottom > box.bottom) this.list.scrollTop += place.top - box.top - 8;
    } else {
      reveal(card);
    }
  }

  #fill() {
    const letter = this.letter;
    if (!letter) return;
    const fits = (/** @type {any} */ one) =>
      this.severities.has(one.severity) && (!this.group || letter.rules[one.rule]?.group === this.group) && (this.only === null || one.block === this.only);
    const chosen = letter.remarks.filter(fits);
    const scroll = this.list.scrollTop;
    const active = document.activeElement;
    const key = this.list.contains(active) && active instanceof HTMLElement ? active.dataset.key : undefined;
    if (!chosen.length) this.list.replaceChildren(h("p", null, t(this.only !== null ? "remarks_none_here" : letter.remarks.length ? "remarks_none_shown" : "remarks_none")));
    else if (this.order === "gain") this.list.replaceChildren(...this.#byRule(chosen));
    else this.list.replaceChildren(h("ul", { role: "list" }, chosen.map((/** @type {any} */ one) => this.#card(one))));
    this.shown = [...this.list.querySelectorAll("[data-nr]")].map((card) => Number(card.dataset.nr));
    this.count.textContent = t("remarks_count", { shown: chosen.length, total: letter.remarks.length });
    this.list.scrollTop = scroll;
    if (key) {
      const again = this.list.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? document.getElementById("opmerkingen-kop");
      if (again instanceof HTMLElement) again.focus({ preventScroll: true });
    }
  }

  /** @param {any[]} chosen */
  #byRule(chosen) {
    /** @type {Map<string, any[]>} */
    const rules = new Map();
    for (const one of chosen) rules.set(one.rule, [...(rules.get(one.rule) ?? []), one]);
    const gain = (/** @type {any[]} */ all) => all.reduce((sum, one) => sum + one.gain, 0);
    const weight = (/** @type {any[]} */ all) => Math.min(...all.map((one) => SEVERITIES.indexOf(one.severity)));
    const ordered = [...rules.values()].sort((one, other) => gain(other) - gain(one) || weight(one) - weight(other) || one[0].number - other[0].number);
    return ordered.map((all) => {
      const title = this.letter.rules[all[0].rule]?.title ?? all[0].rule;
      const points = gain(all);
      const said = [all.length > 1 && t("times", { count: all.length }), this.letter.score && points >= 0.05 && t("group_gain", { points: `+${figure(points, 1)}` })].filter(Boolean).join(", ");
      return h("section", { class: "regelgroep" }, h("h3", null, title, said && h("span", { class: "klein" }, ` ${said}`)), h("ul", { role: "list" }, all.map((one) => this.#card(one))));
    });
  }

  /** @param {any} one */
  #card(one) {
    const name = this.names.get(one.number) ?? "";
    const open = this.open.has(name);
    const id = `uitleg-${one.number}`;
    const title = this.letter.rules[one.rule]?.title ?? one.rule;
    const first = one.alternatives[0];
    const head = h(
      "button",
      { type: "button", class: "opm-kop", "aria-expanded": String(open), "aria-controls": id, "data-key": `opm-${name}`, onclick: () => this.#clicked(one) },
      sign(one.number, one.severity, { "aria-hidden": "true" }),
      h(
        "span",
        { class: "opm-woorden" },
        spoken(`${t("remark", { number: one.number })}, ${one.severityWords}: `),
        this.order === "gain" ? spoken(`${title}. `) : h("strong", null, title, " "),
        h("span", { class: "ernst", "aria-hidden": "true" }, one.severityWords),
        " ",
        one.words ? h("q", null, one.words) : h("span", null, t("whole_text")),
        first && h("span", { class: "pijl" }, " ", h("span", { "aria-hidden": "true" }, "→ "), spoken(", "), first.text || t("leave_out")),
      ),
    );
    const body = h("div", { id, class: "opm-inhoud", hidden: !open });
    if (open) body.append(...this.#content(one));
    return h("li", { class: `opm opm-${one.severity}${name === this.chosen ? " gekozen" : ""}`, "data-nr": one.number }, head, body);
  }

  /** @param {any} one */
  #clicked(one) {
    const name = this.names.get(one.number) ?? "";
    const card = this.list.querySelector(`[data-nr="${one.number}"]`);
    if (this.open.has(name)) {
      this.#toggle(card, name, false);
      return;
    }
    this.screen.choose(one.number, "");
    const words = this.screen.text.node.querySelector(`[data-o~="${one.number}"]`);
    if (words && matchMedia("(min-width: 64rem)").matches) reveal(words, "nearest");
  }

  /** @param {any} card @param {string} name @param {boolean} open */
  #toggle(card, name, open) {
    if (open) this.open.add(name);
    else this.open.delete(name);
    const body = card.querySelector(".opm-inhoud");
    const one = this.letter.remarks.find((/** @type {any} */ remark) => remark.number === Number(card.dataset.nr));
    if (open && !body.firstChild) body.append(...this.#content(one));
    body.hidden = !open;
    card.querySelector(".opm-kop").setAttribute("aria-expanded", String(open));
  }

  /** @param {any} one */
  #content(one) {
    const rule = this.letter.rules[one.rule];
    const name = this.names.get(one.number);
    const parts = [h("p", { class: "boodschap" }, one.message), one.advice && h("p", null, one.advice)];
    if (one.alternatives.length) {
      parts.push(h("p", { class: "label" }, t("write_instead")), h("ul", { class: "anders", role: "list" }, one.alternatives.map((/** @type {any} */ other, /** @type {number} */ at) => this.#alternative(one, other, `${name}-${at}`))));
      if (one.alternatives.every((/** @type {any} */ other) => other.fix === null)) parts.push(h("p", { class: "klein" }, t("by_hand")));
    }
    if (one.elsewhere.length) parts.push(h("p", { class: "label" }, t("look_also")), h("ul", { class: "anders", role: "list" }, one.elsewhere.map((/** @type {any} */ link) => h("li", null, link.target ? h("button", { type: "button", class: "als-link", onclick: () => this.screen.goTo(link.target) }, link.text) : link.text))));
    if (rule?.why) parts.push(h("p", { class: "label" }, t("why")), h("p", null, rule.why));
    if (rule?.examples.length) parts.push(h("p", { class: "label" }, t("example")), ...rule.examples.slice(0, 1).map((/** @type {any} */ example) => h("dl", { class: "voorbeeld" }, h("div", null, h("dt", null, t("example_bad")), h("dd", null, example.bad)), h("div", null, h("dt", null, t("example_good")), h("dd", null, example.good)))));
    if (rule?.sources.length) parts.push(h("p", { class: "label" }, t(rule.sources.length === 1 ? "source" : "sources")), h("ul", { class: "bronnen", role: "list" }, rule.sources.map((/** @type {string} */ source) => h("li", null, linked(source)))));
    parts.push(this.#actions(one, name ?? ""));
    return parts.filter((part) => part instanceof Node);
  }

  /** @param {any} one @param {any} other @param {string} key */
  #alternative(one, other, key) {
    const words = other.text || t("leave_out");
    const use = other.fix !== null && button(t("use"), () => this.screen.change("accept", { remark: one.index, fix: other.fix }, { said: t("written") }), { look: "primary-action", name: t("use_named", { text: words }), key: `gebruik-${key}` });
    return h("li", null, h("span", { class: "wording" }, words), use, use && !other.safe && other.reason && h("span", { class: "klein" }, t("look_first", { reason: lower(other.reason) })));
  }

  /** @param {any} one @param {string} name */
  #actions(one, name) {
    const reason = h("form", { class: "reden", hidden: true });
    const input = h("input", { type: "text", class: "utrecht-textbox", id: `reden-${one.number}`, maxlength: 300, autocomplete: "off", "data-key": `reden-${name}` });
    const wrong = h("p", { class: "mist", role: "alert", id: `reden-fout-${one.number}` });
    const ask = button(t("ignore"), () => { reason.hidden = false; ask.setAttribute("aria-expanded", "true"); input.focus(); }, { key: `negeer-${name}`, extra: { "aria-expanded": "false" } });
    reason.append(
      h("label", { class: "utrecht-form-label", for: input.id }, t("ignore_reason")),
      input,
      wrong,
      h("div", { class: "utrecht-button-group" }, h("button", { type: "submit", class: "utrecht-button utrecht-button--primary-action" }, t("ignore_save")), button(t("cancel"), () => { reason.hidden = true; ask.setAttribute("aria-expanded", "false"); ask.focus(); }, { look: "subtle" })),
    );
    reason.addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      if (!input.value.trim()) {
        wrong.textContent = t("ignore_empty");
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", wrong.id);
        input.focus();
        return;
      }
      this.screen.change("ignore", { remark: one.index, reason: input.value }, { said: t("ignored") });
    });
    const inText = one.block !== null;
    return h(
      "div",
      { class: "opm-voet" },
      h(
        "div",
        { class: "utrecht-button-group" },
        inText && button(t("edit_paragraph"), () => this.screen.text.edit(one.block), { key: `bewerk-${name}` }),
        one.canIgnore && ask,
        one.word && button(t("allow"), () => this.screen.allow(one.word), { key: `mag-${name}`, name: `${t("allow")}: ${one.word}` }),
        inText && button(t("to_text"), () => this.screen.choose(one.number, "text"), { look: "subtle", key: `tekst-${name}` }),
      ),
      reason,
    );
  }
}

/** @param {string} words */
function lower(words) {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Addresses in a text as links; the rest as text. @param {string} text */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:)])/).map((part, at) => (at % 2 ? h("a", { class: "utrecht-link", href: part, rel: "noreferrer noopener", target: "_blank" }, part) : part));
}
