import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { QUIET, findChromium } from '../browser/browser.js';
import { serve } from '../browser/server.js';
const N=+(process.env.N??5);
const server = await serve(process.env.DIPTYCH_SITE, '/', { packs: true });
const chrome = await launch({ chromePath: findChromium(), chromeFlags: QUIET });
for (const p of process.argv.slice(2)) {
  const r=[];
  for(let i=0;i<N;i++){ const { lhr } = await lighthouse(server.root + p, { port: chrome.port, onlyCategories:['performance'] });
   const m=lhr.audits.metrics.details.items[0];
   r.push([m.firstContentfulPaint,m.largestContentfulPaint,m.totalBlockingTime,lhr.audits['cumulative-layout-shift'].numericValue, m.observedLargestContentfulPaint]); if(i==0&&process.env.V) console.log(JSON.stringify(lhr.audits['lcp-breakdown-insight']?.details?.items), JSON.stringify(lhr.audits['long-tasks']?.details?.items), JSON.stringify(lhr.audits['mainthread-work-breakdown']?.details?.items.map(x=>[x.groupLabel,x.duration|0])));}
  r.sort((a,b)=>a[1]-b[1]);
  console.log(p, 'LCP', r.map(x=>x[1]|0).join(' '), 'FCP', r.map(x=>x[0]|0).join(' '), 'TBT', r.map(x=>x[2]|0).join(' '),'CLS',r.map(x=>x[3]).join(' '), 'obs', r.map(x=>x[4]).join(' '));
}
chrome.kill(); await server.close();
