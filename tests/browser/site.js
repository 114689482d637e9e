// The built site as its folder shows it: which pages there are and of which kind each is.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The first pattern that fits an address, without its language, names the page's kind. */
const KINDS = [
  ['home', /^index\.html$/],
  ['not-found', /^404\.html$/],
  ['claim', /^claims\/[^/]+\/[^/]+\.html$/],
  ['embed', /^embed\/[^/]+\/[^/]+\.html$/],
  ['continued', /^.+\/\d+\.html$/],
  ['themes', /^themes\/index\.html$/],
  ['theme', /^themes\/[^/]+\/index\.html$/],
  ['question', /^themes\/[^/]+\/[^/]+\/index\.html$/],
  ['documents', /^documents\/index\.html$/],
  ['document', /^documents\/[^/]+\/index\.html$/],
  ['continued', /^documents\/[^/]+\/record-\d+\.html$/],
  ['record', /^documents\/[^/]+\/record\.html$/],
  ['text', /^documents\/[^/]+\/text\.html$/],
  ['voices', /^voices\/index\.html$/],
  ['voice', /^voices\/[^/]+\/index\.html$/],
  ['terms', /^terms\/index\.html$/],
  ['term', /^terms\/[^/]+\/index\.html$/],
  ['figures', /^figures\/index\.html$/],
  ['tensions', /^tensions\/index\.html$/],
  ['perspectives', /^perspectives\/index\.html$/],
  ['search', /^search\/index\.html$/],
  ['compare', /^compare\/index\.html$/],
  ['tray', /^tray\/index\.html$/],
  ['data', /^data\/index\.html$/],
  ['prose', /^[^/]+\/index\.html$/],
];

/** Kinds without which a site is not whole; the others are looked at where they occur. */
export const REQUIRED_KINDS = [
  'home', 'themes', 'theme', 'question', 'documents', 'document', 'record', 'voices', 'voice', 'claim', 'terms', 'term',
  'figures', 'tensions', 'perspectives', 'search', 'compare', 'tray', 'embed', 'prose',
  'not-found',
];

/** The theme that is looked at first; its rows are filled unevenly, which strains the layout. */
const FAVOURITE_THEME = 'themes/talent/index.html';

/** The folder of the site of this repository. */
export const REAL = process.env.DIPTYCH_SITE;

/** The folder of the small invented site with three sides, in the style of the real one. */
export const GOLDEN = process.env.DIPTYCH_GOLDEN;

/** Reads the folder of a built site; throws where there is none. */
export function readSite(folder) {
  if (!folder) throw new Error('DIPTYCH_SITE and DIPTYCH_GOLDEN have to name the folders of built sites');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(`there is no index.html in \`${folder}\`: build the site first`);
  }
  const paths = htmlFiles(folder);
  const languages = paths.map((page) => page.match(/^([^/]+)\/themes\/index\.html$/)?.[1]).filter(Boolean);
  const pages = paths.map((page) => readPage(folder, page, languages));
  return { folder, pages, baseUrl: canonicalHome(folder) };
}

/** The largest page of each kind in each language, because it holds most of what can go wrong. */
export function samples(site) {
  const largest = new Map();
  for (const page of bySize(site.pages.filter((page) => page.kind !== 'alias'))) {
    const name = page.language ? `${page.kind} (${page.language})` : page.kind;
    if (!largest.has(name)) largest.set(name, { name, ...page });
  }
  return [...largest.values()];
}

/** Two theme pages in the default language: the favourite and the largest other one. */
export function themePages(site) {
  const themes = bySize(site.pages.filter((page) => page.kind === 'theme' && !page.language));
  themes.sort((one, other) => (other.path === FAVOURITE_THEME) - (one.path === FAVOURITE_THEME));
  if (themes.length < 2) throw new Error(`the site has ${themes.length} theme pages, at least 2 are needed`);
  return themes.slice(0, 2);
}

/** The path of a page as a link to it is written: a folder's index is the folder. */
export function addressOf(page) {
  return page.path.replace(/(^|\/)index\.html$/, '$1');
}

function htmlFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .sort();
}

function readPage(folder, page, languages) {
  const file = path.join(folder, page);
  const language = languages.find((tag) => page.startsWith(`${tag}/`)) ?? '';
  const address = language ? page.slice(language.length + 1) : page;
  const kind = leadsOn(file) ? 'alias' : KINDS.find(([, pattern]) => pattern.test(address))?.[0];
  return { path: page, kind, language, size: statSync(file).size };
}

function leadsOn(file) {
  return /<meta[^>]+http-equiv=["']?refresh/i.test(readFileSync(file, 'utf8'));
}

/** The address that the site is published at, with a slash at its end; null where the site states none. */
function canonicalHome(folder) {
  const home = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const link = home.match(/<link[^>]+rel=["']?canonical\b[^>]*>/i)?.[0];
  return link?.match(/href=["']?([^"'\s>]+)/i)?.[1] ?? null;
}

function bySize(pages) {
  return [...pages].sort((one, other) => other.size - one.size || one.path.localeCompare(other.path));
}
