// Formatted numbers inside formulas: the same digits as in the tables, in KaTeX's notation.

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Turns the text of `format` into TeX: `−1.2 × 10⁷` into `-1.2 \times 10^{7}`, `−1.2·10⁷` likewise. */
export function texNumber(text: string): string {
  return text
    .replace('−', '-')
    .replace('∞', '\\infty')
    .replace('—', '\\text{—}')
    .replace(/( × |·)10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, (_, sign: string, minus: string, power: string) => {
      const exponent = [...power].map((digit) => digits.indexOf(digit)).join('');
      return `${sign === '·' ? '{\\cdot}' : ' \\times '}10^{${minus ? '-' : ''}${exponent}}`;
    });
}

/** The same, in parentheses where a sign or a product would be misread after × or −. */
export function texFactor(text: string): string {
  const number = texNumber(text);
  return /^-|times|cdot/.test(number) ? `(${number})` : number;
}
