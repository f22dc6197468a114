// Pictures and tables in a column narrower than the stage. Pictures are drawn at its width, their text as large as ever. A
// table that stays wider, of long numbers, becomes a window onto itself: it moves sideways under the finger, and the page
// does not.

import { LiveElement } from '../components/live-element.ts';

interface Size {
  readonly width: number;
  readonly height: number | undefined;
  readonly whole: number | undefined;
}

/** A picture whose width may be set; a field has the width of what is typed. */
type Elastic = LiveElement & {
  width: number;
  height: number | undefined;
  /** With what stands beside the picture that `width` is of. */
  whole?: number;
};

/** Sizes on the stage. */
const sizes = new WeakMap<LiveElement, Size>();

function isElastic(picture: LiveElement): picture is Elastic {
  return 'width' in picture && typeof picture.width === 'number' && picture.localName !== 'text-field';
}

/** Plots become lower with their width, but not so low that their text fills them. */
function heightAt(width: number, size: Size): number | undefined {
  if (size.height === undefined || width === size.width) return size.height;
  return Math.round(Math.max(Math.min(size.height, 220), (size.height * width) / size.width));
}

function resize(picture: Elastic, column: number): void {
  const whole = typeof picture.whole === 'number' ? picture.whole : undefined;
  const size = sizes.get(picture) ?? { width: picture.width, height: picture.height, whole };
  sizes.set(picture, size);
  if (size.whole !== undefined) picture.whole = Math.min(size.whole, column);
  const width = Math.min(size.width, column);
  if (picture.width === width) return;
  picture.width = width;
  picture.height = heightAt(width, size);
}

function makeWindow(table: HTMLElement, wider: boolean): void {
  table.classList.toggle('window', wider);
  // What scrolls can be reached by keyboard too.
  if (wider) table.tabIndex = 0;
  else table.removeAttribute('tabindex');
}

/** Fits what a section shows into `column` CSS pixels. */
export async function fit(section: Element, column: number): Promise<void> {
  const pictures = [...section.querySelectorAll('.content *')].filter((element) => element instanceof LiveElement);
  for (const picture of pictures) if (isElastic(picture)) resize(picture, column);
  await Promise.all(pictures.map((picture) => picture.updateComplete));
  for (const table of section.querySelectorAll('table')) {
    makeWindow(table, false);
    makeWindow(table, table.getBoundingClientRect().width > column + 1);
  }
}
