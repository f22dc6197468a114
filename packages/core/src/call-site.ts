// The user's own line that led to an error: the first one on the stack that does not belong to the library.

/** What the addresses of the library's own files begin with. In a bundle the user's code is behind it too; then nothing is trimmed. */
const library: string = /* @__PURE__ */ ownFolder();

/** The folder of this file, as a stack writes it. */
function ownFolder(): string {
  const frame = new Error('here').stack?.split('\n').find(isFrame) ?? '';
  const address = /(?:\(|@|at )([^()@]*?)[^/\\()]*$/.exec(frame.replace(/\)$/, ''))?.[1];
  return address === undefined || address === '' ? '\n' : address;
}

/** Frames that are looked through: the library's own take up a few. */
const deepest = 64;

/** Frames of the library, and of what the platform calls in between: `Array.map (<anonymous>)` is nobody's line. */
function isOwn(frame: string): boolean {
  return frame.includes(library) || frame.includes('/@chainrule/') || /\(<anonymous>\)$|\[native code\]$/.test(frame);
}

/** `at Array.map (<anonymous>)`: the platform calls back, and has no line to show. */
function isNative(frame: string): boolean {
  return frame.endsWith('(<anonymous>)') || frame.endsWith('[native code]');
}

/** Whether the user wrote the line. */
function isTheirs(line: string): boolean {
  return isFrame(line) && !isOwn(line) && !isNative(line);
}

function isFrame(line: string): boolean {
  return /^\s+at |@/.test(line);
}

/** A record of where the program is now, to be read by {@link callSite} if it is ever needed. */
export function markCall(): Error {
  const mark = new Error('mark');
  capture(mark);
  return mark;
}

function capture(error: Error): void {
  const limited = Error as { captureStackTrace?: (target: Error) => void; stackTraceLimit?: number };
  if (limited.captureStackTrace === undefined) return;
  const before = limited.stackTraceLimit;
  limited.stackTraceLimit = deepest;
  limited.captureStackTrace(error);
  if (before !== undefined) limited.stackTraceLimit = before;
}

/** Takes the library's own frames off the top of an error's stack, as long as one of the user's is left. */
export function trimStack(error: Error): void {
  capture(error);
  const lines = error.stack?.split('\n') ?? [];
  const first = lines.findIndex(isFrame);
  const user = lines.findIndex((line, i) => i >= first && isTheirs(line));
  if (first < 0 || user <= first) return;
  Object.defineProperty(error, 'stack', {
    value: [...lines.slice(0, first), ...lines.slice(user)].join('\n'),
    writable: true,
    configurable: true,
  });
}

/** The first line of the stack that is not the library's: `loss (model.ts:12:20)`. */
export function callSite(error: Error): string | undefined {
  const line = error.stack?.split('\n').find(isTheirs);
  return line?.trim().replace(/^at /, '');
}
