// The links of a served site: where each leads, whether it answers, and which pages a reader comes to.

import { openParser } from './markup.js';
import { addressOf } from './site.js';

/** Follows every link from the home page on, then reads the pages that no link leads to for links of their own. */
export async function crawl({ site, root, browser }) {
  const parser = await openParser(browser);
  const pages = new Map();
  const statuses = new Map();

  const waiting = [root];
  while (waiting.length > 0) {
    const page = await visit(waiting.pop());
    for (const link of page?.links.filter(({ kind }) => kind === 'followed') ?? []) {
      if (link.target?.startsWith(root) && !pages.has(link.target)) waiting.push(link.target);
    }
  }
  const reached = new Set(pages.keys());
  for (const page of site.pages) await visit(root + addressOf(page));

  /** The faults of all links: those that do not answer, and those that name no element of the page that answers. */
  async function faults() {
    const links = [];
    const fragments = [];
    for (const [from, page] of [...pages]) {
      for (const { text, target, fragment } of page.links) {
        const where = `${from.slice(root.length) || 'home'}: \`${text}\``;
        const reason = await unanswered(target);
        if (reason) links.push(`${where} ${reason}`);
        else if (fragment && pages.get(target)?.ids.has(fragment) === false) fragments.push(`${where} names no element`);
      }
    }
    return { links, fragments };
  }

  /** Why an address of this site does not answer; null where it does, or where it is another site's. */
  async function unanswered(target) {
    if (target === null) return null;
    if (!target.startsWith(root)) return "leads out of the site's folder";
    const status = await statusOf(target);
    return status === 200 ? null : `answers ${status}`;
  }

  async function statusOf(address) {
    if (pages.has(address)) return 200;
    if (!statuses.has(address)) {
      const answer = await fetch(address, { redirect: 'manual' });
      await answer.body?.cancel();
      statuses.set(address, answer.status);
    }
    return statuses.get(address);
  }

  /** Reads one HTML page into `pages`; gives null for whatever else answers, or does not. */
  async function visit(address) {
    if (pages.has(address)) return pages.get(address);
    const answer = await fetch(address, { redirect: 'manual' });
    if (answer.status !== 200 || !answer.headers.get('content-type').startsWith('text/html')) {
      await answer.body?.cancel();
      return null;
    }
    const facts = await parser.read(await answer.text());
    const links = ['followed', 'needed', 'published'].flatMap((kind) => facts[kind].map((text) => {
      const url = absolute(text, address);
      return { kind, text, target: targetOf(url), fragment: fragmentOf(url) };
    }));
    const page = { ids: new Set(facts.ids), links };
    pages.set(address, page);
    return page;
  }

  /** A 404 page is shown at any depth, so its links hold from the published address and not from its file. */
  function absolute(text, from) {
    const isMiss = from === `${root}404.html` && site.baseUrl && !text.startsWith('#');
    const base = isMiss ? new URL('no/such/page.html', site.baseUrl) : from;
    return URL.canParse(text, base) ? new URL(text, base) : null;
  }

  /** The served address that a link leads to; null where it leads to another site. */
  function targetOf(url) {
    if (!url) return null;
    const address = (url.origin + url.pathname).replace(/\/index\.html$/, '/');
    if (url.origin === new URL(root).origin) return address;
    // The published address stands for the folder that is served.
    if (site.baseUrl && address.startsWith(site.baseUrl)) return root + address.slice(site.baseUrl.length);
    return null;
  }

  return { reached, faults, unanswered: (text) => unanswered(targetOf(absolute(text, root))) };
}

/** The id that a link names; text fragments are the browser's own affair. */
function fragmentOf(url) {
  const id = url?.hash.slice(1).replace(/:~:.*$/, '') ?? '';
  return id === 'top' ? '' : decodeURIComponent(id);
}
