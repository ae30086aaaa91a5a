import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { formatProblem } from "../scripts/model/problem.ts";
import { parseSite } from "../scripts/model/site-sources.ts";

const AGENCIES = `id,name,kind,parent
ubnd-tinh,Ủy ban nhân dân tỉnh,body,
so-noi-vu,Sở Nội vụ,agency,ubnd-tinh
van-phong,Văn phòng,agency,ubnd-tinh
so-ban-nganh,"Các sở, ban, ngành",group,ubnd-tinh
`;

test("the plan and the report of the README are read without a problem, and belong together", async () => {
  const readme = await readFile("README.md", "utf8");
  const [plan = "", update = ""] = [...readme.matchAll(/```markdown\n([\s\S]*?)```/g)].map(
    ([, text = ""]) => text,
  );
  const file = (name: string, text: string) => ({ path: name, name, text });
  const { site, problems } = parseSite(
    {
      data: [file("agencies.csv", AGENCIES)],
      content: [
        file("plans/ubnd-tinh/ke-hoach-2023.md", plan),
        file("updates/ubnd-tinh/ke-hoach-2023/2023-09-30.md", update),
      ],
    },
    "2024-01-01",
  );
  expect(problems.map(formatProblem)).toEqual([]);
  expect(site.plans[0]?.tasks.map(({ id }) => id)).toEqual(["A.I.3"]);
  expect(site.updatesByTask.get("ke-hoach-2023#A.I.3")?.[0]?.progress).toBe(60);
});
