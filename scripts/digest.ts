import { createHash } from "node:crypto";

/** Longer texts stand as their digest inside that of what holds them, and are known the next time. */
const LONG = 100;

/**
 * Digests of values: equal for equal ones, in every process. Of objects, arrays, maps and sets all that they hold counts,
 * in its order.
 * @param leafOf the text that stands for an object which is not looked into; undefined for all other objects
 * @throws TypeError for anything else, such as a function or a Date
 */
export function digester(leafOf: (object: object) => string | undefined): (value: unknown) => string {
  const known = new WeakMap<object, string>();

  function write(value: unknown): string {
    if (typeof value === "string") return `"${value.length}:${value}`;
    if (typeof value === "object" && value !== null) return known.get(value) ?? writeObject(value);
    if (typeof value === "function" || typeof value === "symbol") throw new TypeError("No value to digest");
    return String(value);
  }

  function writeObject(object: object): string {
    const leaf = leafOf(object);
    if (leaf !== undefined) return leaf;
    let text = "";
    if (Array.isArray(object)) for (const item of object) text += `${write(item)},`;
    else if (object instanceof Map) for (const [key, item] of object) text += `${write(key)}>${write(item)},`;
    else if (object instanceof Set) for (const item of object) text += `${write(item)},`;
    else if (Object.getPrototypeOf(object) !== Object.prototype) throw new TypeError("No value to digest");
    else for (const name in object) text += `${name}=${write(Reflect.get(object, name))},`;
    text = `${object.constructor.name}[${text}]`;
    if (text.length <= LONG) return text;
    const digest = digestText(text);
    known.set(object, digest);
    return digest;
  }

  return write;
}

/** A digest in 22 characters. */
export function digestText(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
