// Judgements on a page that stands open; each returns a list of faults in words.

import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The width in pixels to which WCAG 1.4.10 lets a page shrink. */
const NARROWEST = 320;
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe holds against the page. */
export async function accessibilityFaults(tab) {
  await tab.evaluate(AXE);
  const violations = await tab.evaluate(async (standards) => {
    const options = {
      runOnly: { type: 'tag', values: standards },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
      preload: false,
    };
    return (await globalThis.axe.run(document, options)).violations;
  }, STANDARDS);
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

/** Live regions beyond the first: a screen reader that watches many tells some of them late or not at all. */
export function liveRegionFaults(tab) {
  return tab.evaluate(() => {
    const regions = [...document.querySelectorAll('[role="status"], [role="alert"], [role="log"], [aria-live], output')];
    return regions.slice(1).map((region) => `a live region beside another: ${region.outerHTML.slice(0, 120)}`);
  });
}

/**
 * Targets smaller than 24 pixels, as WCAG 2.2 counts them: a link within a sentence may be small, and so may one with room
 * around it.
 */
export function targetFaults(tab) {
  return tab.evaluate(() => {
    const LEAST = 24;
    const targets = [...document.querySelectorAll('a[href], button, input, select, summary')]
      .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.closest('svg'))
      .filter((target) => target.getBoundingClientRect().width > 1)
      .map((element) => {
        const box = element.getBoundingClientRect();
        const isSmall = box.width < LEAST || box.height < LEAST;
        return { element, box, isSmall: isSmall && !standsInText(element) };
      });
    const faults = [];
    for (const { element, box } of targets.filter(({ isSmall }) => isSmall)) {
      const centre = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
      const near = targets.find((other) => other.element !== element && distance(centre, other) < LEAST / 2);
      if (!near) continue;
      const size = `${Math.round(box.width)} by ${Math.round(box.height)} px`;
      faults.push(`a target of ${size}, too near to another: ${element.outerHTML.slice(0, 120)}`);
    }
    return faults;

    function standsInText(element) {
      if (getComputedStyle(element).display !== 'inline') return false;
      const block = element.closest('p, li, dd, dt, td, th, h1, h2, h3, h4, figcaption, label, cite, div, section');
      return block !== null && block.textContent.trim().length > element.textContent.trim().length;
    }

    /** To another target's edge, or to the circle around a small one. */
    function distance({ x, y }, { box, isSmall }) {
      if (isSmall) return Math.hypot(x - (box.left + box.right) / 2, y - (box.top + box.bottom) / 2) - LEAST / 2;
      return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    }
  });
}

/** Whatever takes the focus without showing it, or behind something that covers it. */
export async function focusFaults(tab) {
  // The style of the focus follows the last device in use.
  await tab.keyboard.press('Tab');
  return tab.evaluate(() => {
    const MOST = 150;
    const faults = [];
    const stops = [...document.querySelectorAll('a[href], button:enabled, input, select, textarea, summary, [tabindex="0"]')];
    for (const stop of stops.filter((stop) => stop.checkVisibility({ visibilityProperty: true })).slice(0, MOST)) {
      stop.focus();
      const name = stop.cloneNode(false).outerHTML.slice(0, 120);
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(stop);
      const isShown = stop.matches(':focus-visible') && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
        && !/, 0\)$/.test(outlineColor);
      if (!isShown) faults.push(`focus is not visible: ${name}`);
      const boxes = [...stop.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      // A part in sight is enough, as WCAG 2.4.11 has it.
      const isClear = boxes.some(({ left, right, top, bottom }) => [left + 2, (left + right) / 2, right - 2].some((x) => {
        const found = document.elementFromPoint(x, (top + bottom) / 2);
        return found && (stop.contains(found) || found.contains(stop));
      }));
      if (!isClear) faults.push(`focus is covered or out of sight: ${name}`);
    }
    document.activeElement?.blur();
    window.scrollTo(0, 0);
    return faults;
  });
}

/** What moves although the reader has asked for rest. */
export function motionFaults(tab) {
  return tab.evaluate(() => {
    const moving = [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      const durations = `${style.transitionDuration},${style.animationDuration}`.split(',').map(parseFloat);
      return style.scrollBehavior === 'smooth' || durations.some((seconds) => seconds > 0.01);
    });
    return moving.slice(0, 3).map((element) => `moves: ${element.cloneNode(false).outerHTML.slice(0, 120)}`);
  });
}

/** What is lost when text is twice as large; no reader needs that on top of the narrowest window. */
export async function largeTextFaults(tab) {
  const { width } = tab.viewportSize();
  if (width < 2 * NARROWEST) return [];
  const was = await tab.evaluate(() => {
    const { style } = document.documentElement;
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
    style.setProperty('font-size', `${size * 2}px`, 'important');
    return size;
  });
  // A size in pixels would stay behind the root's.
  const stuck = await tab.evaluate((size) => [...document.body.querySelectorAll('p, li, a, td, dt, h1, h2')]
    .filter((element) => element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) < size)
    .slice(0, 3).map((element) => `text that does not grow: ${element.outerHTML.slice(0, 120)}`), was);
  const faults = [...stuck, ...await sidewaysFaults(tab), ...await lossFaults(tab)];
  await tab.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return faults.map((fault) => `text at 200 %: ${fault}`);
}

/** What is lost when a reader spaces text as WCAG 1.4.12 lets them. */
export async function spacedTextFaults(tab) {
  await tab.evaluate(() => {
    const spacing = { 'line-height': '1.5', 'letter-spacing': '0.12em', 'word-spacing': '0.16em' };
    for (const element of document.body.querySelectorAll('*')) {
      for (const [name, value] of Object.entries(spacing)) element.style.setProperty(name, value, 'important');
      if (element.localName === 'p') element.style.setProperty('margin-bottom', '2em', 'important');
    }
  });
  const faults = [...await sidewaysFaults(tab), ...await lossFaults(tab)];
  await tab.evaluate(() => document.body.querySelectorAll('[style]').forEach((element) => element.removeAttribute('style')));
  return faults.map((fault) => `spaced text: ${fault}`);
}

/** Text that is cut off, or that lies on other text. */
function lossFaults(tab) {
  return tab.evaluate(() => {
    const faults = [];
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const element = text.parentElement;
      if (!text.data.trim() || element.closest('svg, .hidden, .skip, template, option')) continue;
      if (!element.checkVisibility({ visibilityProperty: true }) || floats(element)) continue;
      const cutter = element.closest('body *:is(p, li, h1, h2, h3, h4, a, div, section, td, span, button, summary)');
      if (cutter && cuts(cutter)) faults.push(`text is cut off: ${cutter.outerHTML.slice(0, 120)}`);
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) if (box.width > 1) lines.push({ box, text });
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    for (const [index, upper] of lines.entries()) {
      for (const lower of lines.slice(index + 1)) {
        if (lower.box.top >= upper.box.bottom) break;
        if (lower.text !== upper.text && covers(upper.box, lower.box)) {
          faults.push(`text lies on text: ${upper.text.data.trim().slice(0, 60)} / ${lower.text.data.trim().slice(0, 60)}`);
        }
      }
    }
    return faults.slice(0, 5);

    function cuts(element) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCut = (overflow, inner, outer) => ['hidden', 'clip'].includes(overflow) && inner > outer + 1;
      return isCut(overflowX, element.scrollWidth, element.clientWidth)
        || isCut(overflowY, element.scrollHeight, element.clientHeight);
    }

    /** What sticks or is fixed lies on the text by intent. */
    function floats(element) {
      for (let at = element; at; at = at.parentElement) {
        if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
      }
      return false;
    }

    /** The boxes of neighbouring lines may touch. */
    function covers(one, other) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return across > 3 && down > Math.min(one.height, other.height) * 0.5;
    }
  });
}

function firstReason(node) {
  return [...node.any, ...node.all, ...node.none][0]?.message ?? node.html.slice(0, 120);
}
