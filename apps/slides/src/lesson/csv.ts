// Training data pasted as text: two columns of numbers, with or without a header. The separator is a tab, a semicolon or a
// comma, whichever comes first in that order; where it is not the comma, a comma is a decimal comma. A text is taken as a
// whole or not at all: what is wrong with it is said row by row.

import { dsvFormat } from 'd3-dsv';
import type { Bilingual } from '../language/language.ts';
import type { Points } from './points.ts';

/** More would be neither drawn nor dragged sensibly. */
export const mostPoints = 200;
export const fewestPoints = 2;
/** Squares of larger numbers, and sums of these, would no longer be readable. */
const largest = 1e6;

export type ReadCsv = { readonly points: Points } | { readonly faults: readonly Bilingual[] };

const fault = (ko: string, en: string): Bilingual => ({ ko, en });

function separatorOf(text: string): string {
  return ['\t', ';'].find((separator) => text.includes(separator)) ?? ',';
}

/** What a cell says, as a number; nothing where it says none. */
function number(cell: string, separator: string): number | undefined {
  const text = cell.trim().replace(/^[−–]/, '-');
  const plain = separator === ',' ? text : text.replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

/** A cell as a sentence quotes it: in full where that is short. */
function quoted(cell: string): string {
  const text = cell.trim();
  return text.length > 16 ? `“${text.slice(0, 15)}…”` : `“${text}”`;
}

function cellFault(row: number, name: string, cell: string, value: number | undefined): Bilingual | undefined {
  if (cell.trim() === '')
    return fault(
      `${row}행: ${name} 자리에 수가 와야 하는데 비어 있다.`,
      `Row ${row}: expected a number for ${name}, got nothing.`,
    );
  if (value === undefined)
    return fault(
      `${row}행: ${name} 자리에 수가 와야 한다. 받은 것: ${quoted(cell)}`,
      `Row ${row}: expected a number for ${name}, got ${quoted(cell)}.`,
    );
  if (Math.abs(value) > largest)
    return fault(
      `${row}행: ${name}의 크기는 100만 이하여야 한다. 받은 것: ${quoted(cell)}`,
      `Row ${row}: expected ${name} to be at most a million in size, got ${quoted(cell)}.`,
    );
  return undefined;
}

function rowFaults(cells: readonly string[], row: number, separator: string): readonly Bilingual[] {
  if (cells.length !== 2)
    return [
      fault(
        `${row}행: x와 y 두 값이 있어야 하는데 ${cells.length}개가 왔다.`,
        `Row ${row}: expected two values, x and y, got ${cells.length}.`,
      ),
    ];
  return cells.flatMap((cell, i) => cellFault(row, 'xy'[i] ?? '', cell, number(cell, separator)) ?? []);
}

/** Whether a first row names the columns: none of its cells begins like a number. */
function isHeader(cells: readonly string[]): boolean {
  return cells.length === 2 && cells.every((cell) => /^\p{L}/u.test(cell.trim()));
}

/** Reads the text: points if all of it is right, else a sentence for each fault. Rows count from 1, as an editor does. */
export function readCsv(text: string): ReadCsv {
  const separator = separatorOf(text);
  const rows = dsvFormat(separator)
    .parseRows(text.replace(/^\ufeff/, '').replace(/[\r\n]+$/, ''))
    .map((cells, i) => ({ cells, row: i + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first, ...rest] = rows;
  const body = first && isHeader(first.cells) ? rest : rows;
  const faults = body.flatMap(({ cells, row }) => rowFaults(cells, row, separator));
  if (faults.length) return { faults };
  const column = (i: number): number[] =>
    body.map(({ cells }) => (number(cells[i] ?? '', separator) ?? Number.NaN) + 0);
  const points = { x: column(0), y: column(1) };
  const whole = wholeFault(points);
  return whole ? { faults: [whole] } : { points };
}

/** What is wrong with data whose every row is right. */
function wholeFault({ x }: Points): Bilingual | undefined {
  const count = x.length;
  if (count < fewestPoints)
    return fault(`점이 2개 이상 있어야 하는데 ${count}개가 왔다.`, `Expected at least 2 points, got ${count}.`);
  if (count > mostPoints)
    return fault(
      `점이 ${mostPoints}개 이하여야 하는데 ${count}개가 왔다.`,
      `Expected at most ${mostPoints} points, got ${count}.`,
    );
  if (new Set(x).size < 2)
    return fault(
      `서로 다른 x가 둘 이상 있어야 하는데 모두 같은 값(${x[0]})이다.`,
      `Expected at least two different values of x, got ${x[0]} everywhere.`,
    );
  return undefined;
}

/** The points as text that reads back the same. */
export function writeCsv({ x, y }: Points): string {
  return ['x,y', ...x.map((value, i) => `${value},${y[i]}`)].join('\n');
}
