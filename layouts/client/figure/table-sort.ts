/** Makes the columns of a table sortable: each head becomes a button; cells without a value stay at the end. */
export function makeSortable(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  if (!body) return;
  const compare = new Intl.Collator("vi").compare;
  for (const [i, head] of [...table.querySelectorAll<HTMLTableCellElement>("thead th")].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const ascending = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      const numeric = head.classList.contains("number");
      const rows = [...body.rows].map(row => {
        const cell = row.cells[i];
        const value = numeric ? (cell?.dataset.value ?? numberIn(cell)) : cell?.textContent?.trim();
        return { row, value: value || undefined };
      });
      rows.sort((a, b) => {
        if (a.value === undefined || b.value === undefined)
          return Number(a.value === undefined) - Number(b.value === undefined);
        const order = numeric ? Number(a.value) - Number(b.value) : compare(a.value, b.value);
        return ascending ? order : -order;
      });
      body.append(...rows.map(({ row }) => row));
    });
  }
}

/** The number that a cell begins with, in the letters of either language; its base or a mark of a note may follow. */
function numberIn(cell: HTMLTableCellElement | undefined): string | undefined {
  const text = cell?.firstChild?.textContent?.replace("−", "-").replace(",", ".") ?? "";
  const number = Number.parseFloat(text);
  return Number.isNaN(number) ? undefined : String(number);
}
