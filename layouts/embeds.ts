import type { Site } from "../scripts/model/site.ts";
import type { Settings } from "../scripts/settings.ts";
import { escapeMarkup } from "./escape.ts";
import { type Figure, siteFigures } from "./figures.ts";
import { related } from "./related.ts";
import { strings } from "./strings.ts";
import { absoluteUrl, urls } from "./urls.ts";

/** Something that another site can show in a frame. */
export interface Embed {
  readonly title: string;
  /** The bare page. */
  readonly frame: string;
  /** The page of this site that it is a part of: where readers go who see no frame. */
  readonly page: string;
  /** Height until the script knows better, in CSS pixels. */
  readonly height: number;
}

/** Embeds of one kind under their heading. */
interface EmbedGroup {
  readonly title: string;
  readonly embeds: readonly Embed[];
}

/** All that can be embedded: the search field, the task list of each leading agency, each figure of a public page. */
export function embedGroups(site: Site): EmbedGroup[] {
  const { groups } = strings.embed;
  const agencies = site.agencies.all.filter(({ id }) => related(site).leads.has(id));
  return [
    { title: groups.search, embeds: [searchEmbed] },
    { title: groups.agencies, embeds: agencies.map(({ id, name }) => agencyEmbed(id, name)) },
    { title: groups.figures, embeds: embeddedFigures(site).map(figureEmbed) },
  ].filter(({ embeds }) => embeds.length > 0);
}

/** Figures with a bare page. */
export function embeddedFigures(site: Site): readonly Figure[] {
  return siteFigures(site).all.filter(({ embeds }) => embeds);
}

const searchEmbed: Embed = {
  title: strings.embed.search,
  frame: urls.embedSearch,
  page: urls.search,
  height: 120,
};

function agencyEmbed(id: string, name: string): Embed {
  return {
    title: strings.embed.tasks(name),
    frame: urls.embedAgency(id),
    page: urls.tasksOfAgency(id),
    height: 480,
  };
}

/** A figure as other sites can show it. */
export function figureEmbed({ id, title, page }: Figure): Embed {
  return { title, frame: urls.embed(id), page: `${page}#${id}`, height: 560 };
}

/** The code to copy: the frame, the plain link under it for readers without frames, and the script that fits its height. */
export function embedCode(settings: Settings, { title, frame, page, height }: Embed): string {
  const at = (path: string) => absoluteUrl(settings, path);
  const name = escapeMarkup(title);
  return [
    `<iframe src="${at(frame)}" title="${name}" width="100%" height="${height}" loading="lazy" data-minh-bach></iframe>`,
    `<p><a href="${at(page)}">${name}</a></p>`,
    `<script src="${at(urls.embedScript)}" async></script>`,
  ].join("\n");
}
