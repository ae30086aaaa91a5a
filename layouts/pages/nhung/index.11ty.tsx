import { embedGroups } from "../../embeds.ts";
import { formatCount } from "../../format.ts";
import { EmbedCode } from "../../parts/embed.tsx";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { PAGE_SIZE } from "../../parts/pager.tsx";
import { strings } from "../../strings.ts";
import { urls } from "../../urls.ts";

export const data = { permalink: urls.embeds };

/** Ready code for everything that can be embedded; a script makes a chooser with a preview of it. */
export default function EmbedsPage(props: PageData) {
  const { embed: words } = strings;
  return (
    <Layout
      {...props}
      title={words.title}
      description={words.lead}
      path={urls.embeds}
      entries={["embed-maker"]}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul>
        {words.rules.map(rule => (
          <li>{rule}</li>
        ))}
        <li>
          {words.script} <a href={urls.embedScript}>nhung.js</a>
        </li>
        {props.settings.siteUrl === "" && <li data-no-origin>{words.noOrigin}</li>}
      </ul>
      <div data-embed-maker />
      {embedGroups(props.site).map(({ title, embeds }) => (
        <section data-embed-group={title}>
          <h2>{title}</h2>
          {embeds.slice(0, PAGE_SIZE).map(embed => (
            <details>
              <summary>{embed.title}</summary>
              <p>
                <a href={embed.frame}>{words.preview}</a>
              </p>
              <EmbedCode settings={props.settings} embed={embed} />
            </details>
          ))}
          {embeds.length > PAGE_SIZE && <p>{words.more(formatCount(embeds.length - PAGE_SIZE))}</p>}
        </section>
      ))}
    </Layout>
  );
}
