import { parseHTML } from "linkedom";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { AgencyResults } from "../layouts/parts/agency-results.tsx";
import { shareCards } from "../layouts/share-card.tsx";
import { readSettings } from "../scripts/settings.ts";
import { siteOf } from "./support/sources.ts";

const { site } = siteOf({
  "indices/chi-so-mau.yaml": "name: Chỉ số mẫu\nunit: điểm\n",
  "results/chi-so-mau.csv":
    "year,agency,value,unit,rank,rank_of,group\n" +
    "2022,ubnd-vi-du,81.5,,3,63,B\n2023,ubnd-mau,,,5,63,\n2023,so-noi-vu-mau,,,,,Trung bình\n2023,cac-so-1,90,%,,,\n",
});

test.each([
  ["value and rank before the group", "ubnd-vi-du", ["Chỉ số mẫu 2022: 81,5 điểm, hạng 3/63"]],
  ["only a rank, of a single year that no chart is drawn of", "ubnd-mau", ["Chỉ số mẫu 2023: hạng 5/63"]],
  ["only a group", "so-noi-vu-mau", ["Chỉ số mẫu 2023: nhóm Trung bình"]],
  ["a value in a unit of its own", "cac-so-1", ["Chỉ số mẫu 2023: 90%"]],
  ["nothing", "so-noi-vu-vi-du", []],
])(
  "the page of an agency, and the picture of a link to it, tell its latest result: %s",
  (_, agency, told) => {
    const settings = readSettings({}, new Date());
    const { document } = parseHTML(renderToString(h(AgencyResults, { site, settings, agency })));
    expect([...document.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual(told);
    expect(shareCards(site).get(`/co-quan/${agency}/`)?.facts ?? []).toEqual(told);
  },
);
