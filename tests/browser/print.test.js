// On paper: every statement is there, and nothing that floats on a screen covers it.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertNone } from './faults.js';
import { themePages } from './site.js';
import { WIDE, openStage } from './stage.js';

const stage = await openStage();
after(stage.close);

for (const page of themePages(stage.site)) {
  test(`prints: ${page.path}`, async () => {
    await stage.show(page, { viewport: WIDE }, async (tab) => {
      const onScreen = await seen(tab);
      await tab.emulateMedia({ media: 'print' });
      const onPaper = await seen(tab);
      assert.ok(onPaper.claims.length > 0, 'no statement on paper');
      const lost = onScreen.claims.filter((claim) => !onPaper.claims.includes(claim));
      assertNone([
        ...lost.map((claim) => `lost on paper: ${claim}`),
        ...onPaper.fixed.map((element) => `would cover every sheet: ${element}`),
      ]);
      assert.ok(sheets(await tab.pdf({ format: 'A4' })) >= 1, 'no sheet of paper');
    });
  });
}

function seen(tab) {
  return tab.evaluate(() => {
    const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && element.innerText.trim() !== '';
    return {
      claims: [...document.querySelectorAll('[data-claim]')].filter(visible).map((claim) => claim.dataset.claim),
      fixed: [...document.body.querySelectorAll('*')]
        .filter((element) => getComputedStyle(element).position === 'fixed' && visible(element))
        .map((element) => element.cloneNode(false).outerHTML.slice(0, 120)),
    };
  });
}

function sheets(pdf) {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
