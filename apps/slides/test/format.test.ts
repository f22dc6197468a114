import { describe, expect, it } from 'vitest';
import {
  format,
  formatFully,
  formatTime,
  formatTogether,
  parse,
  shortForms,
  subscript,
} from '../src/numbers/format.ts';
import { texFactor, texNumber } from '../src/numbers/tex.ts';

describe('format', () => {
  it('says what is not a finite number', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((value) => format(value))).toEqual([
      '—',
      '∞',
      '−∞',
    ]);
  });

  it('never shows a negative zero', () => {
    expect(format(-0)).toBe('0');
    expect(format(-0, 2)).toBe('0.00');
    expect(format(-0.004, 2)).toBe('0.00');
  });

  it('writes a true minus sign', () => {
    expect(format(-2)).toBe('−2');
    expect(format(-1.5e7)).toBe('−1.5 × 10⁷');
  });

  it('shows at most four significant digits', () => {
    expect([0.12000000000000002, 1 / 3, 1234.5, 9999.4, 0.04000000000000001].map((value) => format(value))).toEqual([
      '0.12',
      '0.3333',
      '1235',
      '9999',
      '0.04',
    ]);
  });

  it('turns to powers of ten where plain digits would be unreadable', () => {
    expect([12345, 1.2e7, 9999.9, 3.54e-4, 5e-324, 1.7e308].map((value) => format(value))).toEqual([
      '1.2 × 10⁴',
      '1.2 × 10⁷',
      '1 × 10⁴',
      '3.5 × 10⁻⁴',
      '4.9 × 10⁻³²⁴',
      '1.7 × 10³⁰⁸',
    ]);
  });

  it('keeps trailing zeros where they are asked for', () => {
    expect(format(1, 1)).toBe('1.0');
  });
});

describe('numbers with little room', () => {
  it('get shorter and shorter, and never lose a digit before the point', () => {
    expect([...shortForms(12.3456)]).toEqual(['12.3', '12']);
    expect([...shortForms(-3.886)]).toEqual(['−3.89', '−3.9', '−4']);
    expect([...shortForms(2400)]).toEqual(['2400']);
    expect([...shortForms(0.0213)]).toEqual(['0.0213', '0.021', '0.02']);
  });

  it('are powers of ten written close where plain digits would be unreadable', () => {
    expect([...shortForms(-65766)]).toEqual(['−6.6·10⁴', '−7·10⁴']);
    expect([...shortForms(Number.NaN)]).toEqual(['—']);
    expect([...shortForms(0)]).toEqual(['0']);
    expect(texNumber('−6.6·10⁴')).toBe('-6.6{\\cdot}10^{4}');
    expect(texFactor('6.6·10⁴')).toBe('(6.6{\\cdot}10^{4})');
  });

  it('are read aloud in full', () => {
    expect([65765.625, -0.12000000000000002, -0, Number.POSITIVE_INFINITY].map(formatFully)).toEqual([
      '65765.625',
      '−0.12',
      '0',
      '∞',
    ]);
  });

  it('have indices', () => {
    expect([1, 12].map(subscript)).toEqual(['₁', '₁₂']);
  });
});

describe('formatTogether', () => {
  it('gives the numbers of a column the same number of decimals', () => {
    expect(formatTogether([1, 1.2])).toEqual(['1.0', '1.2']);
    expect(formatTogether([-0.8, 1.2, 2.2])).toEqual(['−0.8', '1.2', '2.2']);
    expect(formatTogether([-3, 1, 3])).toEqual(['−3', '1', '3']);
  });

  it('still shows at most four significant digits', () => {
    expect(formatTogether([123.4, 0.5])).toEqual(['123.4', '0.5']);
    expect(formatTogether([1234, 0.5])).toEqual(['1234', '0.5']);
  });

  it('formats each alone where one needs a power of ten or common decimals would be too coarse', () => {
    expect(formatTogether([1e9, 0.5])).toEqual(['1 × 10⁹', '0.5']);
    expect(formatTogether([1234, 0.01])).toEqual(['1234', '0.01']);
    expect(formatTogether([Number.NaN, 0.5])).toEqual(['—', '0.5']);
  });

  it('takes an empty column', () => {
    expect(formatTogether([])).toEqual([]);
  });
});

describe('formatTime', () => {
  it('chooses microseconds or milliseconds', () => {
    expect([4.2e-7, 8.51e-5, 1.34e-3, 0.12].map(formatTime)).toEqual(['0.42 μs', '85 μs', '1.3 ms', '120 ms']);
  });
});

describe('parse', () => {
  it('gives nothing for what is not a finite number', () => {
    expect(['', ' ', 'abc', '1e999', '1..2', '--1'].map(parse)).toEqual(Array(6).fill(undefined));
  });

  it('reads either minus sign and a decimal comma', () => {
    expect(['−0.5', '-0.5', '0,25', ' 3 '].map(parse)).toEqual([-0.5, -0.5, 0.25, 3]);
  });
});

describe('texNumber', () => {
  it('writes the same digits in the notation of formulas', () => {
    expect(texNumber('−1.2 × 10⁻⁷')).toBe('-1.2 \\times 10^{-7}');
    expect(texNumber('∞')).toBe('\\infty');
  });

  it('puts a factor in parentheses only where it would be misread', () => {
    expect(['10', '−2', '1.2 × 10⁷'].map(texFactor)).toEqual(['10', '(-2)', '(1.2 \\times 10^{7})']);
  });
});
