// What a finger takes hold of in a picture follows it, while the page stays; everywhere else the finger scrolls the page.
// `touch-action` would say so, but browsers heed it for a whole drawing, not for a part of one.

const handles = '[role="slider"]:not(svg, .turntable), .walk .reach';

export function holdHandles(column: HTMLElement): void {
  column.addEventListener(
    'touchstart',
    (event) => {
      if (event.target instanceof SVGElement && event.target.closest(handles)) event.preventDefault();
    },
    { passive: false },
  );
}
