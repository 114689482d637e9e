// The Nu HTML checker on every kind of page of both sites, with their style sheets and pictures: no errors.

import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { assertNone } from './faults.js';
import { GOLDEN, REAL, readSite, samples } from './site.js';

const JAR = createRequire(import.meta.url)('vnu-jar');

for (const folder of [REAL, GOLDEN]) {
  const site = readSite(folder);
  const pages = samples(site).map((page) => page.path);
  const others = readdirSync(folder, { recursive: true }).filter((file) => /\.(css|svg)$/.test(file));
  test(`${pages.length} pages, ${others.length} style sheets and pictures`, async () => {
    const files = [...pages, ...others].map((file) => path.join(folder, file));
    const { messages } = await check(files);
    assertNone(messages.filter(({ type }) => type !== 'info').map(({ url, lastLine, message, extract }) => (
      `${path.relative(folder, new URL(url).pathname)}:${lastLine}: ${message}\n    ${extract ?? ''}`)));
  });
}

/** What the checker says of all files at once, because Java is slow to start. */
function check(files) {
  const call = ['-jar', JAR, '--format', 'json', '--also-check-css', '--also-check-svg', ...files];
  return new Promise((resolve, reject) => {
    execFile('java', call, { maxBuffer: 2 ** 26 }, (error, _, report) => {
      // It fails where it finds something; without a report it did not run.
      try {
        resolve(JSON.parse(report));
      } catch {
        reject(error ?? new Error(`the checker reports nothing: ${report}`));
      }
    });
  });
}
