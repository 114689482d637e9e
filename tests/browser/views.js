// The ways in which a page is looked at: by day, by night or in the colours of a reader's own, at three widths, with scripts
// and without.

const LOOKS = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
];
const VIEWPORTS = [{ width: 1280, height: 900 }, { width: 768, height: 1024 }, { width: 320, height: 640 }];

/**
 * The views in which to look at each of `count` pages: every one where `isFull`, else three a page, chosen so that every two
 * values of look, width and scripts meet, on each page and over the pages.
 */
export function viewsOf(count, isFull) {
  return Array.from({ length: count }, (_, page) => {
    const views = LOOKS.flatMap((look, row) => VIEWPORTS.flatMap((viewport, column) => [true, false].map((scripts) => ({
      look, viewport, scripts, isChosen: column === (row + page) % 3 && scripts === ((row + Math.floor(page / 3)) % 2 === 0),
    }))));
    return views.filter(({ isChosen }) => isFull || isChosen).map(({ look: { name, ...look }, viewport, scripts }) => ({
      name: `${name}, ${viewport.width} px, ${scripts ? 'with' : 'without'} scripts`,
      options: { ...look, viewport, scripts, reducedMotion: 'reduce' },
    }));
  });
}
