// The text before and after, with what became of the facts in it.

import { h, spoken } from "./dom.js";
import { figure, t, total } from "./words.js";

/** @param {any} changes */
export function showChanges(changes) {
  if (!changes.paragraphs.length) return [h("p", null, t("changes_none"))];
  const { before, after, facts } = changes;
  const parts = [h("p", null, t("changes_remarks", { old: total(before.counts), new: total(after.counts) }))];
  if (before.score !== null && after.score !== null) parts.unshift(h("p", null, t("changes_score", { old: figure(before.score), new: figure(after.score) })));
  if (facts.length) {
    parts.push(
      h("h3", null, t("changes_facts")),
      h("p", { class: "klein" }, t("changes_facts_help")),
      h("ul", { class: "feiten" }, facts.map((/** @type {any} */ fact) => h("li", null, h("strong", null, fact.old || fact.new), ` (${fact.kind}) `, fate(fact)))),
    );
  }
  parts.push(
    ...changes.paragraphs.map((/** @type {any[]} */ pieces) =>
      h("p", { class: "verschil" }, pieces.map((piece) => {
        if (piece.kind === "gone") return h("del", null, spoken(` ${t("change_gone")} `), piece.text);
        if (piece.kind === "new") return h("ins", null, spoken(` ${t("change_new")} `), piece.text);
        return piece.text;
      })),
    ),
  );
  return parts;
}

/** @param {any} fact */
function fate(fact) {
  if (!fact.new) return t("fact_gone");
  return fact.old ? t("fact_other", { new: fact.new }) : t("fact_new");
}
