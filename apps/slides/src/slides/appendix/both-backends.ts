// The benchmarks' workloads on both backends, timed on the machine at hand. The numbers belong to the state: a window that
// looks on shows those of the window that measures.

import { html, nothing } from 'lit';
import '../../components/timing-plot.ts';
import type { TimedRow } from '../../components/timing-plot.ts';
import type { Say } from '../../language/language.ts';
import { descend } from '../../lesson/descent.ts';
import { lecturePoints } from '../../lesson/points.ts';
import { regressionOn } from '../../lesson/regression.ts';
import { format } from '../../numbers/format.ts';
import { type Check, fields, list, nullable } from '../../store/holds.ts';
import type { SlideState } from '../../store/state.ts';
import { cases } from '../../timing/cases.ts';
import { news, type Timing } from '../../timing/measurement.ts';
import { slide } from '../slide.ts';

interface TimedState extends SlideState {
  readonly running: boolean;
  /** Of the cases in their order, as far as they are measured. */
  readonly timings: readonly Timing[];
  /** TypeScript's kernels were interpreted. */
  readonly interpreted: boolean;
}

const isTime: Check = (value) => typeof value === 'number' && value > 0 && value < 1e9;
const isTiming = fields({ typescript: nullable(isTime), wasm: nullable(isTime) });

function remark({ running, timings, interpreted }: TimedState, say: Say): string {
  if (timings.length === 0)
    return running
      ? say('재기 전에 답부터 확인한다.', 'Before anything is timed, the answers are checked.')
      : say(
          '실행(P)하면 이 컴퓨터에서 잰다. 20초쯤 걸린다.',
          'Run it (P) to measure on this machine: about 20 seconds.',
        );
  if (timings.length < cases.length)
    return running
      ? say('같은 계산을 번갈아 재고, 중앙값을 적는다.', 'Both take turns; the medians are noted.')
      : say('실행(P)하면 이어서 잰다.', 'Run it (P) to go on.');
  if (interpreted)
    return say(
      '이 페이지에서는 코드를 만들 수 없어, TypeScript가 kernel을 해석하며 돌았다.',
      'No code may be generated here: TypeScript interpreted its kernels.',
    );
  const ratios = timings.flatMap(({ typescript, wasm }) => (typescript && wasm ? [typescript / wasm] : []));
  if (ratios.length === 0) return say('이 브라우저에서는 잴 수 없었다.', 'It could not be measured in this browser.');
  const [least = '', most = ''] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) =>
    format(Number(ratio.toPrecision(2))),
  );
  return say(
    `답은 모두 맞았다. 시간은 ${least}배에서 ${most}배까지 차이 난다.`,
    `Every answer was right; the times differ by ${least} to ${most} times.`,
  );
}

export const bothBackends = slide<TimedState>({
  id: 'both-backends',
  part: 'appendix',
  title: { ko: '같은 비트, 다른 시간', en: 'Same bits, different times' },
  clicks: 0,
  minutes: 2,
  start: { clock: 0, running: false, timings: [], interpreted: false },
  holds: { timings: list(isTiming, cases.length) },
  notes: {
    say: {
      ko: '실행(P)하고 기다린다. 축은 로그이므로 눈금 한 칸이 10배이다. 작은 계산에서는 둘이 비슷하고, 수가 많아지면 한 번에 여러 개씩 계산하는 WebAssembly가 앞선다. 어느 쪽이든 답의 비트는 같다.',
      en: 'Run it (P) and wait. The axis is logarithmic: one step is a factor of 10. For small work the two are close; for many numbers WebAssembly, which computes several at a time, is ahead. Either way the bits of the answers are the same.',
    },
    ask: {
      ko: '어느 행에서 차이가 가장 클까? 왜 그럴까?',
      en: 'In which row will they differ most, and why?',
    },
  },
  tick: ({ state: { timings } }) => {
    const found = news(timings.length);
    if (found === undefined) return undefined;
    if (found.timings.length === 0) return {};
    return { timings: [...timings, ...found.timings], interpreted: found.interpreted };
  },
  undo: ({ timings }) => (timings.length > 0 ? { timings: [], interpreted: false } : undefined),
  run: ({ engine }) => descend(regressionOn(engine), lecturePoints, { a: -1, b: 2 }, 0.02, 24).path,
  view: ({ state, language, say }) => {
    const rows = cases.map(
      ({ title, amount }, i): TimedRow => ({ name: say(title.ko, title.en), amount, ...state.timings[i] }),
    );
    const measuring = state.running && state.timings.length < cases.length;
    return html`<div class="both-backends">
      <p class="timing-legend" aria-hidden="true">
        <span><svg width="20" height="20" viewBox="0 0 20 20"><circle class="typescript" cx="10" cy="10" r="8"></circle></svg>TypeScript</span>
        <span><svg width="20" height="20" viewBox="0 0 20 20"><rect class="wasm" x="3" y="3" width="14" height="14"></rect></svg>WebAssembly</span>
        <span class="many">TypeScript ÷ WebAssembly</span>
      </p>
      <timing-plot lang=${language} .rows=${rows} active=${measuring ? state.timings.length : nothing} width="1168"></timing-plot>
      <p class="remark" role="status">${remark(state, say)}</p>
    </div>`;
  },
});
