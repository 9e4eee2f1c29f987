// What the page says: aloud to who listens to it, and in a message that stays until it is closed.

import { button, h } from "./dom.js";
import { t } from "./words.js";

/** @param {string} words */
export function say(words) {
  const place = document.getElementById("gezegd");
  if (!place) return;
  // The same words twice would not be read again.
  place.textContent = place.textContent === words ? `${words}\u00a0` : words;
}

/**
 * Show a message at the top of the page.
 * @param {string} words
 * @param {{kind?: "error" | "ok" | "info", again?: () => void}} [options] `again` tries once more what failed
 */
export function tell(words, { kind = "error", again } = {}) {
  const place = document.getElementById("meldingen");
  if (!place) return;
  const close = () => {
    message.remove();
    document.getElementById("inhoud")?.focus({ preventScroll: true });
  };
  const message = h(
    "div",
    { class: `utrecht-alert utrecht-alert--${kind} melding`, role: kind === "error" ? "alert" : "status" },
    h("p", null, words),
    h(
      "div",
      { class: "utrecht-button-group" },
      again && button(t("try_again"), () => { message.remove(); again(); }),
      button(t("close_message"), close, { look: "subtle" }),
    ),
  );
  place.replaceChildren(message);
  message.scrollIntoView({ block: "nearest" });
}

export function hush() {
  document.getElementById("meldingen")?.replaceChildren();
}
