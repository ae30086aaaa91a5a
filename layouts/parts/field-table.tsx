import type { Field } from "../../scripts/model/format.ts";
import { guideStrings } from "../guide-strings.ts";
import { ColumnHeads, FlowTable } from "./table.tsx";

/** The keys of a format as the checker knows them; keys inside a key follow it. */
export function FieldTable({ label, fields }: { label: string; fields: readonly Field[] }) {
  return (
    <div class="keys">
      <FlowTable label={label}>
        <ColumnHeads
          names={[guideStrings.key, guideStrings.meaning, guideStrings.write, guideStrings.example]}
        />
        <tbody>
          {rowsOf(fields, "").map(([path, { title, help, example, isRequired, options }]) => (
            <tr>
              <th scope="row">
                <code>{path}</code>
                {isRequired && <small> {guideStrings.required}</small>}
              </th>
              <td data-label={guideStrings.meaning}>{title}</td>
              <td class="how" data-label={guideStrings.write}>
                {help}
                {options && (
                  <ul>
                    {Object.entries(options).map(([option, meaning]) => (
                      <li>
                        <code>{option}</code>: {meaning}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td data-label={guideStrings.example}>
                <code>{example}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </FlowTable>
    </div>
  );
}

function rowsOf(fields: readonly Field[], path: string): [string, Field][] {
  return fields.flatMap((field): [string, Field][] => {
    const inner = field.shape.kind === "list" ? field.shape.of : field.shape;
    const own = path + field.key;
    return [[own, field], ...(inner.kind === "group" ? rowsOf(inner.fields, `${own} · `) : [])];
  });
}

/** Labels of the list under the heading of a task. */
export function LabelTable({
  label,
  words,
}: {
  label: string;
  words: Readonly<Record<string, { readonly help: string; readonly example: string }>>;
}) {
  return (
    <div class="keys">
      <FlowTable label={label}>
        <ColumnHeads names={[guideStrings.label, guideStrings.write, guideStrings.example]} />
        <tbody>
          {Object.entries(words).map(([name, { help, example }]) => (
            <tr>
              <th scope="row">{name}</th>
              <td class="how" data-label={guideStrings.write}>
                {help}
              </td>
              <td data-label={guideStrings.example}>
                <code>{example}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </FlowTable>
    </div>
  );
}
