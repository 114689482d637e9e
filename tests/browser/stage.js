// What every test stands on: the built site, a server that shows it, and a browser to look with.

import { launch } from './browser.js';
import { serve } from './server.js';
import { REAL, addressOf, readSite } from './site.js';

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** A path that no site is built for, so that only relative links work below it. */
const BASE_PATH = '/any/path/';

/** An address that nothing has, two folders deep, where a 404 page must still find its style sheet. */
const MISS = 'no/such/page.html';

/** Opens everything, with files packed as a host packs them where asked; the caller closes it. */
export async function openStage(folder = REAL, options = {}) {
  const site = readSite(folder);
  const server = await serve(site.folder, BASE_PATH, options);
  const browser = await launch().catch(async (error) => {
    await server.close();
    throw error;
  });

  /** Shows one page to `look` and closes it; `faults` fills with what the browser complained about. */
  async function show(page, { scripts = true, ...options }, look) {
    const context = await browser.newContext(options);
    try {
      const tab = await context.newPage();
      const published = page.kind === 'not-found' ? site.baseUrl : null;
      if (published) await pretendPublished(context, published);
      const address = published ? new URL(MISS, published).href : server.root + addressOf(page);
      const faults = watch(tab, new URL(address).origin);
      // Not by `javaScriptEnabled`, which would stop the judges' scripts too.
      const session = await context.newCDPSession(tab);
      await session.send('Emulation.setScriptExecutionDisabled', { value: !scripts });
      await tab.goto(address, { waitUntil: 'load' });
      await session.send('Emulation.setScriptExecutionDisabled', { value: false });
      await tab.evaluate(layOutWhole);
      return await look(tab, faults);
    } finally {
      // An answer that is still being made when the test has its result is no fault of it.
      for (const tab of context.pages()) await tab.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    }
  }

  /** Answers for the published address; a 404 page links there, because it is shown at any depth. */
  async function pretendPublished(context, published) {
    await context.route((url) => url.href.startsWith(published), async (route) => {
      const below = route.request().url().slice(published.length);
      // Not as a miss, which Chromium would report as an error of the page.
      const answer = await fetch(server.root + (below === MISS ? '404.html' : below), { redirect: 'manual' });
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
  }

  async function close() {
    await browser.close();
    await server.close();
  }

  return { site, root: server.root, browser, show, close };
}

/** Runs in the page: lays out what is far from the window too, which a browser leaves for later, so that no fault hides there. */
function layOutWhole() {
  const style = new CSSStyleSheet();
  style.replaceSync('* { content-visibility: visible !important; }');
  document.adoptedStyleSheets.push(style);
}

function watch(tab, origin) {
  const faults = [];
  tab.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console error: ${message.text()} (${message.location().url})`);
  });
  tab.on('pageerror', (error) => faults.push(`uncaught error: ${error.message}`));
  tab.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== origin) {
      faults.push(`request to another origin: ${url.href}`);
    }
  });
  tab.on('requestfailed', (request) => {
    // A page that is left for the next one lets go of what it still waits for.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    faults.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  tab.on('response', (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
  return faults;
}
