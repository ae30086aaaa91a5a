/**
 * A made-up corpus in the format of content/ and data/, for tests of scale. Same arguments, same text: numbers come
 * from a seeded generator (mulberry32), never from the clock or Math.random.
 */
export interface Corpus {
  /** Path inside content/ or data/ → text. */
  readonly content: ReadonlyMap<string, string>;
  readonly data: ReadonlyMap<string, string>;
}

const DEADLINES = [
  "Trong năm",
  "Quý II/2023",
  "Quý IV năm 2023",
  "Thường xuyên",
  "Trước 15/12/2023",
  "Theo kế hoạch",
];
const VERBS = ["Kiểm tra", "Rà soát", "Công khai", "Tổ chức", "Báo cáo", "Đánh giá", "Cập nhật", "Hướng dẫn"];
const OBJECTS = [
  "thủ tục hành chính",
  "hồ sơ trực tuyến",
  "dịch vụ công",
  "vị trí việc làm",
  "chuyển đổi số",
];

/** How many of each are made. */
export interface CorpusSize {
  readonly plans: number;
  readonly tasks: number;
  readonly agencies: number;
  /** Reports on every plan, each on all of its tasks; without it, one plan in ten has one report on one task. */
  readonly reports?: number;
}

/** Makes plans, each with `tasks` tasks of `agencies` agencies, and reports on them. */
export function generateCorpus(size: CorpusSize, seed = 1): Corpus {
  const random = seeded(seed);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const agencies = Array.from({ length: size.agencies }, (_, i) => ({
    id: `so-${i + 1}`,
    name: `Sở Ví dụ ${i + 1}`,
  }));
  const content = new Map<string, string>();
  for (let i = 1; i <= size.plans; i++) {
    const slug = `ke-hoach-${i}`;
    const tasks = Array.from({ length: size.tasks }, (_, j) =>
      [
        `### A.${Math.floor(j / 10) + 1}.${(j % 10) + 1}. ${pick(VERBS)} ${pick(OBJECTS)} đợt ${j + 1}`,
        `- Chủ trì: ${pick(agencies).name}`,
        `- Phối hợp: ${pick(agencies).name}`,
        `- Thời hạn: ${pick(DEADLINES)}`,
        `- Sản phẩm: Báo cáo kết quả`,
        "",
      ].join("\n"),
    );
    content.set(
      `plans/vi-du/${slug}.md`,
      `---\ntitle: Kế hoạch ví dụ số ${i}\nagency: ubnd-vi-du\nyear: 2023\nstate: issued\nindices: [par-index]\n${
        i > 1 ? "implements: [ke-hoach-1]\n" : ""
      }---\nMục đích.\n\n## A. Nhiệm vụ\n\n${tasks.join("\n")}`,
    );
    const ids = Array.from({ length: size.tasks }, (_, j) => `A.${Math.floor(j / 10) + 1}.${(j % 10) + 1}`);
    for (let k = 0; k < (size.reports ?? 0); k++)
      content.set(
        `updates/vi-du/${slug}/2023-0${k + 1}-28.md`,
        `---\nplan: ${slug}\nas_of: 2023-0${k + 1}-28\n---\n${ids
          .map(
            id =>
              `## ${id}\n- Trạng thái: Đang thực hiện\n- Tiến độ: ${20 * k + Math.floor(random() * 20)}%\n`,
          )
          .join("\n")}`,
      );
    if (size.reports === undefined && i % 10 === 0)
      content.set(
        `updates/vi-du/${slug}/2023-06-30.md`,
        `---\nplan: ${slug}\nas_of: 2023-06-30\n---\n## A.1.1\n- Trạng thái: Đang thực hiện\n- Tiến độ: ${Math.floor(random() * 100)}%\n`,
      );
  }
  const rows = agencies.map(({ id, name }) => `${id},${name},agency,province,ubnd-vi-du`);
  const head = "id,name,kind,level,parent\nubnd-vi-du,Ủy ban nhân dân tỉnh Ví Dụ,body,province,\n";
  return { content, data: new Map([["agencies.csv", `${head}${rows.join("\n")}\n`]]) };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
