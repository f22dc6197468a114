// Mirrors a few values between windows. Each value is a register that the last act wins: windows that have heard the
// same messages, in any order and any number of times, show the same. Knows neither the deck nor the channel.
//
//     act ──▶ stamp + 1 ──▶ state ──▶ every other window: later than mine? valid? ──▶ take
//
// Whole values are sent, never changes of them.

import { type Message, opener, type Registers, type Stamped, seal } from './message.ts';
import { afterAct, afterTick, isLater, type Stamp, start } from './stamp.ts';

/** A mirrored value. */
export interface Register<T = unknown> {
  get(): T;
  /** The value, where it is a right one; undefined where it is not. */
  read(value: unknown): T | undefined;
  /** Shows a value of another window. */
  take(value: T): void;
}

export interface MirrorOptions {
  /** This window's own id, unlike any other's. */
  readonly id: string;
  /** What kind of window this is; others are told. */
  readonly role: string;
  /** Fingerprint of the slides. */
  readonly deck: string;
  readonly post: (data: unknown) => void;
  /** Another window is there (its role), or has said goodbye (undefined). */
  readonly onPeer?: (id: string, role: string | undefined) => void;
  /** A window with other slides, or another version of these messages, spoke. */
  readonly onOther?: () => void;
}

export class Mirror<Names extends string> {
  private readonly options: MirrorOptions;
  private readonly registers: Readonly<Record<Names, Register>>;
  private readonly stamps: Record<Names, Stamp>;
  private readonly open: (data: unknown) => Message | 'other' | undefined;
  private readonly unsent: Set<Names> = new Set();

  // biome-ignore lint/suspicious/noExplicitAny: a register's own type stays between its get, read and take
  constructor(options: MirrorOptions, registers: Readonly<Record<Names, Register<any>>>) {
    this.options = options;
    this.registers = registers;
    this.stamps = Object.fromEntries(this.names.map((name) => [name, start])) as Record<Names, Stamp>;
    this.open = opener(options.deck, this.names);
  }

  private get names(): Names[] {
    return Object.keys(this.registers) as Names[];
  }

  stampOf(name: Names): Stamp {
    return this.stamps[name];
  }

  /** Whether the value's last act was this window's; before the first act, every window's. */
  leads(name: Names): boolean {
    const { by } = this.stamps[name];
    return by === '' || by === this.options.id;
  }

  /** A person gave the value in this window. */
  act(name: Names): void {
    this.stamps[name] = afterAct(this.stamps[name], this.options.id);
    this.send(name);
  }

  /** A run, which this window leads, gave the value. */
  tick(name: Names): void {
    this.stamps[name] = afterTick(this.stamps[name]);
    this.send(name);
  }

  /** Asks all other windows for the state. */
  ask(): void {
    this.post({ kind: 'ask', from: this.options.id });
  }

  /** Asks which other windows there are. */
  call(): void {
    this.post({ kind: 'call', from: this.options.id });
  }

  close(): void {
    this.post({ kind: 'bye', from: this.options.id });
  }

  /** All values, as a message that `receive` takes. */
  snapshot(): unknown {
    return seal(this.options.deck, this.state(this.names));
  }

  /** Takes in what another window sent, or what was kept; anything else changes nothing. */
  receive(data: unknown): void {
    const message = this.open(data);
    if (message === 'other') this.options.onOther?.();
    if (message === undefined || message === 'other' || message.from === this.options.id) return;
    switch (message.kind) {
      case 'state':
        this.takeAll(message.registers);
        break;
      case 'ask':
        this.post(this.state(this.names));
        this.here();
        break;
      case 'call':
        this.here();
        break;
      case 'here':
        this.options.onPeer?.(message.from, message.role);
        break;
      case 'bye':
        this.options.onPeer?.(message.from, undefined);
        break;
    }
  }

  private takeAll(theirs: Registers): void {
    const later: [Names, Stamped, unknown][] = [];
    for (const name of this.names) {
      const stamped = theirs[name];
      if (!stamped || !isLater(stamped.stamp, this.stamps[name])) continue;
      const value = this.registers[name].read(stamped.value);
      // One wrong value, and the whole message is taken for wrong.
      if (value === undefined) return;
      later.push([name, stamped, value]);
    }
    for (const [name, { stamp }] of later) this.stamps[name] = stamp;
    for (const [name, , value] of later) this.registers[name].take(value);
  }

  private here(): void {
    this.post({ kind: 'here', from: this.options.id, role: this.options.role });
  }

  /** What changes within one task is sent once. */
  private send(name: Names): void {
    if (this.unsent.size === 0) queueMicrotask(() => this.flush());
    this.unsent.add(name);
  }

  private flush(): void {
    const names = [...this.unsent];
    this.unsent.clear();
    this.post(this.state(names));
  }

  private state(names: readonly Names[]): Message {
    const registers = names.map((name) => [name, { stamp: this.stamps[name], value: this.registers[name].get() }]);
    return { kind: 'state', from: this.options.id, registers: Object.fromEntries(registers) };
  }

  private post(message: Message): void {
    this.options.post(seal(this.options.deck, message));
  }
}
