// Asks the service. Texts go in the body of a question and never in its address.

import { t } from "./words.js";

export class Failed extends Error {
  /**
   * @param {string} words what to tell the user
   * @param {number} status of HTTP; 0 without an answer
   * @param {any} [letter] the letter as it is now, when it is another one than the page shows
   */
  constructor(words, status, letter) {
    super(words);
    this.status = status;
    this.letter = letter;
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{json?: unknown, body?: BodyInit, headers?: Record<string, string>, signal?: AbortSignal}} [options]
 */
async function ask(method, path, { json, body, headers = {}, signal } = {}) {
  let response;
  try {
    response = await fetch(`api/${path}`, {
      method,
      body: json === undefined ? body : JSON.stringify(json),
      headers: json === undefined ? headers : { ...headers, "Content-Type": "application/json" },
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failed(t(body ? "not_sent" : "no_connection"), 0);
  }
  if (response.ok) return response;
  const said = await response.json().catch(() => ({}));
  throw new Failed(said.error ?? t(response.status === 503 ? "busy" : "crashed"), response.status, said.letter);
}

/** @param {string} path @param {AbortSignal} [signal] */
export async function get(path, signal) {
  return (await ask("GET", path, { signal })).json();
}

/** @param {string} path @param {unknown} json @param {AbortSignal} [signal] */
export async function post(path, json, signal) {
  return (await ask("POST", path, { json, signal })).json();
}

/** @param {string} path */
export async function drop(path) {
  return (await ask("DELETE", path)).json();
}

/**
 * Send a file, or a text that was pasted.
 * @param {string} name
 * @param {Blob} content
 * @param {{pasted?: "html" | "txt", job?: string, signal?: AbortSignal}} [options] `job` names the work, to ask how far it is
 */
export async function send(name, content, { pasted, job = "", signal } = {}) {
  const headers = { "X-File-Name": encodeURIComponent(name), "X-Job": job, "Content-Type": "application/octet-stream" };
  return (await ask("POST", "letters", { body: content, headers: pasted ? { ...headers, "X-Pasted": pasted } : headers, signal })).json();
}

/**
 * Get a file, and have the browser save it.
 * @param {string} path
 * @returns {Promise<string>} its name
 */
export async function save(path) {
  const response = await ask("GET", path);
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "b1check");
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
