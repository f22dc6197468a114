// Laser and ink over the slide, in every window; in a window whose hand holds the laser or the pen, what it does.

import { effect, signal } from '@preact/signals-core';
import { nothing, render, svg } from 'lit';
import { pointerIn } from '../components/drag.ts';
import type { Desk } from '../deck/desk.ts';
import type { Store } from '../store/store.ts';
import { even, outlineOf } from './outline.ts';
import { type Drawing, hasRoom, type Stroke, withStroke } from './stroke.ts';

/** Seconds that a laser that rests is seen. */
const seconds = 5;
/** Stage units between two points of a stroke. */
const least = 1.5;

/** The outline of a stroke that rests is computed once. */
const outlines = new WeakMap<Stroke, string>();

function outline(stroke: Stroke): string {
  const known = outlines.get(stroke) ?? outlineOf(stroke);
  outlines.set(stroke, known);
  return known;
}

function point(drawing: SVGSVGElement, event: PointerEvent): [x: number, y: number, pressure: number] {
  const { x, y } = pointerIn(drawing, event);
  const pressure = event.pointerType === 'mouse' ? even : Math.round(100 * event.pressure);
  return [Math.round(x), Math.round(y), pressure];
}

function usePen(drawing: SVGSVGElement, desk: Desk, store: Store): void {
  const { lecture } = desk;
  // This window's own stroke: another window may be drawing too.
  let current: Drawing | undefined;
  const keep = ({ slide, points }: Drawing): void => lecture.setInk(withStroke(lecture.ink.value, slide, points));
  drawing.addEventListener('pointerdown', (event) => {
    if (desk.hand.value !== 'pen' || event.button !== 0) return;
    event.preventDefault();
    drawing.setPointerCapture(event.pointerId);
    current = { slide: store.state.value.slide, points: point(drawing, event) };
    lecture.draw(current);
  });
  drawing.addEventListener('pointermove', (event) => {
    if (!current) return;
    let { points } = current;
    const moves = event.getCoalescedEvents();
    for (const move of moves.length ? moves : [event]) {
      const next = point(drawing, move);
      const [x = 0, y = 0] = points.slice(-3);
      if (Math.hypot(next[0] - x, next[1] - y) >= least) points = [...points, ...next];
      if (hasRoom(points)) continue;
      keep({ ...current, points });
      points = next;
    }
    if (points === current.points) return;
    current = { ...current, points };
    lecture.draw(current);
  });
  for (const type of ['pointerup', 'pointercancel'] as const) {
    drawing.addEventListener(type, () => {
      if (!current) return;
      keep(current);
      current = undefined;
      lecture.draw(null);
    });
  }
}

function useLaser(stage: HTMLElement, drawing: SVGSVGElement, desk: Desk): void {
  const { lecture } = desk;
  stage.addEventListener('pointermove', (event) => {
    if (desk.hand.value !== 'laser') return;
    const [x, y] = point(drawing, event);
    lecture.point({ x, y });
  });
  stage.addEventListener('pointerleave', () => {
    if (desk.hand.value === 'laser') lecture.point(null);
  });
}

export function makeOverlay(stage: HTMLElement, desk: Desk, store: Store): void {
  const { lecture } = desk;
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawing.setAttribute('class', 'ink');
  drawing.setAttribute('viewBox', '0 0 1280 720');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.dataset.preventSwipe = '';
  stage.append(drawing);
  const resting = signal(false);
  let timer = 0;
  effect(() => {
    window.clearTimeout(timer);
    resting.value = false;
    if (lecture.spot.value) timer = window.setTimeout(() => (resting.value = true), 1000 * seconds);
  });
  effect(() => {
    drawing.dataset.hand = desk.hand.value;
    const { slide } = store.state.value;
    const spot = resting.value ? null : lecture.spot.value;
    const current = lecture.drawing.value;
    render(
      svg`${(lecture.ink.value[slide] ?? []).map((stroke) => svg`<path class="stroke" d=${outline(stroke)}></path>`)}
        ${current?.slide === slide ? svg`<path class="stroke" d=${outlineOf(current.points)}></path>` : nothing}
        ${spot ? svg`<circle class="laser" cx=${spot.x} cy=${spot.y} r="9"></circle>` : nothing}`,
      drawing,
    );
  });
  usePen(drawing, desk, store);
  useLaser(stage, drawing, desk);
}
