import { datasetJsonLd } from "../../../scripts/model/catalog.ts";
import {
  DATASET,
  type DownloadFile,
  type Downloads,
  TABLE_FORMATS,
} from "../../../scripts/model/download.ts";
import type { Table } from "../../../scripts/model/table.ts";
import { columnsOf } from "../../../scripts/model/table.ts";
import { CSV_RULE } from "../../../scripts/model/table-csv.ts";
import { TABLES, TABLES_VERSION, tableChanges } from "../../../scripts/model/table-list.ts";
import { dataStrings as words } from "../../data-strings.ts";
import { formatBytes, formatCount, formatDate } from "../../format.ts";
import { Layout, type PageData } from "../../parts/layout.tsx";
import { ColumnHeads, FlowTable } from "../../parts/table.tsx";
import { siteName } from "../../site-name.ts";
import { strings } from "../../strings.ts";
import { absoluteUrl, urls } from "../../urls.ts";

export const data = { permalink: urls.data };

export default async function DataPage(
  data: PageData & { downloads: { readonly ready: Promise<Downloads> } },
) {
  const { downloads: made, ...props } = data;
  const { site, settings } = props;
  const downloads = await made.ready;
  const { tables, zip, asOf } = downloads;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <Layout
      {...props}
      title={words.title}
      description={DATASET.description}
      path={urls.data}
      jsonLd={datasetJsonLd(
        downloads,
        siteName(site),
        absoluteUrl(settings, urls.home),
        absoluteUrl(settings, urls.data),
      )}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={urls.download(zip.path)} download>
          {words.all}
        </a>{" "}
        {formatBytes(zip.bytes)} · {tables.length} {words.tables} · {formatCount(rows)} {words.rows} ·{" "}
        {words.asOf} <time dateTime={asOf}>{formatDate(asOf)}</time>
      </p>
      <p>
        {words.license}{" "}
        <a href={DATASET.license.path} rel="license">
          {DATASET.license.title}
        </a>
        . {words.licenseNote}
      </p>
      <DownloadTable tables={tables} />
      <Citation {...props} downloads={downloads} />
      <h2>{words.howTo}</h2>
      <ul>
        {words.hints.map(hint => (
          <li>{hint}</li>
        ))}
        <li>{CSV_RULE}</li>
      </ul>
      <p>{words.example}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard */}
      <pre tabIndex={0}>
        <code>{words.exampleSql}</code>
      </pre>
      <h2>{words.machines}</h2>
      <ul>
        {MACHINES.map(([href, name, what]) => (
          <li>
            <a href={href}>{name}</a>: {what}
          </li>
        ))}
      </ul>
      <h2 id="tu-dien">{words.dictionary}</h2>
      <p>
        {words.version} {TABLES_VERSION}. {words.versionNote}
      </p>
      <ul>
        {tableChanges().map(([version, brought]) => (
          <li>
            {words.brought(version)} <code>{brought.join(", ")}</code>.
          </li>
        ))}
      </ul>
      {TABLES.map(table => (
        <Dictionary table={table} />
      ))}
    </Layout>
  );
}

/** How the data is cited, and what tells this copy from any other. */
function Citation({ downloads: { asOf, zip }, site, settings }: PageData & { downloads: Downloads }) {
  const { title, asOf: atDay, version, digest, note } = words.citation;
  const facts = [
    siteName(site),
    DATASET.title,
    atDay(formatDate(asOf)),
    version(TABLES_VERSION),
    DATASET.license.name,
    absoluteUrl(settings, urls.data),
  ];
  return (
    <>
      <h2 id="trich-dan">{title}</h2>
      <p>{facts.join(", ")}</p>
      <p class="meta">
        {digest} {zip.path}: <code>{zip.sha256}</code>
      </p>
      <p>
        {note} <a href={urls.corrections}>{strings.nav.corrections}</a>.
      </p>
    </>
  );
}

const MACHINES = [
  [urls.download("datapackage.json"), "datapackage.json", words.package],
  [urls.download("catalog.jsonld"), "catalog.jsonld", words.catalog],
  [`${urls.api}index.json`, `${urls.api}index.json`, words.api],
  [`${urls.api}openapi.json`, `${urls.api}openapi.json`, words.openapi],
] as const;

/** Every table with its files, one column a format. */
function DownloadTable({ tables }: { tables: Downloads["tables"] }) {
  return (
    <FlowTable label={words.title}>
      <ColumnHeads
        names={[words.table]}
        numbers={[words.rowCount, ...TABLE_FORMATS.map(format => words.formats[format])]}
      />
      <tbody>
        {tables.map(table => (
          <tr>
            <th scope="row">
              <a href={`#${table.name}`}>{table.title}</a>
              <small>{table.description}</small>
            </th>
            <td class="number" data-label={words.rowCount}>
              {formatCount(table.rows)}
            </td>
            {TABLE_FORMATS.map(format => (
              <td class="number" data-label={words.formats[format]}>
                <FileLink
                  file={table.files.find(file => file.format === format)}
                  label={`${table.title}, ${words.formats[format]}`}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </FlowTable>
  );
}

/** What the columns of a table hold. */
function Dictionary({ table }: { table: Table }) {
  return (
    <section class="dictionary">
      <h3 id={table.name}>{table.title}</h3>
      <p>
        {table.description} {words.key} <code>{table.key.join(", ")}</code>.
      </p>
      <FlowTable label={`${words.dictionary}: ${table.title}`}>
        <ColumnHeads names={[words.column, words.columnTitle, words.type, words.unit, words.meaning]} />
        <tbody>
          {columnsOf(table).map(column => (
            <tr>
              <th scope="row">
                <code>{column.name}</code>
              </th>
              <td data-label={words.columnTitle}>{column.title}</td>
              <td data-label={words.type}>{words.types[column.type]}</td>
              <td data-label={words.unit}>{column.unit}</td>
              <td data-label={words.meaning}>
                {column.description}
                {column.rule && ` ${words.rule} ${column.rule}`}
                {column.values && ` ${words.values} ${column.values.join(", ")}.`}
                {column.refers && (
                  <>
                    {" "}
                    {words.refers} <code>{column.refers}</code>.
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </FlowTable>
    </section>
  );
}

/** A file by its size; what it is stands at the head of its row and column, and in its name for a screen reader. */
function FileLink({ file, label }: { file: DownloadFile | undefined; label: string }) {
  return (
    file && (
      <a href={urls.download(file.path)} download aria-label={`${label}, ${formatBytes(file.bytes)}`}>
        {formatBytes(file.bytes)}
      </a>
    )
  );
}
