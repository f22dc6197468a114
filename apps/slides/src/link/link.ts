// A link to a state: the slide, and what differs from its start state, as compact JSON.
//
//     #/descent/~1zBASE64URL    1: version of the form; z: deflated, j: plain, whichever is shorter
//
// What a link says comes from anywhere. It is read as a whole, with bounds, or refused.

import type { Language } from '../language/language.ts';
import type { Points } from '../lesson/points.ts';
import { lecturePoints } from '../lesson/points.ts';
import type { Slide } from '../slides/slide.ts';
import { type BackendName, isAvailable } from '../store/engine.ts';
import { fields, optional } from '../store/holds.ts';
import { arePoints, isBackend, isLanguage, isTheme, type StateReader } from '../store/read-state.ts';
import type { DeckState, SlideState, Theme } from '../store/state.ts';
import { deflate, fromBase64, inflate, toBase64 } from './pack.ts';

const version = '1';
/** Characters; a browser's address holds more, a code for phones less. */
const longest = 8000;
const mostBytes = 64_000;

/** What a link holds besides its slide; what is missing is as in a deck that was just opened. */
interface Content {
  readonly state?: Readonly<Record<string, unknown>>;
  readonly points?: Points;
  readonly given?: Points;
  readonly language?: Language;
  readonly theme?: Theme;
  readonly backend?: BackendName;
}

/** What a link opens: a slide, and its state and everything else the picture depends on. */
export interface Opened extends Pick<DeckState, 'slide' | 'points' | 'given' | 'language' | 'theme'> {
  readonly state: SlideState;
  readonly backend: BackendName;
}

/** An address that asks for a state. */
export interface Address {
  /** Id of the slide; it may be one that there is not. */
  readonly slide: string;
  readonly content: string;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function changesOf(start: SlideState, state: SlideState): Record<string, unknown> {
  const before = new Map(Object.entries(start));
  // A link shows a picture; nobody has started a run in it.
  const { running: _, ...rest } = state;
  return Object.fromEntries(Object.entries(rest).filter(([key, value]) => !same(before.get(key), value)));
}

function contentOf(slide: Slide, deck: DeckState): Content {
  const { points, given, language, theme, backend } = deck;
  const state = changesOf(slide.start, deck.slides[slide.id] ?? slide.start);
  return {
    ...(Object.keys(state).length ? { state } : {}),
    ...(same(points, given) ? {} : { points }),
    ...(same(given, lecturePoints) ? {} : { given }),
    ...(language === 'ko' ? {} : { language }),
    ...(theme === 'light' ? {} : { theme }),
    ...(backend === 'wasm' ? {} : { backend }),
  };
}

/** The part of an address behind `#` that shows what this deck shows. */
export async function hashOf(slide: Slide, deck: DeckState): Promise<string> {
  const content = contentOf(slide, deck);
  if (Object.keys(content).length === 0) return `#/${slide.id}`;
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const packed = await deflate(plain);
  const text = packed && packed.length < plain.length ? `z${toBase64(packed)}` : `j${toBase64(plain)}`;
  return `#/${slide.id}/~${version}${text}`;
}

/** The whole address. */
export async function linkTo(slide: Slide, deck: DeckState): Promise<string> {
  return location.href.replace(/[?#].*$/s, '') + (await hashOf(slide, deck));
}

/** The address in this text behind `#`; undefined where it asks for no state. */
export function addressOf(hash: string): Address | undefined {
  const [, slide = '', content = ''] = /^#\/([^/]*)\/~(.*)$/s.exec(hash) ?? [];
  return slide ? { slide, content } : undefined;
}

const isContent = fields({
  state: optional((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  points: optional(arePoints),
  given: optional(arePoints),
  language: optional(isLanguage),
  theme: optional(isTheme),
  backend: optional(isBackend),
});

async function read(content: string): Promise<Content | undefined> {
  if (content.length > longest || content[0] !== version) return undefined;
  const bytes = fromBase64(content.slice(2));
  const plain = content[1] === 'z' ? bytes && (await inflate(bytes, mostBytes)) : bytes;
  if (!plain || !'zj'.includes(content[1] ?? ' ')) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
    return isContent(value) ? (value as Content) : undefined;
  } catch {
    return undefined;
  }
}

/** What the address shows; undefined where it is malformed, too long, or of another version of the form or the slides. */
export async function openAddress(
  { slide: id, content: text }: Address,
  slides: readonly Slide[],
  reader: StateReader,
): Promise<Opened | undefined> {
  const slide = slides.find((one) => one.id === id);
  const content = slide && (await read(text));
  if (!slide || !content) return undefined;
  const state = { ...slide.start, ...content.state };
  if (!reader.accepts(id, state)) return undefined;
  const given = content.given ?? lecturePoints;
  return {
    slide: id,
    state,
    given,
    points: content.points ?? given,
    language: content.language ?? 'ko',
    theme: content.theme ?? 'light',
    backend: content.backend ?? 'wasm',
  };
}

/** What the deck shows once it has opened it; the other slides stay as they are. */
export function showing({ slide, state, ...rest }: Opened, deck: DeckState): DeckState {
  const backend = isAvailable(rest.backend) ? rest.backend : deck.backend;
  return { ...deck, ...rest, backend, slide, slides: { ...deck.slides, [slide]: state } };
}
