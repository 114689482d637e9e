// Judgements on a page that stands open; each returns a list of faults in words.

import { AxeBuilder } from '@axe-core/playwright';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe holds against the page. */
export async function accessibilityFaults(tab) {
  const { violations } = await new AxeBuilder({ page: tab }).withTags(STANDARDS).analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => `    ${node.target.join(' ')}\n      ${firstReason(node)}`);
    return `axe ${id}: ${help} (${nodes.length} places)\n${places.join('\n')}`;
  });
}

/** Whether a reader must scroll sideways, and what sticks out. */
export function sidewaysFaults(tab) {
  return tab.evaluate(() => {
    const faults = [];
    if (!document.querySelector('meta[name="viewport"][content*="width=device-width"]')) {
      faults.push('no viewport meta element: a phone would show the page shrunk');
    }
    const width = document.scrollingElement.scrollWidth;
    if (width <= window.innerWidth) return faults;
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => getComputedStyle(element).overflowX === 'visible')
      .filter((element) => element.getBoundingClientRect().left + element.scrollWidth > window.innerWidth + 1)
      .slice(-3)
      .map((element) => element.cloneNode(false).outerHTML.slice(0, 120));
    return [...faults, `scrolls sideways: ${width} px wide in ${window.innerWidth} px; such as\n    ${wide.join('\n    ')}`];
  });
}

function firstReason(node) {
  return [...node.any, ...node.all, ...node.none][0]?.message ?? node.html.slice(0, 120);
}
