// A page loads the sheet of its kind, in which stands what all pages share too; what a rule is written for must not stand on a page without it.

import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { GOLDEN, REAL, readSite, samples } from './site.js';
import { WIDE, openStage } from './stage.js';

for (const folder of [REAL, GOLDEN]) {
  const stage = await openStage(folder);
  after(stage.close);
  const sheets = await readSheets(folder);

  test(`no page of ${readSite(folder).pages.length} lacks the style of its parts`, async () => {
    const faults = [];
    for (const page of samples(stage.site)) {
      await stage.show(page, { viewport: WIDE, bypassCSP: true, scripts: false }, async (tab) => {
        const lacking = await tab.evaluate(findLacking, sheets);
        faults.push(...lacking.map((rule) => `${page.path} lacks \`${rule}\``));
      });
    }
    assertNone(faults);
  });
}

async function readSheets(folder) {
  const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.css'));
  return Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
}

/** Runs in the page: rules of any sheet that fit an element here and stand in none of the loaded sheets. */
function findLacking(sheets) {
  const STATES = /::?(?:hover|focus|focus-visible|target|before|after|first-letter|marker|placeholder|open)\b/g;
  const loaded = new Set([...document.styleSheets].flatMap((sheet) => flatten(sheet.cssRules)).map((rule) => rule.cssText));
  const all = sheets.flatMap((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return flatten(sheet.cssRules);
  });
  return all.filter((rule) => !loaded.has(rule.cssText) && fits(rule.selectorText)).map((rule) => rule.selectorText);

  function flatten(rules) {
    return [...rules].flatMap((rule) => (rule.selectorText ? [rule] : flatten(rule.cssRules ?? [])));
  }

  function fits(selectors) {
    const plain = selectors.replace(STATES, '').replace(/(^|[\s,>+~])(?=$|[,>+~])/g, '$1*');
    return document.querySelector(plain) !== null;
  }
}
