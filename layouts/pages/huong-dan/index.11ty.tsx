import { fieldsOf } from "../../../scripts/model/format.ts";
import { TASK_LABEL_WORDS } from "../../../scripts/model/plan-words.ts";
import { formatProblem } from "../../../scripts/model/problem.ts";
import { parseSite } from "../../../scripts/model/site-sources.ts";
import { REPORTED_STATES } from "../../../scripts/model/task-update.ts";
import { UPDATE_LABEL_WORDS } from "../../../scripts/model/update-words.ts";
import { guideStrings as words } from "../../guide-strings.ts";
import { Contents } from "../../parts/contents.tsx";
import { FieldTable, LabelTable } from "../../parts/field-table.tsx";
import { GUIDE_EXAMPLES, GUIDE_MISTAKES } from "../../parts/guide-examples.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { Prose } from "../../parts/prose.tsx";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.guide };

const { sections, tables } = words;

/** The guide for editors. Its tables come from the checker's own schema, its examples are built by the tests. */
export default function GuidePage(props: PageData) {
  return (
    <Layout {...props} title={words.title} description={words.description} path={urls.guide}>
      <h1>{words.title}</h1>
      <Contents entries={Object.values(sections)} />

      <Opening {...sections.start} />

      <Opening {...sections.install} />

      <Opening {...sections.own} />
      <Example path="data/contact.yaml" />

      <Opening {...sections.plan} />
      <Example path="content/plans/ubnd-vi-du/vi-du-2023.md" />
      <h3>{tables.planKeys}</h3>
      <FieldTable label={tables.planKeys} fields={fieldsOf("plan")} />
      <h3>{tables.taskLabels}</h3>
      <LabelTable label={tables.taskLabels} words={TASK_LABEL_WORDS} />

      <Opening {...sections.update} />
      <Example path="content/updates/so-noi-vu-vi-du/vi-du-2023/2023-09-30.md" />
      <h3>{tables.updateKeys}</h3>
      <FieldTable label={tables.updateKeys} fields={fieldsOf("update")} />
      <h3>{tables.updateLabels}</h3>
      <LabelTable label={tables.updateLabels} words={UPDATE_LABEL_WORDS} />
      <p>{words.states(REPORTED_STATES)}</p>

      <Opening {...sections.pages} />
      <Example path="content/pages/gioi-thieu.md" />
      <Example path="content/dashboards/thu-hang.md" />
      <h3>{tables.pageKeys}</h3>
      <FieldTable label={tables.pageKeys} fields={fieldsOf("page")} />

      <Opening {...sections.data} />
      <Example path="data/agencies.csv" />
      <FieldTable label={tables.agencyColumns} fields={fieldsOf("agency")} />
      <Example path="data/documents.csv" />
      <FieldTable label={tables.documentColumns} fields={fieldsOf("document")} />
      <Example path="data/indices/par-index.yaml" />
      <Example path="data/results/par-index.csv" />
      <FieldTable label={tables.resultColumns} fields={fieldsOf("result")} />

      <Opening {...sections.changes} />

      <Opening {...sections.check} />
      <Sample text={GUIDE_MISTAKES} />
      <p>{words.said}</p>
      <Sample text={mistakes().join("\n")} />
      <Prose source={words.send} />
    </Layout>
  );
}

function Opening({ id, title, prose }: { id: string; title: string; prose: string }) {
  return (
    <>
      <h2 id={id}>{title}</h2>
      <Prose source={prose} />
    </>
  );
}

function Example({ path }: { path: keyof typeof GUIDE_EXAMPLES }) {
  return (
    <figure class="sample">
      <figcaption>
        <code>{path}</code>
      </figcaption>
      <Sample text={GUIDE_EXAMPLES[path]} />
    </figure>
  );
}

function Sample({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
}

/** What the check says of the report with mistakes, among the examples. */
function mistakes(): string[] {
  const path = "content/updates/so-noi-vu-vi-du/vi-du-2023/2023-10-31.md";
  const files = Object.entries({ ...GUIDE_EXAMPLES, [path]: GUIDE_MISTAKES });
  const read = (folder: string) =>
    files
      .filter(([name]) => name.startsWith(folder))
      .map(([name, text]) => ({ path: name, name: name.slice(folder.length), text }));
  const { problems } = parseSite({ content: read("content/"), data: read("data/") }, "2023-12-31");
  return problems.map(formatProblem);
}
