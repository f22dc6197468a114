// Dragging inside an SVG that reveal has scaled: positions come from the drawing's own matrix.

/** Where the pointer is, in the coordinates of the drawing's viewBox. */
export function pointerIn(svg: SVGSVGElement, event: PointerEvent): DOMPoint {
  const matrix = svg.getScreenCTM();
  const point = new DOMPoint(event.clientX, event.clientY);
  return matrix ? point.matrixTransform(matrix.inverse()) : point;
}

/** Follows one pointer from its `pointerdown` on; afterwards the keys belong to the deck again. */
export function drag(event: PointerEvent, move: (point: DOMPoint) => void): void {
  const handle = event.currentTarget;
  if (!(handle instanceof SVGElement) || event.button !== 0) return;
  const svg = handle instanceof SVGSVGElement ? handle : handle.ownerSVGElement;
  if (!svg) return;
  event.preventDefault();
  event.stopPropagation();
  handle.setPointerCapture(event.pointerId);
  const onMove = (next: PointerEvent): void => move(pointerIn(svg, next));
  const stop = (): void => {
    handle.removeEventListener('pointermove', onMove);
    handle.removeEventListener('pointerup', stop);
    handle.removeEventListener('pointercancel', stop);
    handle.blur();
  };
  handle.addEventListener('pointermove', onMove);
  handle.addEventListener('pointerup', stop);
  handle.addEventListener('pointercancel', stop);
}

/** The direction an arrow key asks for, in steps of 0.1; nothing for any other key. */
export function arrowStep(event: KeyboardEvent): { readonly x: number; readonly y: number } | undefined {
  switch (event.code) {
    case 'ArrowLeft':
      return { x: -0.1, y: 0 };
    case 'ArrowRight':
      return { x: 0.1, y: 0 };
    case 'ArrowUp':
      return { x: 0, y: 0.1 };
    case 'ArrowDown':
      return { x: 0, y: -0.1 };
    default:
      return undefined;
  }
}

/** A handler of `keydown`: an arrow key acts, by the step it asks for; every other key goes on to the deck. */
export function onArrows(act: (step: { readonly x: number; readonly y: number }) => void) {
  return (event: KeyboardEvent): void => {
    const step = arrowStep(event);
    if (!step) return;
    event.preventDefault();
    act(step);
  };
}

/** Values the audience can read: one decimal, inside the picture. */
export function tenth(value: number, [from, to]: readonly [number, number]): number {
  return Math.round(Math.min(to, Math.max(from, value)) * 10) / 10 + 0; // + 0 turns −0 into 0
}
