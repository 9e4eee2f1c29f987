"use strict";
(() => {
  const all = (selector, inside = document) => Array.from(inside.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const bar = byId("balk");
  const documentOf = (element) => element.closest(".document");

  // A place inside something folded: unfold it first. Browsers do so too, but not all of them.
  const reveal = (element) => {
    for (let up = element; up; up = up.parentElement) {
      if (up instanceof HTMLDetailsElement) up.open = true;
    }
  };
  const target = () => location.hash && byId(location.hash.slice(1));
  const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  const followHash = () => {
    const wanted = target();
    if (!wanted) return;
    reveal(wanted);
    for (const earlier of all(".nu")) earlier.classList.remove("nu");
    const card = wanted.closest(".opm");
    if (!card) return;
    // Show the words beside the remark about them.
    const words = all(`.vel [data-nr="${card.dataset.nr}"]:not(sup)`, documentOf(card))[0];
    if (!words) return;
    words.classList.add("nu");
    words.scrollIntoView({ block: "center", behavior: motion() });
  };
  addEventListener("hashchange", followHash);
  followHash();

  const opened = [];
  addEventListener("beforeprint", () => {
    for (const fold of all("details:not([open])")) {
      fold.open = true;
      opened.push(fold);
    }
  });
  addEventListener("afterprint", () => {
    for (const fold of opened.splice(0)) fold.open = false;
  });
  if (!bar) return;

  const cards = all(".opm").map((element) => ({
    element,
    document: documentOf(element),
    number: element.dataset.nr,
    severity: element.dataset.ernst,
    group: element.dataset.groep,
    rule: element.dataset.regel,
    title: element.querySelector(".titel").textContent,
    shown: true,
  }));
  const key = (article, number) => `${article.id}-${number}`;
  const byKey = new Map(cards.map((card) => [key(card.document, card.number), card]));
  const marks = all("[data-o]").map((element) => ({
    element,
    cards: element.dataset.o.split(" ").map((number) => byKey.get(key(documentOf(element), number))),
  }));
  const badges = all(".vel sup.nr, .vel a.naar").map((element) => ({
    element,
    card: byKey.get(key(documentOf(element), element.dataset.nr)),
  }));

  const groupChoice = byId("kies-groep");
  const ruleChoice = byId("kies-regel");
  const addChoices = (choice, pairs) => {
    const sorted = Array.from(new Map(pairs)).sort((one, other) => one[1].localeCompare(other[1], "nl"));
    for (const [value, text] of sorted) choice.add(new Option(text, value));
  };
  addChoices(groupChoice, cards.filter((card) => card.group).map((card) => [card.group, card.group]));
  addChoices(ruleChoice, cards.map((card) => [card.rule, card.title]));

  const tell = () => {
    const shown = cards.filter((card) => card.shown).length;
    const total = cards.length;
    const amount = total === 1 ? "1 opmerking" : `${total} opmerkingen`;
    byId("stand").textContent = shown === total ? amount : `${shown} van ${amount}`;
    for (const id of ["vorige", "volgende"]) byId(id).disabled = shown === 0;
  };
  const filter = () => {
    const severities = new Set(all("input[name=ernst]:checked", bar).map((box) => box.value));
    for (const card of cards) {
      card.shown =
        severities.has(card.severity) &&
        (!groupChoice.value || card.group === groupChoice.value) &&
        (!ruleChoice.value || card.rule === ruleChoice.value);
      card.element.hidden = !card.shown;
    }
    for (const mark of marks) mark.element.classList.toggle("stil", !mark.cards.some((card) => card && card.shown));
    for (const badge of badges) badge.element.classList.toggle("stil-nr", !badge.card.shown);
    tell();
  };
  bar.addEventListener("change", filter);
  bar.addEventListener("submit", (event) => event.preventDefault());

  const goTo = (card) => {
    const hash = `#${card.element.querySelector(".uitleg").id}`;
    reveal(byId(hash.slice(1)));
    if (location.hash === hash) byId(hash.slice(1)).focus();
    else location.hash = hash;
  };
  const step = (by) => {
    const shown = cards.filter((card) => card.shown);
    if (!shown.length) return;
    const here = document.activeElement.closest(".opm, [data-nr]") || (target() && target().closest(".opm, [data-nr]"));
    const at = here ? cards.indexOf(byKey.get(key(documentOf(here), here.dataset.nr))) : -1;
    const after = shown.filter((card) => cards.indexOf(card) > at);
    const before = shown.filter((card) => cards.indexOf(card) < at);
    goTo(by > 0 ? after[0] || shown[0] : before[before.length - 1] || shown[shown.length - 1]);
  };
  byId("vorige").addEventListener("click", () => step(-1));
  byId("volgende").addEventListener("click", () => step(1));
  addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || !event.altKey || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    step(by);
  });
  const explain = byId("uitleg-open");
  explain.addEventListener("click", () => {
    const open = explain.getAttribute("aria-pressed") !== "true";
    explain.setAttribute("aria-pressed", String(open));
    for (const fold of all(".opm details")) fold.open = open;
  });

  // Words that are marked without being a link, such as a whole sentence, lead to their remark too.
  addEventListener("click", (event) => {
    const mark = event.target instanceof Element && !event.target.closest("a") && event.target.closest("[data-o]");
    if (!mark || String(getSelection())) return;
    const found = mark.dataset.o.split(" ").map((number) => byKey.get(key(documentOf(mark), number)));
    const card = found.find((one) => one && one.shown);
    if (card) goTo(card);
  });
  addEventListener("keydown", (event) => {
    const back = event.key === "Escape" && target() && target().closest(".opm") && target().querySelector(".voet a");
    if (back) back.click();
  });

  bar.hidden = false;
  byId("toetsen").hidden = false;
  tell();
})();
