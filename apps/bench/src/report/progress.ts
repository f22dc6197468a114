// The progress of a run on standard error: one line that is written anew, or a line for each case where there is no
// terminal.

import type { WriteStream } from 'node:tty';
import type { Progress } from '../measure/run.ts';

export interface Display {
  show(progress: Progress): void;
  /** Clears the line: other text follows. */
  end(): void;
}

type Stream = Pick<WriteStream, 'write'> & Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'cursorTo' | 'clearLine'>>;

export function display(stream: Stream): Display {
  let last = '';
  const nameOf = ({ done, of, case: { workload, size, dtype } }: Progress): string =>
    `${done + 1}/${of} ${workload}, ${size}, ${dtype}`;
  if (!stream.isTTY) {
    return {
      show: (progress) => {
        const name = nameOf(progress);
        if (name !== last) stream.write(`${name}\n`);
        last = name;
      },
      end: () => {},
    };
  }
  const clear = (): void => {
    stream.cursorTo?.(0);
    stream.clearLine?.(0);
  };
  return {
    show: (progress) => {
      clear();
      const filled = Math.round((20 * progress.done) / progress.of);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(20 - filled)}`;
      stream.write(`${bar} ${nameOf(progress)}: ${progress.what}`.slice(0, (stream.columns ?? 80) - 1));
    },
    end: clear,
  };
}
