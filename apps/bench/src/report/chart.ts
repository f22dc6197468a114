// The results for people, as a picture: each case a row, each runner a mark at its time relative to the reference.

import { scaleLog } from 'd3-scale';
import { type Line, reference } from '../measure/line.ts';
import type { Quartiles } from '../measure/quartiles.ts';
import type { Results } from './results.ts';

const rowHeight = 18;
const left = 330;
const width = 1000;
const right = 20;
const top = 96;

/** Told apart in print and by most eyes that see colours differently (Okabe & Ito, Color Universal Design, 2008). */
const colours: readonly string[] = ['#0072b2', '#d55e00', '#000000', '#009e73', '#cc79a7', '#56b4e9', '#e69f00'];

/** Marks around (0, 0): colour and shape together name a runner. */
const shapes: readonly string[] = ['M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z', 'M0-6L5 4H-5Z', 'M-4-4H4V4H-4Z'];

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Marked = Line & { readonly ratio: Quartiles };

/** An SVG; no rows where the reference was not timed. */
export function chart({ lines, runners }: Pick<Results, 'lines' | 'runners'>): string {
  const marked = lines.filter((line): line is Marked => line.ratio !== undefined);
  const rows = [...Map.groupBy(marked, ({ workload, size, dtype }) => `${workload}, ${size}, ${dtype}`)];
  const shown = runners.filter(({ name }) => marked.some(({ runner }) => runner === name));
  const styleOf = (name: string): { colour: string; shape: string } => {
    const i = shown.findIndex((runner) => runner.name === name);
    return {
      colour: colours[i % colours.length] as string,
      shape: shapes[Math.floor(i / colours.length) % shapes.length] as string,
    };
  };
  const ends = marked.flatMap(({ ratio }) => [ratio.low, ratio.high]).filter((value) => value > 0);
  const scale = scaleLog([Math.min(0.1, ...ends), Math.max(10, ...ends)], [left, width - right]).nice();
  const height = top + rows.length * rowHeight + 10;
  const middle = (row: number): number => top + row * rowHeight + rowHeight / 2;
  const at = (value: number): string => scale(value).toFixed(1);

  const ticks = scale.ticks(6).filter((value) => Number.isInteger(Math.log10(value)) || value === 1);
  const grid = ticks.map(
    (value) =>
      `<path d="M${at(value)} ${top - 8}V${height - 6}" stroke="${value === 1 ? '#888' : '#ddd'}"/>` +
      `<text x="${at(value)}" y="${top - 14}" text-anchor="middle">${value}×</text>`,
  );
  const legend = shown.map(({ name }, i) => {
    const { colour, shape } = styleOf(name);
    const [x, y] = [20 + (i % 7) * 140, 20 + Math.floor(i / 7) * 20];
    return (
      `<path d="${shape}" transform="translate(${x} ${y})" fill="${colour}"/>` +
      `<text x="${x + 10}" y="${y + 4}">${escape(name)}</text>`
    );
  });
  const bands = rows.flatMap((_, i) =>
    i % 2 === 0 ? [`<path d="M0 ${middle(i)}H${width}" stroke="#f4f4f4" stroke-width="${rowHeight}"/>`] : [],
  );
  const body = rows.map(([name, some], i) => {
    const y = middle(i);
    const marks = some.map(({ runner, ratio: { low, median, high } }) => {
      const { colour, shape } = styleOf(runner);
      return (
        `<path d="M${at(low)} ${y}H${at(high)}" stroke="${colour}" stroke-width="2" opacity=".5"/>` +
        `<path d="${shape}" transform="translate(${at(median)} ${y})" fill="${colour}" opacity=".85">` +
        `<title>${escape(`${runner}: ${median.toPrecision(3)} (${low.toPrecision(3)} – ${high.toPrecision(3)})`)}</title></path>`
      );
    });
    return `<text x="${left - 10}" y="${y + 4}" text-anchor="end">${escape(name)}</text>${marks.join('')}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" role="img">`,
    `<title>Time per call relative to ${reference}: left of 1 is faster</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...bands,
    ...grid,
    ...legend,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}
