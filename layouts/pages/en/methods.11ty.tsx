import { englishStrings } from "../../english-strings.ts";
import { wordsOf } from "../../languages.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.english.method };

const title = wordsOf("en").nav.method;
const lead = englishStrings.methods;

/** The rules by which the site judges and compares, in English. */
export default function EnglishMethods(props: PageData) {
  return (
    <Layout {...props} language="en" title={title} description={lead} path={urls.english.method}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <section class="prose">
        <h2>Deadlines and status</h2>
        <p>
          A task can be late only where its deadline gives a date: “in 2023” ends on 31 December 2023, “second
          quarter of 2023” on 30 June 2023. “Regularly” or “after …” give none; such a task has no computable
          deadline and is never late. Status is judged on the day named at the foot of a page, from the latest
          published report.
        </p>
        <p>
          A task whose deadline has passed is <strong>overdue</strong> only if a report says that it is not
          done. If nobody reported, it is shown as <strong>past its deadline, not reported</strong>; that does
          not mean that nothing was done. “Done” needs evidence.
        </p>
        <h2>Indices</h2>
        <p>
          The year of a result is the year that was assessed, not the year of publication. A missing result is
          a gap, never zero, and no line is drawn across it. Where the method changed there is a break: no
          line crosses it and no change is computed across it; a change that a document states is quoted as
          stated. A rank carries the number of units that were ranked, where the source gives it; lower is
          better. Where the publisher of an index gives no ranks, those of the press are shown, with the press
          as their source.
        </p>
        <p>
          <strong>As published</strong> values are those of the source; <strong>derived</strong> values are
          computed from published figures, such as a value and its published change, and are marked; the sum
          stands in the note. Where two sources differ, one value is shown and the other stands in the note.
        </p>
        <h2>Agencies in time</h2>
        <p>
          An agency bears the name that it had on the day of the document. Provinces were merged on 1 July
          2025: a province of before that day and the merged one are two, even where they have the same name.
        </p>
      </section>
    </Layout>
  );
}
