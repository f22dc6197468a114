// Slopes that are simple fractions, written as fractions: 1/3 beside 0.3333.

import { format } from './format.ts';
import { texNumber } from './tex.ts';

/** p/q with q up to 12 where the value is that fraction to the last bits; else its digits. */
export function texFraction(value: number): string {
  for (let q = 1; q <= 12 && Math.abs(value) < 1000; q += 1) {
    const p = Math.round(value * q);
    if (p === 0 || Math.abs(p / q - value) > 2 ** -51 * Math.abs(value)) continue;
    if (q === 1) break;
    const sign = p < 0 ? '-' : '';
    return `${sign}\\frac{${format(Math.abs(p))}}{${format(q)}}`;
  }
  return texNumber(format(value));
}
