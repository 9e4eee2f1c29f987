// The texts of the page, as the service gives them.

/** @type {Record<string, string>} */
let texts = {};

/** @param {Record<string, string>} given */
export function setTexts(given) {
  texts = given;
}

/**
 * Return a text with its values filled in.
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function t(name, values = {}) {
  const text = texts[name];
  if (text === undefined) throw new Error(`no text ${name}`);
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}

/**
 * "1 opmerking" or "5 opmerkingen".
 * @param {number} number
 */
export function remarks(number) {
  return `${number} ${t(number === 1 ? "remark_one" : "remark_many")}`;
}

/**
 * A figure as people in the Netherlands write it.
 * @param {number} value
 * @param {number} [decimals]
 */
export function figure(value, decimals = 0) {
  return value.toLocaleString("nl-NL", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** @param {string} words */
export function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {Record<string, number>} counts */
export function total(counts) {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}
