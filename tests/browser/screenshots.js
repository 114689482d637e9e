// Full-page pictures of every kind of page, for people who review the look:
//
//     DIPTYCH_SITE=public node screenshots.js OUTDIR
//
// writes OUTDIR/<kind>-<width>-<light|dark>.png, where a page in another language than the first has its tag in its kind.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { samples, themePages } from './site.js';
import { NARROW, WIDE, openStage } from './stage.js';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: DIPTYCH_SITE=public node screenshots.js OUTDIR');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const stage = await openStage();
try {
  const [favourite] = themePages(stage.site);
  const pages = samples(stage.site).filter((page) => page.name !== 'theme');
  for (const page of [{ name: 'theme', ...favourite }, ...pages]) {
    for (const viewport of [WIDE, NARROW]) {
      for (const colorScheme of ['light', 'dark']) {
        const name = [page.name.replace(/ \((.+)\)$/, '-$1'), viewport.width, colorScheme].join('-');
        const file = path.join(folder, `${name}.png`);
        await stage.show(page, { viewport, colorScheme }, (tab) => tab.screenshot({ path: file, fullPage: true }));
        console.log(file);
      }
    }
  }
} finally {
  await stage.close();
}
