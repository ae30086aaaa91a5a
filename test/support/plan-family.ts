import { plan } from "./sources.ts";

/** One document with a number: what the plan below is filed as. */
export const DOCUMENTS = "id,number,kind,date,issuer\n10-kh,10/KH-UBND,Kế hoạch,2023-02-01,ubnd-vi-du\n";

/** A plan of two tasks that other plans carry out; its number is that of the document. */
export const UPPER = plan(
  "## A.1 Việc\n- Chủ trì: Sở Nội vụ\n## A.2 Việc\n- Chủ trì: Sở Nội vụ\n",
  "number: 10/KH-UBND\nissued: 2023-02-01\n",
);

/** A report on the plan of this address as of a day. */
export function update(slug: string, day: string, body: string): string {
  return `---\nplan: ${slug}\nas_of: ${day}\n---\n${body}`;
}

/** What a report says of the first task of the plan. */
export const DOING = "## A.1\n- Trạng thái: Đang thực hiện\n";
