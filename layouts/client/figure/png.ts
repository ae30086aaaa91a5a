/** Twice the drawing's size: sharp on paper and in slides. */
const SCALE = 2;

/** Adds the PNG button beside the SVG link, once; the picture is made from the SVG file in the browser. */
export function addPng(figure: HTMLElement): void {
  const link = figure.querySelector<HTMLAnchorElement>("a[data-svg]:not(:has(+ button))");
  if (!link) return;
  const button = document.createElement("button");
  button.type = "button";
  // The name of a format is the same in every language.
  button.textContent = "PNG";
  button.addEventListener("click", () => savePng(link.href, `${figure.id}.png`));
  link.after(" ", button);
}

async function savePng(svg: string, name: string): Promise<void> {
  const image = new Image();
  image.src = svg;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, "image/png"));
  if (!blob) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
