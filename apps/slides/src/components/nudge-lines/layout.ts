// Where the lines of a nudge and their words stand. Where there is little room the slopes stand on the left of the dots
// and the lines' values on the right of them, and the products stand below their lines, in two rows if need be.

/** A word's place and the side of it on which the word stands. */
export interface WordPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

type Word = 'question' | 'along' | 'other' | 'z' | 'loss' | 'local' | 'upstream' | 'nudge' | 'atZ' | 'atLoss' | 'real';

export interface NudgeLayout {
  readonly narrow: boolean;
  readonly height: number;
  /** Where nothing has changed, and the greatest change that is drawn. */
  readonly base: number;
  readonly right: number;
  readonly rows: { readonly first: number; readonly z: number; readonly loss: number; readonly real: number };
  readonly words: Readonly<Record<Word, WordPlace>>;
  /** How far the nudge's own word may follow it. */
  readonly follows: number;
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly arrow: { readonly x: number; readonly y: number };
  /** How far above the line the nudge is taken hold of. */
  readonly lift: number;
}

/** Below this width a product would not fit beside the dots. */
const least = 740;

function wide(width: number): NudgeLayout {
  const [first, z, loss] = [78, 232, 386] as const;
  const [base, right] = [(width * 37) / 78, width - 16];
  const [toZ, toLoss] = [(first + z) / 2, (z + loss) / 2];
  return {
    narrow: false,
    height: 500,
    base,
    right,
    rows: { first, z, loss, real: loss + 62 },
    words: {
      question: { x: 0, y: 6, anchor: 'start' },
      along: { x: base, y: first - 34, anchor: 'middle' },
      other: { x: right, y: first - 34, anchor: 'end' },
      z: { x: base, y: z - 34, anchor: 'middle' },
      loss: { x: base, y: loss - 34, anchor: 'middle' },
      local: { x: 100, y: toZ, anchor: 'middle' },
      upstream: { x: 112, y: toLoss, anchor: 'middle' },
      nudge: { x: base + 24, y: first + 34, anchor: 'start' },
      atZ: { x: base + 24, y: z + 34, anchor: 'start' },
      atLoss: { x: base + 24, y: loss + 30, anchor: 'start' },
      real: { x: base + 24, y: loss + 92, anchor: 'start' },
    },
    follows: right - 330,
    frame: { x: 24, y: toZ - 29, width: 152, height: 58 },
    arrow: { x: 24, y: toLoss },
    lift: 0,
  };
}

function narrow(width: number): NudgeLayout {
  const [first, z, loss] = [124, 228, 342] as const;
  const base = Math.round(width * 0.48);
  const beside = base + 20;
  return {
    narrow: true,
    height: loss + 132,
    base,
    right: width - 8,
    rows: { first, z, loss, real: loss + 92 },
    words: {
      question: { x: 0, y: 26, anchor: 'start' },
      along: { x: base + 38, y: first - 28, anchor: 'start' },
      other: { x: 0, y: first - 28, anchor: 'start' },
      z: { x: beside, y: z - 24, anchor: 'start' },
      loss: { x: beside, y: loss - 28, anchor: 'start' },
      local: { x: 66, y: first + 42, anchor: 'middle' },
      upstream: { x: 40, y: loss - 28, anchor: 'start' },
      nudge: { x: beside, y: first + 30, anchor: 'start' },
      atZ: { x: 0, y: z + 38, anchor: 'start' },
      atLoss: { x: 0, y: loss + 44, anchor: 'start' },
      real: { x: 0, y: loss + 116, anchor: 'start' },
    },
    follows: beside,
    frame: { x: 2, y: first + 19, width: 128, height: 46 },
    arrow: { x: 20, y: loss - 28 },
    lift: 28,
  };
}

export function nudgeLayout(width: number): NudgeLayout {
  return width < least ? narrow(width) : wide(width);
}
