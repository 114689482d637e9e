// How long a reader waits from a key to painted results, with the processor throttled four times or so many times as
// `THROTTLE` says. Not part of the tests:
//
//     DIPTYCH_SITE=<a built site> [THROTTLE=1] node search/bench.js [QUERY …]
//
// For each query it opens the page anew, waits a moment as a reader does, types letter by letter, Chinese as an input method
// does, and prints for every length how long it took until the first results were painted, and in brackets how many files were
// loaded for it.

import { openStage } from '../stage.js';

const THROTTLE = Number(process.env.THROTTLE ?? 4);
const QUERIES = process.argv.length > 2 ? process.argv.slice(2) : ['china', 'talent', 'computing power', 'infrastrucutre', '57', '人才', '基础设施'];

const MOMENT = 2000;
/** A slow letter of an input method. */
const PINYIN = 300;
const stage = await openStage(undefined, { packs: true });
const page = stage.site.pages.find(({ path }) => path === 'search/index.html');
const all = [];
for (const query of QUERIES) {
  await stage.show(page, { viewport: { width: 1280, height: 900 } }, async (tab) => {
    const session = await tab.context().newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await tab.waitForTimeout(MOMENT);
    const letters = [...query];
    const keys = [];
    if (/\p{Script=Han}/u.test(query)) await compose(tab, session);
    for (let length = 1; length <= letters.length; length += 1) {
      keys.push(await tab.evaluate(timePainted, letters.slice(0, length).join('')));
      await tab.locator('.search-results:not([aria-busy])').waitFor({ state: 'attached' });
    }
    all.push(...keys.map(({ time }) => time));
    console.log(`${query}: ${keys.map(({ time, files }) => Math.round(time) + (files ? ` (${files})` : '')).join(', ')} ms`);
  });
}
await stage.close();
all.sort((one, other) => one - other);
console.log(`median ${Math.round(all[Math.floor(all.length / 2)])} ms, longest ${Math.round(all.at(-1))} ms of ${all.length} keys`);

/** The letters from which an input method makes the first word. */
async function compose(tab, session) {
  await tab.locator('main input[type="search"]').focus();
  for (const text of ['q', 'qi']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await tab.waitForTimeout(PINYIN);
  }
  await session.send('Input.insertText', { text: '' });
}

/** Runs in the page: the time from the event of a key to the frame that shows its results. */
async function timePainted(query) {
  const results = document.querySelector('.search-results');
  const field = document.querySelector('main input[type="search"]');
  const filesBefore = performance.getEntriesByType('resource').length;
  const began = performance.now();
  const done = new Promise((resolve) => {
    const watch = new MutationObserver((changes) => {
      if (results.hasAttribute('aria-busy') && changes.every(({ target, type }) => target === results && type === 'attributes')) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(results, { attributes: true, childList: true, characterData: true, subtree: true });
  });
  field.value = query;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await done;
  // What a frame's callback sends arrives after that frame is painted.
  await new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  }));
  return { time: performance.now() - began, files: performance.getEntriesByType('resource').length - filesBefore };
}
