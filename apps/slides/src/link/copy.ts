// Copies a text, with the clipboard's own interface or, on pages that have none (plain http), the old way.

import type { Bilingual } from '../language/language.ts';

/** What is said then. */
export const copied: Bilingual = { ko: '이 상태의 링크를 복사했다.', en: 'The link to this state is copied.' };

/** Whether it could be copied. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const place = document.createElement('textarea');
  place.value = text;
  place.className = 'unseen';
  document.body.append(place);
  place.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    place.remove();
  }
}
