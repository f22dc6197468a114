// Numbers as the audience reads them: at most 4 significant digits, a true minus sign, never −0,
// powers of ten where plain digits would be unreadable. Everything a slide prints goes through here.

const significant = 4;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits before the decimal point of |value| ≥ 1; 1 for anything smaller. */
function integerDigits(value: number): number {
  const size = Math.abs(value);
  return size < 10 ? 1 : Math.floor(Math.log10(size)) + 1;
}

function isPlain(value: number): boolean {
  const size = Math.abs(Number(value.toPrecision(significant)));
  return value === 0 || (size < 1e4 && size >= 1e-3);
}

function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('');
  return exponent < 0 ? `⁻${digits}` : digits;
}

/** A whole number as an index: `x₂`. */
export function subscript(index: number): string {
  return [...String(index)].map((digit) => String.fromCodePoint(0x2080 + Number(digit))).join('');
}

function withMinus(text: string): string {
  return text.replace(/^-/, /[1-9]/.test(text) ? '−' : '');
}

function scientific(value: number, digits = 2): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e');
  return `${withMinus(String(Number(mantissa)))} × 10${superscript(Number(exponent))}`;
}

/** Decimals that the value needs when it is shown with 4 significant digits, at most 4. */
function decimalsOf(value: number): number {
  const text = String(Number(value.toPrecision(significant)));
  return Math.min(significant, text.split('.')[1]?.length ?? 0);
}

/**
 * One number as text. From 10⁴ on, and below 10⁻³, as `1.2 × 10⁷`; infinite as `∞`; not a number as `—`.
 * `decimals` asks for trailing zeros (`1.0`); it is ignored where a power of ten is shown.
 */
export function format(value: number, decimals?: number): string {
  if (Number.isNaN(value)) return '—';
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞';
  if (!isPlain(value)) return scientific(value);
  return withMinus(value.toFixed(decimals ?? decimalsOf(value)));
}

/** Several numbers with the same number of decimals, so that a column aligns: `[1, 1.2]` gives `1.0` and `1.2`. */
export function formatTogether(values: readonly number[]): string[] {
  if (!values.every((value) => Number.isFinite(value) && isPlain(value))) return values.map((value) => format(value));
  const room = significant - Math.max(1, ...values.map(integerDigits));
  const decimals = Math.min(room, Math.max(0, ...values.map(decimalsOf)));
  const tooCoarse = values.some((value) => Math.abs(Number(value.toFixed(decimals)) - value) > Math.abs(value) / 20);
  return values.map((value) => format(value, tooCoarse ? undefined : decimals));
}

/**
 * Shorter and shorter forms of one number, for places with little room: three significant digits, two, one. Digits before
 * the decimal point stay; powers of ten are written close, `6.6·10⁴`. The next one is worked out when it is asked for.
 */
export function* shortForms(value: number): Generator<string, void> {
  const form = (digits: number): string => {
    if (!Number.isFinite(value)) return format(value);
    if (isPlain(value)) return format(Number(value.toPrecision(Math.max(digits, integerDigits(value)))));
    return scientific(value, Math.min(2, digits)).replace(' × ', '·');
  };
  let before: string | undefined;
  for (const digits of [3, 2, 1]) {
    const next = form(digits);
    if (next !== before) yield next;
    before = next;
  }
}

/** Every digit that is not the dust of binary fractions, without powers of ten up to 10²¹: for reading aloud. */
export function formatFully(value: number): string {
  if (!Number.isFinite(value)) return format(value);
  return withMinus(String(Number(value.toPrecision(12)) + 0));
}

/** A time per run, given in seconds: `0.42 μs`, `85 μs`, `1.3 ms`. */
export function formatTime(seconds: number): string {
  const micros = seconds * 1e6;
  const [amount, unit] = micros < 1000 ? [micros, 'μs'] : [micros / 1000, 'ms'];
  return `${amount < 10 ? amount.toPrecision(2) : Math.round(amount)} ${unit}`;
}

/** Reads what a lecturer types: `-0.5`, `−0.5`, `0,5`. Gives nothing where that is not a finite number. */
export function parse(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? undefined : value;
}
