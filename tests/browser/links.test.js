// The site below a path that it was not built for: every link leads somewhere, and every page can be reached.

import { after, before, test } from 'node:test';
import { crawl } from './crawl.js';
import { assertNone } from './faults.js';
import { addressOf } from './site.js';
import { openStage } from './stage.js';

/** A reader comes to these without a link: by a mistaken address, and by an old one. */
const WITHOUT_LINK = ['not-found', 'alias'];

const stage = await openStage();
after(stage.close);

const { site, root } = stage;
let web;
let faults;

before(async () => {
  web = await crawl(stage);
  faults = await web.faults();
});

test('every link and everything that a page needs answers', () => assertNone(faults.links));

test('every fragment has its element', () => assertNone(faults.fragments));

test('every page can be reached from the home page', () => {
  const linked = site.pages.filter((page) => !WITHOUT_LINK.includes(page.kind));
  assertNone(linked.map(addressOf).filter((address) => !web.reached.has(root + address)));
});

test('every address in the sitemap answers', async () => {
  const answer = await fetch(`${root}sitemap.xml`);
  const broken = answer.ok ? [] : [`sitemap.xml answers ${answer.status}`];
  for (const address of locationsIn(await answer.text())) {
    const reason = address.startsWith(site.baseUrl) ? await web.unanswered(address) : 'is not on this site';
    if (reason) broken.push(`\`${address}\` ${reason}`);
  }
  assertNone(broken);
});

function locationsIn(xml) {
  const locations = [...xml.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)];
  return locations.map(([, address]) => address.replaceAll('&amp;', '&'));
}
