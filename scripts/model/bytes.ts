/** Bytes that are gathered until somebody takes them: `data` from its beginning to `length`. */
export interface Bytes {
  data: Uint8Array;
  length: number;
}

const UTF8 = new TextEncoder();
/** Bytes of UTF-8 that a UTF-16 code unit takes at most. */
const WIDEST = 3;
/** From this length on the engine's own copy pays for the call. */
const LONG = 16;

/** Begins with nothing. */
export function gatherBytes(): Bytes {
  return { data: new Uint8Array(1 << 12), length: 0 };
}

/** A text as UTF-8. */
export function encodeText(text: string): Uint8Array {
  return UTF8.encode(text);
}

/** Adds a text as UTF-8. */
export function putText(bytes: Bytes, text: string): void {
  reserve(bytes, text.length * WIDEST);
  bytes.length += UTF8.encodeInto(text, bytes.data.subarray(bytes.length)).written;
}

/** Adds bytes. */
export function putBytes(bytes: Bytes, part: Uint8Array): void {
  const { length } = part;
  reserve(bytes, length);
  const { data, length: start } = bytes;
  if (length >= LONG) data.set(part, start);
  else for (let i = 0; i < length; i++) data[start + i] = part[i] ?? 0;
  bytes.length = start + length;
}

/** Adds one byte. */
export function putByte(bytes: Bytes, byte: number): void {
  reserve(bytes, 1);
  bytes.data[bytes.length++] = byte;
}

/** Makes room for so many bytes more. */
function reserve(bytes: Bytes, more: number): void {
  if (bytes.length + more > bytes.data.length) grow(bytes, more);
}

function grow(bytes: Bytes, more: number): void {
  const data = new Uint8Array(2 * (bytes.length + more));
  data.set(bytes.data.subarray(0, bytes.length));
  bytes.data = data;
}
