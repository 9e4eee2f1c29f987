// The start: paste a text, drop or choose files, and the list of what is open.

import * as api from "./api.js";
import { button, h, keepingFocus, reveal, sign } from "./dom.js";
import { hush, say, tell } from "./said.js";
import { capital, figure, t, total } from "./words.js";

const SEVERITIES = ["fout", "let-op", "tip"];
const LOOK = 500; // milliseconds between two looks at how far b1check is
const SAMPLE = "static/voorbeeldbrief.txt";

export class StartScreen {
  /**
   * @param {HTMLElement} place
   * @param {any} list the letters
   * @param {any} choices
   */
  constructor(place, list, choices) {
    this.choices = choices;
    /** @type {AbortController | null} */
    this.sending = null;
    /** What was pasted with its formatting; "" when the user typed since. */
    this.formatted = "";
    this.list = h("section", { class: "lijst", "aria-labelledby": "lijst-kop" });
    this.bar = h("progress", { max: 1, "aria-label": t("progress_label") });
    this.doing = h("p", { role: "status" });
    this.share = h("span", { class: "aandeel", "aria-hidden": "true" });
    this.progress = h("div", { class: "voortgang", hidden: true }, this.doing, this.bar, this.share, button(t("stop"), () => this.sending?.abort(), { key: "stop" }));
    place.replaceChildren(
      h("h1", null, t("start_title")),
      h("p", { class: "inleiding" }, t("start_intro")),
      h("div", { class: "beginnen" }, this.#files(), this.#paste()),
      this.progress,
      this.list,
    );
    this.#showList(list);
  }

  close() {
    this.sending?.abort();
  }

  #files() {
    const input = h("input", {
      type: "file", multiple: true, accept: this.choices.formats.join(","), class: "alleen-voorlezen", id: "bestanden", tabindex: -1, "aria-hidden": "true",
      onchange: () => { const files = [...input.files]; input.value = ""; this.#send(files); },
    });
    const help = t("files_help", { formats: listing(this.choices.named), megabytes: this.choices.megabytes });
    const zone = h(
      "section",
      { class: "vlak neerleggen", "aria-labelledby": "bestanden-kop" },
      h("h2", { id: "bestanden-kop" }, t("files_title")),
      input,
      button(t("files_button"), () => input.click(), { look: "primary-action", extra: { "aria-describedby": "bestanden-hulp" } }),
      h("p", { class: "klein", id: "bestanden-hulp" }, help),
      h("p", { class: "hier", "aria-hidden": "true" }, t("files_drop")),
    );
    let inside = 0;
    zone.addEventListener("dragenter", () => { inside += 1; zone.classList.add("boven"); });
    zone.addEventListener("dragleave", () => { inside -= 1; if (inside <= 0) zone.classList.remove("boven"); });
    zone.addEventListener("drop", (/** @type {DragEvent} */ event) => {
      inside = 0;
      zone.classList.remove("boven");
      this.#send([...(event.dataTransfer?.files ?? [])]);
    });
    return zone;
  }

  #paste() {
    const note = h("p", { class: "klein", role: "status", id: "plak-melding" });
    const area = h("textarea", { id: "plak", class: "utrecht-textarea utrecht-textarea--html-textarea", rows: 6, "aria-describedby": "plak-hulp", spellcheck: "false" });
    area.addEventListener("paste", (/** @type {ClipboardEvent} */ event) => {
      const html = event.clipboardData?.getData("text/html") ?? "";
      if (!html.trim() || area.value.trim()) return; // added to a text, only the words count
      event.preventDefault();
      area.value = event.clipboardData?.getData("text/plain") ?? "";
      this.formatted = html;
      note.textContent = t("paste_kept");
    });
    area.addEventListener("input", () => { this.formatted = ""; note.textContent = ""; });
    const check = () => {
      if (!area.value.trim()) {
        tell(t("paste_empty"));
        area.focus();
        return;
      }
      const form = this.formatted ? "html" : "txt";
      this.#send([new File([this.formatted || area.value], t("pasted_name"))], form);
    };
    return h(
      "section",
      { class: "vlak", "aria-labelledby": "plak-kop" },
      h("h2", { id: "plak-kop" }, t("paste_title")),
      h("label", { class: "utrecht-form-label", for: "plak" }, t("paste_label")),
      h("p", { class: "klein", id: "plak-hulp" }, t("paste_help")),
      area,
      note,
      h("div", { class: "utrecht-button-group" }, button(t("paste_button"), check, { look: "primary-action" })),
    );
  }

  /**
   * @param {File[]} files
   * @param {"html" | "txt"} [pasted]
   */
  async #send(files, pasted) {
    if (!files.length) return;
    if (this.sending) {
      tell(t("still_reading"), { kind: "info" });
      return;
    }
    hush();
    const stop = (this.sending = new AbortController());
    /** @type {Array<{file: File, words: string}>} */
    const failed = [];
    let last = null;
    let done = 0;
    for (const file of files) {
      const watching = this.#watch(file.name, done, files.length);
      try {
        if (file.size > this.choices.megabytes * 1e6) throw new api.Failed(t("too_large", { megabytes: this.choices.megabytes }), 413);
        last = await api.send(file.name, file, { pasted, job: watching.job, signal: stop.signal });
        done += 1;
      } catch (error) {
        if (stop.signal.aborted) break;
        failed.push({ file, words: error instanceof api.Failed ? error.message : t("crashed") });
      } finally {
        watching.end();
      }
      if (files.length > 1) await this.#doing(async () => this.#showList(await api.get("letters")));
    }
    this.sending = null;
    const focused = this.progress.contains(document.activeElement);
    this.progress.hidden = true;
    if (focused) document.getElementById("lijst-kop")?.focus();
    if (stop.signal.aborted) {
      say(t("stopped"));
      if (this.progress.isConnected) tell(t("stopped"), { kind: "info" });
      return;
    }
    const list = document.getElementById("lijst-kop");
    if (failed.length) this.#showFailed(failed, pasted);
    else if (files.length > 1 && list) reveal(list, "start");
    else if (files.length === 1 && last) location.hash = `#/brief/${last.id}`;
    if (files.length > 1) say(t("opened", { count: done }));
  }

  /**
   * Show how far b1check is with a file, until its `end` is called.
   * @param {string} name
   * @param {number} done how many files are read
   * @param {number} all how many there are
   */
  #watch(name, done, all) {
    const job = Math.random().toString(36).slice(2);
    const show = (/** @type {number} */ share) => {
      this.bar.value = (done + share) / all;
      this.share.textContent = `${figure((100 * (done + share)) / all)}%`;
    };
    this.doing.textContent = t("reading", { name }) + (all > 1 ? ` (${t("progress", { done, total: all })})` : "");
    if (this.progress.hidden) {
      this.progress.hidden = false;
      reveal(this.progress); // on a phone it stands below what is in sight
    }
    show(0);
    let ended = false;
    const timer = setInterval(async () => {
      const said = await api.get(`progress/${job}`).catch(() => null); // the file itself tells what is wrong
      if (said && !ended) show(said.done);
    }, LOOK);
    const end = () => { ended = true; clearInterval(timer); };
    return { job, end };
  }

  /**
   * @param {Array<{file: File, words: string}>} failed
   * @param {"html" | "txt"} [pasted]
   */
  #showFailed(failed, pasted) {
    const place = document.getElementById("meldingen");
    const again = () => this.#send(failed.map((one) => one.file), pasted);
    place?.replaceChildren(
      h(
        "div",
        { class: "utrecht-alert utrecht-alert--error melding", role: "alert" },
        h("h2", null, t("failed_title")),
        h("ul", null, failed.map((one) => h("li", null, h("strong", null, one.file.name), `: ${one.words}`))),
        h("div", { class: "utrecht-button-group" }, button(t("try_again"), again), button(t("close_message"), hush, { look: "subtle" })),
      ),
    );
    place?.scrollIntoView({ block: "nearest" });
  }

  /** @param {any} list */
  #showList(list) {
    const letters = list.letters;
    keepingFocus(() => {
      this.list.replaceChildren(h("h2", { id: "lijst-kop", tabindex: -1 }, t(letters.length ? "list_title" : "steps_title")));
      if (!letters.length) {
        this.list.append(...this.#welcome());
        return;
      }
      if (letters.length > 1) this.list.append(h("p", { class: "klein" }, t("list_help")));
      this.list.append(
        h("div", { class: "tabel-vak" }, this.#table(letters)),
        h(
          "div",
          { class: "utrecht-button-group" },
          button(t("table_all"), () => this.#saveTable(), { key: "tabel" }),
          button(t("remove_all"), () => this.#removeAll(), { look: "subtle", key: "alles-weg" }),
        ),
      );
    }, () => document.getElementById("lijst-kop"));
  }

  /** What somebody who is new here can do. */
  #welcome() {
    const steps = ["steps_choose", "steps_change", "steps_take"].map((name) => h("li", null, t(name)));
    return [
      h("ol", { class: "stappen-begin" }, steps),
      h("p", { class: "klein" }, t("sample_help")),
      h("div", { class: "utrecht-button-group" }, button(t("sample_button"), () => this.#sample(), { key: "voorbeeld" })),
    ];
  }

  async #sample() {
    await this.#doing(async () => {
      const file = await fetch(SAMPLE).catch(() => null);
      if (!file?.ok) throw new api.Failed(t("no_connection"), 0);
      await this.#send([new File([await file.blob()], t("sample_name"))]);
    });
  }

  /** @param {any[]} letters */
  #table(letters) {
    const head = ["column_name", "column_score", "column_verdict", "column_remarks", "column_remove"];
    return h(
      "table",
      { class: "utrecht-table teksten" },
      h("thead", null, h("tr", null, head.map((name) => h("th", { scope: "col" }, t(name))))),
      h("tbody", null, letters.map((one) => this.#row(one))),
    );
  }

  /** @param {any} letter */
  #row(letter) {
    const counts = SEVERITIES.filter((severity) => letter.counts[severity]).map((severity) => h("span", { class: "teller" }, sign(letter.counts[severity], severity), ` ${t(`severity_${severity}`)}`));
    return h(
      "tr",
      null,
      h("th", { scope: "row" }, h("a", { class: "utrecht-link", href: `#/brief/${letter.id}` }, letter.name), letter.type && h("span", { class: "klein soort-tekst" }, capital(letter.type))),
      h("td", { class: "cijfer", "data-kolom": t("column_score") }, letter.score === null ? h("span", { class: "klein" }, t("no_score_short")) : figure(letter.score)),
      h("td", { "data-kolom": t("column_verdict") }, capital(letter.verdict)),
      h("td", { "data-kolom": t("column_remarks") }, h("span", { class: "tellers" }, total(letter.counts) ? counts : "0")),
      h("td", null, button(t("remove"), () => this.#remove(letter), { look: "subtle", name: t("remove_named", { name: letter.name }), key: `weg-${letter.id}` })),
    );
  }

  /** @param {any} letter */
  async #remove(letter) {
    await this.#doing(async () => {
      this.#showList(await api.drop(`letters/${letter.id}`));
      say(t("removed", { name: letter.name }));
    });
  }

  async #removeAll() {
    await this.#doing(async () => {
      this.#showList(await api.drop("letters"));
      say(t("removed_all"));
    });
  }

  async #saveTable() {
    await this.#doing(async () => say(t("out_done", { name: await api.save("table") })));
  }

  /** @param {() => Promise<void>} work */
  async #doing(work) {
    try {
      await work();
    } catch (error) {
      tell(error instanceof api.Failed ? error.message : t("crashed"));
    }
  }
}

/** @param {string[]} names */
function listing(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
}
