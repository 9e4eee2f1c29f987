// Makes elements out of values. Text only ever becomes text: nothing here reads markup.

/** @typedef {Node | string | number | null | undefined | false} Child */

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "textContent", "max", "selected"]);
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {Element} element
 * @param {Record<string, any> | null} props
 * @param {Array<Child | Child[]>} children
 */
function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (PROPERTIES.has(name)) /** @type {any} */ (element)[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false && child !== "") element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/**
 * Make an element.
 * @param {string} tag
 * @param {Record<string, any> | null} [props] attributes; `onclick` and the like are listeners
 * @param {...(Child | Child[])} children
 * @returns {any}
 */
export function h(tag, props = null, ...children) {
  return fill(document.createElement(tag), props, children);
}

/**
 * Make an element of a drawing.
 * @param {string} tag
 * @param {Record<string, any> | null} [props]
 * @param {...(Child | Child[])} children
 */
export function svg(tag, props = null, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/**
 * A button in the look of Utrecht.
 * @param {string} words
 * @param {(event: Event) => void} onclick
 * @param {{look?: "primary-action" | "secondary-action" | "subtle", name?: string, key?: string, disabled?: boolean, extra?: Record<string, any>}} [options]
 */
export function button(words, onclick, { look = "secondary-action", name, key, disabled, extra } = {}) {
  const props = { type: "button", class: `utrecht-button utrecht-button--${look}`, onclick, disabled, "data-key": key, ...extra };
  if (!name || name === words) return h("button", props, words);
  // What is read aloud begins with what is seen, so that who speaks to the computer can name it.
  return h("button", { ...props, "aria-label": name.startsWith(words) ? name : `${words}: ${name}` }, words);
}

/**
 * Words that are only read aloud.
 * @param {string} words
 */
export function spoken(words) {
  return h("span", { class: "alleen-voorlezen" }, words);
}

/**
 * The sign of a level: a figure in a square, a rounded box or a dotted circle.
 * @param {number} figure
 * @param {string} severity
 * @param {Record<string, any>} [props]
 */
export function sign(figure, severity, props = {}) {
  const { class: more = "", ...others } = props;
  return h("span", { class: `nr nr-${severity} ${more}`.trim(), ...others }, String(figure));
}

const YES = "M4.6 8.3l2.3 2.3 4.5-4.9";

/**
 * A sign for yes or no; the words beside it say the same.
 * @param {boolean} yes
 */
export function icon(yes) {
  const look = { class: "icoon", viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", focusable: "false" };
  const line = { fill: "none", stroke: "currentColor", "stroke-width": 1.6, "stroke-linecap": "round" };
  return yes
    ? svg("svg", look, svg("circle", { ...line, cx: 8, cy: 8, r: 7.2 }), svg("path", { ...line, d: YES }))
    : svg("svg", look, svg("rect", { ...line, x: 0.8, y: 0.8, width: 14.4, height: 14.4, rx: 3 }), svg("path", { ...line, d: "M8 4v5" }), svg("circle", { cx: 8, cy: 11.8, r: 1.2, fill: "currentColor" }));
}

/**
 * Put the focus back where it was after a part of the page was made anew.
 * @param {() => void} work makes the part anew
 * @param {() => HTMLElement | null} [otherwise] where the focus goes when its place is gone
 */
export function keepingFocus(work, otherwise = () => null) {
  const active = document.activeElement;
  const key = active instanceof HTMLElement ? active.dataset.key : undefined;
  const id = active?.id;
  work();
  if (!active || active === document.body || active.isConnected) return;
  const again = (key && document.querySelector(`[data-key="${CSS.escape(key)}"]`)) || (id && document.getElementById(id)) || otherwise();
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/**
 * Bring an element into view, without motion for who does not want that.
 * @param {Element} element
 * @param {ScrollLogicalPosition} [block]
 */
export function reveal(element, block = "nearest") {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: still ? "auto" : "smooth" });
}
