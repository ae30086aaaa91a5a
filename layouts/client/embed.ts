import "../styles/embed.css";

/**
 * Tells the page around an embedded one how tall its content is, whenever that changes or the page around asks. A height
 * is no secret, so it is told to whoever embeds; layouts/nhung.js takes it only from the page it was asked to show.
 */
const tell = (origin: string) => {
  if (parent !== window) parent.postMessage({ minhBachHeight: document.body.offsetHeight }, origin);
};

new ResizeObserver(() => tell("*")).observe(document.body);
addEventListener("message", ({ data, origin, source }) => {
  if (source === parent && data === "minhBachHeight") tell(origin);
});
