// Lets what a component shows glide to its new value in 280 ms. Only the picture glides; numbers are never in between.
// A drag, a fast clicker and reduced motion jump.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

const duration = 280;
/** Changes that follow each other faster than this come from a drag or a run. */
const burst = 120;

/** Asked once: a new answer object at every frame would be work. */
let reduced: MediaQueryList | undefined;

function isStill(): boolean {
  reduced ??= matchMedia('(prefers-reduced-motion: reduce)');
  return reduced.matches;
}

function ease(part: number): number {
  return part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
}

export class Tween implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private from: readonly number[] = [];
  private target: readonly number[] = [];
  private began = Number.NEGATIVE_INFINITY;
  private frame = 0;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
    this.from = this.target;
  }

  /** To be called while rendering with the values that should be shown: gives those to draw now. */
  show(values: readonly number[]): readonly number[] {
    const now = performance.now();
    if (values.length !== this.target.length || values.some((value, i) => value !== this.target[i])) {
      const jump =
        values.length !== this.target.length || now - this.began < burst || !values.every(Number.isFinite) || isStill();
      this.from = jump ? values : this.at(now);
      this.target = values;
      this.began = now;
      // A drag has drawn all there is: it must not be drawn a second time in the same frame.
      if (jump) this.stop();
      else this.schedule();
    }
    return this.at(now);
  }

  private at(now: number): readonly number[] {
    const part = Math.min(1, Math.max(0, (now - this.began) / duration));
    if (part === 1) return this.target;
    return this.target.map((value, i) => {
      const start = this.from[i] ?? value;
      return start + (value - start) * ease(part);
    });
  }

  private stop(): void {
    if (this.frame) cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private schedule(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.host.requestUpdate();
      if (performance.now() - this.began < duration) this.schedule();
    });
  }
}
