// What the windows of one lecture tell each other, and the check that a message is one of these. What the registers hold
// is checked by whoever keeps them.

import { type Check, fields, optional, text } from '../store/holds.ts';
import { isStamp, type Stamp } from './stamp.ts';

/** Of the messages' form: a window takes no message of another version. */
const version = 1;

/** A value, and the act that gave it. */
export interface Stamped {
  readonly stamp: Stamp;
  readonly value: unknown;
}

export type Registers = Readonly<Record<string, Stamped>>;

export type Message =
  /** These values are now so. Always whole values: whoever missed a message has missed nothing. */
  | { readonly kind: 'state'; readonly from: string; readonly registers: Registers }
  /** A window has come: tell it the state. */
  | { readonly kind: 'ask'; readonly from: string }
  /** Who is there? */
  | { readonly kind: 'call'; readonly from: string }
  | { readonly kind: 'here'; readonly from: string; readonly role: string }
  /** A window closes. */
  | { readonly kind: 'bye'; readonly from: string };

export interface Envelope {
  readonly version: number;
  /** Fingerprint of the slides: states of other slides mean nothing here. */
  readonly deck: string;
  readonly message: Message;
}

const id = text(40);
const exactly =
  (wanted: string): Check =>
  (value) =>
    value === wanted;

const isStamped: Check = (value) =>
  fields({ stamp: isStamp, value: () => true })(value) && (value as Stamped).value !== undefined;

const kinds: Readonly<Record<Message['kind'], (registers: readonly string[]) => Check>> = {
  state: (registers) =>
    fields({
      kind: exactly('state'),
      from: id,
      registers: fields(Object.fromEntries(registers.map((name) => [name, optional(isStamped)]))),
    }),
  ask: () => fields({ kind: exactly('ask'), from: id }),
  call: () => fields({ kind: exactly('call'), from: id }),
  here: () => fields({ kind: exactly('here'), from: id, role: text(20) }),
  bye: () => fields({ kind: exactly('bye'), from: id }),
};

export function seal(deck: string, message: Message): Envelope {
  return { version, deck, message };
}

/** Tells apart what may be read, what another version of the slides sent, and what is no message. */
export function opener(deck: string, registers: readonly string[]): (data: unknown) => Message | 'other' | undefined {
  const envelope = fields({ version: Number.isInteger, deck: text(40), message: () => true });
  const checks = Object.values(kinds).map((check) => check(registers));
  return (data) => {
    if (!envelope(data)) return undefined;
    const { version: theirs, deck: theirDeck, message } = data as Envelope;
    if (theirs !== version || theirDeck !== deck) return 'other';
    return checks.some((check) => check(message)) ? message : undefined;
  };
}
