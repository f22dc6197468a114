// Pictures and tables in a column narrower than the stage. A picture that can be drawn at any width is drawn at the
// column's, its text as large as ever. What stays wider becomes a window onto itself: it moves sideways under the finger,
// and the page does not.

import { LiveElement } from '../components/live-element.ts';

interface Size {
  readonly width: number;
  readonly height: number | undefined;
}

/** A picture whose width may be set. */
type Elastic = LiveElement & { width: number; height: number | undefined };

/** Sizes on the stage. */
const sizes = new WeakMap<LiveElement, Size>();

/** Below these widths the parts of a picture collide. */
const least: Readonly<Record<string, number>> = {
  'ledger-graph': Number.POSITIVE_INFINITY,
  'composition-plots': Number.POSITIVE_INFINITY,
  'difference-valley': 560,
  'rate-cliff': 440,
};

function isElastic(picture: LiveElement): picture is Elastic {
  return 'width' in picture && typeof picture.width === 'number' && !picture.localName.endsWith('-field');
}

/** Plots become lower with their width, but not so low that their text fills them. */
function heightAt(width: number, size: Size): number | undefined {
  if (size.height === undefined || width === size.width) return size.height;
  return Math.round(Math.max(Math.min(size.height, 220), (size.height * width) / size.width));
}

function resize(picture: Elastic, column: number): void {
  const size = sizes.get(picture) ?? { width: picture.width, height: picture.height };
  sizes.set(picture, size);
  const width = Math.min(size.width, Math.max(column, least[picture.localName] ?? 0));
  if (picture.width === width) return;
  picture.width = width;
  picture.height = heightAt(width, size);
}

function makeWindow(element: HTMLElement, wider: boolean): void {
  element.classList.toggle('window', wider);
  // What scrolls can be reached by keyboard too.
  if (wider) element.tabIndex = 0;
  else element.removeAttribute('tabindex');
}

/** Fits what a section shows into `column` CSS pixels. */
export async function fit(section: Element, column: number): Promise<void> {
  const pictures = [...section.querySelectorAll('.content *')].filter((element) => element instanceof LiveElement);
  for (const picture of pictures) if (isElastic(picture)) resize(picture, column);
  await Promise.all(pictures.map((picture) => picture.updateComplete));
  for (const picture of pictures) {
    const drawing = picture.querySelector<SVGSVGElement>('svg.plot');
    makeWindow(picture, (drawing?.width.baseVal.value ?? 0) > column);
  }
  for (const table of section.querySelectorAll('table')) {
    makeWindow(table, false);
    makeWindow(table, table.getBoundingClientRect().width > column + 1);
  }
}
