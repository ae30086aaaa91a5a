import { schemaPath } from "./data-package.ts";
import { DATASET, type DownloadFile, type Downloads, MEDIA_TYPES } from "./download.ts";

/** The vocabularies, written out: a reader needs to fetch nothing. */
const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/**
 * The catalogue of the downloads in DCAT 3 (JSON-LD): one dataset a table, one distribution a file.
 * @param home address of the site's root, with a slash at the end
 * @param data address of /du-lieu/
 */
export function dataCatalog(downloads: Downloads, publisher: string, home: string, data: string): object {
  const text = (value: string) => ({ "@value": value, "@language": "vi" });
  const common = {
    "dct:publisher": {
      "@id": home,
      "@type": ["foaf:Agent", "foaf:Organization"],
      "foaf:name": text(publisher),
    },
    "dct:license": link(DATASET.license.path, "dct:LicenseDocument"),
    "dct:language": link(
      "http://publications.europa.eu/resource/authority/language/VIE",
      "dct:LinguisticSystem",
    ),
    "dct:modified": { "@value": downloads.asOf, "@type": "xsd:date" },
  };
  return {
    "@context": CONTEXT,
    "@id": `${data}catalog.jsonld`,
    "@type": "dcat:Catalog",
    "dct:title": text(DATASET.title),
    "dct:description": text(DATASET.description),
    "foaf:homepage": link(home, "foaf:Document"),
    ...common,
    "dcat:dataset": downloads.tables.map(({ name, title, description, files }) => ({
      "@id": `${data}#${name}`,
      "@type": "dcat:Dataset",
      "dct:identifier": name,
      "dct:title": text(title),
      "dct:description": text(description),
      "dcat:keyword": DATASET.keywords.map(text),
      "dcat:landingPage": link(data, "foaf:Document"),
      "dct:conformsTo": link(`${data}${schemaPath(name)}`, "dct:Standard"),
      ...common,
      "dcat:distribution": files.map(file => distribution(file, data)),
    })),
  };
}

function link(address: string, type: string): object {
  return { "@id": address, "@type": type };
}

function distribution({ format, path, bytes, sha256 }: DownloadFile, data: string): object {
  return {
    "@id": `${data}${path}`,
    "@type": "dcat:Distribution",
    "dct:title": path,
    "dcat:downloadURL": { "@id": `${data}${path}` },
    "dcat:accessURL": { "@id": data },
    "dcat:mediaType": link(
      `https://www.iana.org/assignments/media-types/${MEDIA_TYPES[format]}`,
      "dct:MediaType",
    ),
    "dct:license": link(DATASET.license.path, "dct:LicenseDocument"),
    "dcat:byteSize": { "@value": String(bytes), "@type": "xsd:nonNegativeInteger" },
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm" },
      "spdx:checksumValue": { "@value": sha256, "@type": "xsd:hexBinary" },
    },
  };
}

/** The same for search engines: a schema.org Dataset. */
export function datasetJsonLd(downloads: Downloads, publisher: string, home: string, data: string): object {
  return {
    "@type": "Dataset",
    name: DATASET.title,
    description: DATASET.description,
    url: data,
    inLanguage: "vi",
    isAccessibleForFree: true,
    keywords: DATASET.keywords,
    license: DATASET.license.path,
    dateModified: downloads.asOf,
    creator: { "@type": "Organization", name: publisher, url: home },
    distribution: [...downloads.tables.flatMap(({ files }) => files), downloads.zip].map(file => ({
      "@type": "DataDownload",
      contentUrl: `${data}${file.path}`,
      encodingFormat: MEDIA_TYPES[file.format],
      contentSize: `${file.bytes} B`,
    })),
  };
}
