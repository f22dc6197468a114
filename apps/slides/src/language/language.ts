// The deck's two languages. Korean comes first everywhere: it is the lecture's own.

export const languages = ['ko', 'en'] as const;

export type Language = (typeof languages)[number];

/** The same thing in each language. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Picks what is said in the current language: `say('기울기', 'slope')`. Formulas and markup may be picked too. */
export type Say = <T>(ko: T, en: T) => T;

const picks: Readonly<Record<Language, Say>> = { ko: (ko) => ko, en: (_, en) => en };

export function saying(language: Language): Say {
  return picks[language];
}

/** `1 step`, `2 steps`: English nouns that take an s. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' };
