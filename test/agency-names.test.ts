import { expect, test } from "vitest";
import { distinctNames } from "../layouts/agency-names.ts";
import { siteOf } from "./support/sources.ts";

const { site } = siteOf({
  "agencies.csv": `id,name,short_name,kind,level,parent,valid_from,valid_to,successors
chinh-phu,Chính phủ,Chính phủ,body,central,,,,
ubnd-vi-du,Ủy ban nhân dân tỉnh Ví Dụ,Ví Dụ,body,province,chinh-phu,,2025-06-30,ubnd-vi-du-2025
ubnd-vi-du-2025,Ủy ban nhân dân tỉnh Ví Dụ,Ví Dụ,body,province,chinh-phu,2025-07-01,,
ubnd-mau,Ủy ban nhân dân tỉnh Mẫu,Mẫu,body,province,,,,
so-noi-vu-vi-du,Sở Nội vụ tỉnh Ví Dụ,Sở Nội vụ,agency,province,ubnd-vi-du,,2025-06-30,so-noi-vu-vi-du-2025
so-noi-vu-vi-du-2025,Sở Nội vụ tỉnh Ví Dụ,Sở Nội vụ,agency,province,ubnd-vi-du-2025,2025-07-01,,
so-noi-vu-mau,Sở Nội vụ tỉnh Mẫu,Sở Nội vụ,agency,province,ubnd-mau,,,
so-tu-phap-mau,Sở Tư pháp tỉnh Mẫu,Sở Tư pháp,agency,province,ubnd-mau,,,
`,
});

test("names to choose from are told apart no further than they need", () => {
  expect(Object.fromEntries(distinctNames(site, [...site.agencies.byId.keys(), "khong-co"]))).toEqual({
    "chinh-phu": "Chính phủ",
    "ubnd-vi-du": "Ví Dụ (đến 30/06/2025)",
    "ubnd-vi-du-2025": "Ví Dụ (từ 01/07/2025)",
    "ubnd-mau": "Mẫu",
    "so-noi-vu-vi-du": "Sở Nội vụ (Ví Dụ, đến 30/06/2025)",
    "so-noi-vu-vi-du-2025": "Sở Nội vụ (Ví Dụ, từ 01/07/2025)",
    "so-noi-vu-mau": "Sở Nội vụ (Mẫu)",
    "so-tu-phap-mau": "Sở Tư pháp",
    "khong-co": "khong-co",
  });
  const order = ["so-noi-vu-mau", "ubnd-mau", "so-noi-vu-vi-du"];
  expect([...distinctNames(site, order).keys()]).toEqual(order);
  expect([...distinctNames(site, ["ubnd-vi-du", "so-noi-vu-mau"]).values()]).toEqual(["Ví Dụ", "Sở Nội vụ"]);
});
