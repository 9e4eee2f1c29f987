// The cards above the text: the score, what to do first, and what the letter tells its reader.

import { h, icon, sign, spoken, svg } from "./dom.js";
import { capital, figure, t, total } from "./words.js";

const SEVERITIES = ["fout", "let-op", "tip"];

/** @typedef {import("./letter.js").LetterScreen} Screen */

/** @param {Screen} screen */
export function overviewOf(screen) {
  const cards = [scoreCard(screen.letter), firstCard(screen)];
  return screen.letter.checklist.length ? [...cards, readerCard(screen)] : cards; // a web page has no one thing to do
}

/** @param {any} letter */
export function notesOf(letter) {
  const lines = [
    ...letter.errors.map((/** @type {string} */ error) => h("li", null, h("strong", null, t("went_wrong")), ` ${error}`)),
    ...letter.notes.map((/** @type {string} */ note) => h("li", null, note)),
  ];
  if (letter.isCopy) lines.push(h("li", null, t("copy_note")));
  return lines.length ? [h("section", { class: "utrecht-alert utrecht-alert--info berichten", "aria-labelledby": "weten" }, h("h2", { id: "weten" }, t("notes_title")), h("ul", null, lines))] : [];
}

/** @param {any} letter */
function scoreCard(letter) {
  const { score, before } = letter;
  const card = h("section", { class: "vlak kaart-score", "aria-labelledby": "score-kop" }, h("h2", { id: "score-kop" }, t("score_title")));
  if (!score) {
    card.append(h("p", { class: "oordeel" }, letter.noScore));
    return card;
  }
  card.append(
    h("p", { class: "score" }, h("span", { class: "getal" }, figure(score.value)), " ", h("span", { class: "van" }, t("score_of"))),
    h("p", { class: "oordeel" }, capital(score.verdict)),
    scale(score),
    h("p", { class: "schaal-woorden", "aria-hidden": "true" }, h("span", null, t("score_hard")), h("span", null, t("score_doubt")), h("span", null, t("score_good"))),
    h("p", { class: "klein" }, t("score_range", { low: figure(score.low), high: figure(score.high) })),
  );
  if (before.score !== null && letter.changed) card.append(h("p", { class: "klein" }, t("score_was", { old: figure(before.score) })));
  return card;
}

/** @param {any} score */
function scale(score) {
  const { amber, green, low, high, value } = score;
  const track = (/** @type {number} */ from, /** @type {number} */ to) => svg("rect", { class: "baan", x: from * 2 + 1, y: 6, width: (to - from) * 2 - 2, height: 6, rx: 2 });
  return svg(
    "svg",
    { class: "schaal", viewBox: "0 0 200 18", role: "img", "aria-label": t("score_scale", { score: figure(value) }) },
    track(0, amber),
    track(amber, green),
    track(green, 100),
    svg("rect", { class: "bereik", x: low * 2, y: 6, width: (high - low) * 2, height: 6, rx: 3 }),
    svg("circle", { class: "punt", cx: Math.min(Math.max(value * 2, 7), 193), cy: 9, r: 6 }),
  );
}

/** @param {Screen} screen */
function firstCard(screen) {
  const { letter } = screen;
  const now = total(letter.counts);
  const card = h("section", { class: "vlak kaart-eerst", "aria-labelledby": "eerst-kop" }, h("h2", { id: "eerst-kop" }, t("first_title")));
  if (letter.first.length) {
    card.append(
      h(
        "ol",
        { class: "eerst" },
        letter.first.map((/** @type {any} */ one) =>
          h(
            "li",
            null,
            h("button", { type: "button", class: "als-link", "data-key": `eerst-${one.rule}`, onclick: () => screen.remarks.chooseRule(one.rule) }, one.title),
            h("span", { class: "klein" }, one.often, one.gain && h("span", { class: "winst" }, one.gain)),
          ),
        ),
      ),
    );
  } else {
    card.append(h("p", null, t(now ? "first_errors" : "first_none")));
  }
  card.append(
    h("ul", { class: "tellers", role: "list" }, SEVERITIES.map((severity) => h("li", null, sign(letter.counts[severity], severity, { class: letter.counts[severity] ? "" : "nul" }), ` ${t(`severity_${severity}`)}`))),
  );
  const before = total(letter.before.counts);
  if (letter.changed && before !== now) card.append(h("p", { class: "klein" }, t("first_was", { old: before, new: now })));
  return card;
}

/** @param {Screen} screen @param {any} quote */
function quoted(screen, quote) {
  if (!quote.target) return quote.text;
  return h("button", { type: "button", class: "als-link citaat", "data-key": `naar-${quote.target}-${quote.text}`, onclick: () => screen.goTo(quote.target) }, quote.text);
}

/** @param {Screen} screen */
function readerCard(screen) {
  const { letter } = screen;
  const action = letter.action.length
    ? h(
        "dl",
        { class: "actie" },
        letter.action.map((/** @type {any} */ one) => h("div", null, h("dt", null, one.question), h("dd", null, one.quote ? quoted(screen, one.quote) : h("span", { class: "mist" }, icon(false), ` ${t("reader_missing")}`)))),
      )
    : h("p", { class: letter.actionMissing ? "mist" : "" }, letter.actionMissing && icon(false), letter.actionMissing && " ", t(letter.actionMissing ? "reader_action_missing" : "reader_no_action"));
  return h("section", { class: "vlak kaart-lezer", "aria-labelledby": "lezer-kop" }, h("h2", { id: "lezer-kop" }, t("reader_title")), action);
}

/** What else the letter tells, and the questions that it must answer. @param {Screen} screen @param {boolean} open */
export function moreOf(screen, open) {
  const { letter } = screen;
  if (!letter.checklist.length) return [];
  const met = letter.checklist.filter((/** @type {any} */ one) => one.met).length;
  const told = [["deadlines_title", letter.deadlines], ["promises_title", letter.promises], ["clauses_title", letter.clauses]].filter(([, all]) => all.length);
  return [
    h(
      "details",
      { class: "vlak uitklap meer", id: "meer", open },
      h("summary", null, h("h2", null, t("checklist_title")), " ", h("span", { class: "klein" }, t("checklist_count", { met, total: letter.checklist.length }), told.length > 0 && ` ${t("checklist_also")}`)),
      h(
        "div",
        { class: "lezer" },
        h(
          "ul",
          { class: "vragen" },
          letter.checklist.map((/** @type {any} */ one) =>
            h(
              "li",
              { class: one.met ? "ja" : "mist" },
              icon(one.met),
              h("span", null, one.question, " ", h("strong", null, t(one.met ? "yes" : "not_yet")), one.met && one.quote?.target && " ", one.met && one.quote?.target && h("button", { type: "button", class: "als-link klein", "data-key": `vraag-${one.question}`, onclick: () => screen.goTo(one.quote.target) }, t("show_place"), spoken(`: ${one.question}`))),
            ),
          ),
        ),
        told.length > 0 && h("div", null, told.map(([title, all]) => [h("h3", null, t(title)), h("ul", { class: "verteld" }, all.map((/** @type {any} */ one) => h("li", null, quoted(screen, one.quote), one.about && h("span", { class: "klein" }, ` ${one.about}`))))]).flat()),
      ),
    ),
  ];
}

/** What the score is made of. @param {any} letter */
export function partsOf(letter) {
  const { score } = letter;
  if (!score) return [];
  const bars = score.bars.map((/** @type {any} */ bar) =>
    h(
      "li",
      null,
      h("span", { class: "wat" }, capital(bar.name)),
      h("span", { class: "maat" }, bar.measured, " ", h("span", { class: "klein" }, `(${t("score_target", { target: bar.target })})`)),
      svg("svg", { class: `staaf${bar.gives ? " geeft" : ""}`, viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" }, svg("rect", { class: "baan", width: 100, height: 8 }), svg("rect", { class: "deel", width: bar.width, height: 8 })),
      h("span", { class: "waarde" }, t("points", { points: bar.points })),
    ),
  );
  const others = score.others.map((/** @type {any} */ one) => h("li", null, h("strong", null, `${one.name}: ${one.value}`), ` (${one.scale}) `, one.note && h("span", { class: "klein" }, one.note)));
  return [
    h("summary", null, h("h2", null, t("score_parts"))),
    h("p", null, t("score_base", { base: score.base })),
    h("ul", { class: "staven", role: "list" }, bars),
    others.length && h("h3", null, t("others_title")),
    others.length && h("ul", { class: "anderen", role: "list" }, others),
    others.length && h("p", { class: "klein" }, t("others_note")),
  ].filter((part) => part instanceof Node);
}
