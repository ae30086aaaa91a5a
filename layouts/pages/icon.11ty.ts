import { urls } from "../urls.ts";

export const data = { permalink: urls.icon };

/** The lacquer-red square of the header, as the browser's icon. */
export default function Icon() {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M16 2 30 16 16 30 2 16z" fill="#a3201d"/></svg>\n`;
}
