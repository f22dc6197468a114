import { describe, expect, it } from 'vitest';
import { mostPoints, readCsv, writeCsv } from '../src/lesson/csv.ts';
import { lecturePoints } from '../src/lesson/points.ts';
import { standardOn } from '../src/lesson/standard.ts';
import { engines } from '../src/store/engine.ts';

/** What is said, in English; nothing where the text is right. */
function said(text: string): readonly string[] {
  const read = readCsv(text);
  return 'faults' in read ? read.faults.map(({ en }) => en) : [];
}

function points(text: string): unknown {
  const read = readCsv(text);
  return 'points' in read ? read.points : read.faults;
}

describe('text that is not right', () => {
  it('gets a sentence for each bad row: which one, what was expected, what came', () => {
    expect(said('x;y\n1;2,5\n2;abc\n3\n4;\n5;2e7\n6;7;8')).toEqual([
      'Row 3: expected a number for y, got “abc”.',
      'Row 4: expected two values, x and y, got 1.',
      'Row 5: expected a number for y, got nothing.',
      'Row 6: expected y to be at most a million in size, got “2e7”.',
      'Row 7: expected two values, x and y, got 3.',
    ]);
  });

  it('gets the same in Korean, without a particle after what came', () => {
    const read = readCsv('1,2\n하나,2\n3\n');
    expect('faults' in read && read.faults.map(({ ko }) => ko)).toEqual([
      '2행: x 자리에 수가 와야 한다. 받은 것: “하나”',
      '3행: x와 y 두 값이 있어야 하는데 1개가 왔다.',
    ]);
  });

  it('has too few points, too many, or one x alone', () => {
    const many = Array.from({ length: mostPoints + 1 }, (_, i) => `${i},${i}`).join('\n');
    expect(said('')).toEqual(['Expected at least 2 points, got 0.']);
    expect(said('x,y')).toEqual(['Expected at least 2 points, got 0.']);
    expect(said('1,2')).toEqual(['Expected at least 2 points, got 1.']);
    expect(said(many)).toEqual([`Expected at most ${mostPoints} points, got ${mostPoints + 1}.`]);
    expect(said('3,1\n3,2')).toEqual(['Expected at least two different values of x, got 3 everywhere.']);
  });

  it.each(['NaN', 'Infinity', '0x10', '1_000', '1e999', '--1', '1.2.3', '=1+1'])('%s is no number', (cell) => {
    expect(said(`1,2\n${cell},3`)).toHaveLength(1);
  });

  it('is quoted in part where it is long', () => {
    expect(said(`1,2\n${'z'.repeat(500)},3`)).toEqual(['Row 2: expected a number for x, got “zzzzzzzzzzzzzzz…”.']);
  });
});

describe('text that is right', () => {
  it.each([
    ['commas', '1,2.5\n3,-4'],
    ['semicolons and decimal commas', '1;2,5\n3;-4'],
    ['tabs, as from a spreadsheet', '1\t2,5\n3\t−4\n'],
    ['a header', 'x,y\n1,2.5\n3,-4'],
    ['quotes, spaces and a byte-order mark', '\ufeff"키";"몸무게"\r\n" 1 ";"2.5"\r\n3;-4\r\n\r\n'],
    ['blank rows between', '1,2.5\n\n3,-4'],
  ])('%s', (_, text) => {
    expect(points(text)).toEqual({ x: [1, 3], y: [2.5, -4] });
  });

  it('has a point for each row, up to the most', () => {
    const text = Array.from({ length: mostPoints }, (_, i) => `${i},${i}`).join('\n');
    expect(points(text)).toMatchObject({ x: { length: mostPoints } });
  });

  it('never holds a −0, and reads back what was written', () => {
    expect(points('-0,1\n1,-0')).toEqual({ x: [0, 1], y: [1, 0] });
    expect(points(writeCsv(lecturePoints))).toEqual(lecturePoints);
  });
});

it.each(['typescript', 'wasm'] as const)('standardised data have mean 0 and deviation 1 on %s', (name) => {
  const { x, y } = standardOn(engines[name])({ x: [150, 160, 170], y: [4, 4, 4] });
  expect(x).toEqual([-1.225, 0, 1.225]);
  expect(y).toEqual([0, 0, 0]);
});
