import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Mirror, type Register } from '../src/sync/mirror.ts';
import { isLater, type Stamp } from '../src/sync/stamp.ts';

type Names = 'deck' | 'timer';

interface Window {
  readonly mirror: Mirror<Names>;
  readonly values: Record<Names, number>;
  /** Messages that have not arrived yet. */
  readonly inbox: unknown[];
  readonly peers: [string, string | undefined][];
}

/** Windows on one line; a message waits in each inbox until it is taken out, in the order of its sender. */
class House {
  readonly windows: Window[] = [];

  add(id: string, deck = 'slides'): Window {
    const values: Record<Names, number> = { deck: 0, timer: 0 };
    const register = (name: Names): Register<number> => ({
      get: () => values[name],
      read: (value) => (typeof value === 'number' ? value : undefined),
      take: (value) => {
        values[name] = value;
      },
    });
    const inbox: unknown[] = [];
    const peers: [string, string | undefined][] = [];
    const post = (data: unknown): void => {
      for (const other of this.windows) if (other.inbox !== inbox) other.inbox.push(structuredClone(data));
    };
    const mirror = new Mirror<Names>(
      { id, role: 'hall', deck, post, onPeer: (peer, role) => peers.push([peer, role]) },
      { deck: register('deck'), timer: register('timer') },
    );
    const window = { mirror, values, inbox, peers };
    this.windows.push(window);
    return window;
  }

  /** Lets everything arrive. */
  async settle(): Promise<void> {
    for (let busy = true; busy; ) {
      await Promise.resolve();
      busy = false;
      for (const { mirror, inbox } of this.windows)
        for (const data of inbox.splice(0)) {
          mirror.receive(data);
          busy = true;
        }
      await Promise.resolve();
      busy ||= this.windows.some(({ inbox }) => inbox.length > 0);
    }
  }
}

function act({ mirror, values }: Window, value: number, name: Names = 'deck'): void {
  values[name] = value;
  mirror.act(name);
}

const stamps = fc.record({ acts: fc.nat(3), by: fc.constantFrom('', 'a', 'b'), ticks: fc.nat(3) });

describe('a stamp', () => {
  it('orders all others: exactly one of two different ones is later', () => {
    fc.assert(
      fc.property(stamps, stamps, stamps, (p: Stamp, q: Stamp, r: Stamp) => {
        const same = JSON.stringify(p) === JSON.stringify(q);
        expect(Number(isLater(p, q)) + Number(isLater(q, p))).toBe(same ? 0 : 1);
        if (isLater(p, q) && isLater(q, r)) expect(isLater(p, r)).toBe(true);
      }),
    );
  });
});

describe('mirrored windows', () => {
  it('show the value of whoever acted last', async () => {
    const house = new House();
    const [one, other] = [house.add('one'), house.add('other')];
    act(one, 1);
    await house.settle();
    expect(other.values.deck).toBe(1);
    expect([one, other].map(({ mirror }) => mirror.leads('deck'))).toEqual([true, false]);
    act(other, 2);
    await house.settle();
    expect(one.values.deck).toBe(2);
    expect([one, other].map(({ mirror }) => mirror.leads('deck'))).toEqual([false, true]);
  });

  it('agree after any acts and ticks, whatever arrives when, and whoever comes late', async () => {
    const step = fc.record({
      window: fc.nat(3),
      does: fc.constantFrom('act', 'tick', 'receive', 'receive', 'ask'),
      value: fc.integer({ min: 1, max: 1000 }),
      name: fc.constantFrom<Names>('deck', 'timer'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const house = new House();
        for (const id of ['a', 'b', 'c', 'd']) house.add(id);
        for (const { window: index, does, value, name } of steps) {
          const window = house.windows[index];
          if (!window) continue;
          const { mirror, values, inbox } = window;
          if (does === 'act') act(window, value, name);
          else if (does === 'ask') mirror.ask();
          else if (does === 'receive') mirror.receive(inbox.shift());
          else if (mirror.leads(name)) {
            values[name] = value;
            mirror.tick(name);
          }
          // Sometimes a task ends, and what was done in it is sent.
          if (value % 3 === 0) await Promise.resolve();
        }
        await house.settle();
        const late = house.add('late');
        late.mirror.ask();
        await house.settle();
        const [first] = house.windows;
        for (const { values, mirror } of house.windows) {
          if (first?.mirror.stampOf('deck').by) expect(values.deck).toEqual(first.values.deck);
          if (first?.mirror.stampOf('timer').by) expect(values.timer).toEqual(first.values.timer);
          expect(mirror.stampOf('deck')).toEqual(first?.mirror.stampOf('deck'));
        }
        expect(
          house.windows.filter(({ mirror }) => mirror.stampOf('deck').by && mirror.leads('deck')).length,
        ).toBeLessThan(2);
      }),
    );
  });

  it('let an act win over any number of ticks it has not seen', async () => {
    const house = new House();
    const [runner, person] = [house.add('z'), house.add('a')];
    act(runner, 1);
    await house.settle();
    for (let tick = 2; tick < 50; tick += 1) {
      runner.values.deck = tick;
      runner.mirror.tick('deck');
      await Promise.resolve();
    }
    act(person, 1000);
    await house.settle();
    expect(house.windows.map(({ values }) => values.deck)).toEqual([1000, 1000]);
    expect(runner.mirror.leads('deck')).toBe(false);
  });

  it('send what changes within one task once, and as a whole', async () => {
    const house = new House();
    const [one, other] = [house.add('one'), house.add('other')];
    for (let i = 1; i <= 5; i += 1) act(one, i);
    act(one, 7, 'timer');
    await Promise.resolve();
    expect(other.inbox).toHaveLength(1);
    await house.settle();
    expect(other.values).toEqual({ deck: 5, timer: 7 });
  });

  it('tell each other that they are there, and that they go', async () => {
    const house = new House();
    const [one, other] = [house.add('one'), house.add('other')];
    one.mirror.call();
    await house.settle();
    other.mirror.close();
    await house.settle();
    expect(one.peers).toEqual([
      ['other', 'hall'],
      ['other', undefined],
    ]);
  });

  it('take nothing of another deck', async () => {
    const house = new House();
    const [one, other] = [house.add('one'), house.add('other', 'last year’s slides')];
    act(other, 5);
    await house.settle();
    expect(one.values.deck).toBe(0);
  });
});

describe('a message', () => {
  const good = (value: unknown = 9): unknown => ({
    version: 1,
    deck: 'slides',
    message: { kind: 'state', from: 'x', registers: { deck: { stamp: { acts: 5, by: 'x', ticks: 0 }, value } } },
  });

  function changesNothing(data: unknown): void {
    const house = new House();
    const window = house.add('one');
    act(window, 3);
    const stamp = window.mirror.stampOf('deck');
    window.mirror.receive(data);
    expect(window.values).toEqual({ deck: 3, timer: 0 });
    expect(window.mirror.stampOf('deck')).toEqual(stamp);
  }

  it('is taken when it is right', () => {
    const window = new House().add('one');
    window.mirror.receive(good());
    expect(window.values.deck).toBe(9);
  });

  it('that is malformed, huge or of another version changes nothing', () => {
    const long = 'x'.repeat(1e6);
    const registers = (deck: unknown): unknown => ({
      version: 1,
      deck: 'slides',
      message: { kind: 'state', from: 'x', registers: { deck } },
    });
    const wrong: unknown[] = [
      undefined,
      null,
      'where',
      long,
      Array(1e5).fill(0),
      { ...(good() as object), version: 2 },
      { ...(good() as object), version: '1' },
      { ...(good() as object), deck: 'other' },
      { ...(good() as object), more: long },
      good('nine'),
      registers({ value: 9 }),
      registers({ stamp: { acts: 9, by: 'x', ticks: 0 } }),
      registers({ stamp: { acts: -1, by: 'x', ticks: 0 }, value: 9 }),
      registers({ stamp: { acts: Number.POSITIVE_INFINITY, by: 'x', ticks: 0 }, value: 9 }),
      registers({ stamp: { acts: 2 ** 60, by: 'x', ticks: 0 }, value: 9 }),
      registers({ stamp: { acts: 9, by: long, ticks: 0 }, value: 9 }),
      registers({ stamp: { acts: 9, by: 'x', ticks: 0.5 }, value: 9 }),
      { version: 1, deck: 'slides', message: { kind: 'reset', from: 'x' } },
      {
        version: 1,
        deck: 'slides',
        message: {
          kind: 'state',
          from: 'x',
          registers: { other: { stamp: { acts: 9, by: 'x', ticks: 0 }, value: 9 } },
        },
      },
    ];
    for (const data of wrong) changesNothing(data);
    fc.assert(fc.property(fc.anything({ withMap: true, withDate: true, withNullPrototype: true }), changesNothing));
    fc.assert(fc.property(fc.jsonValue(), (message) => changesNothing({ version: 1, deck: 'slides', message })));
  });

  it('with one wrong value among right ones changes nothing', () => {
    const stamp = { acts: 9, by: 'x', ticks: 0 };
    changesNothing({
      version: 1,
      deck: 'slides',
      message: { kind: 'state', from: 'x', registers: { timer: { stamp, value: 4 }, deck: { stamp, value: 'four' } } },
    });
  });
});
