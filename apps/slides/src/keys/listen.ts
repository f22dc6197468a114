// Listens to the keyboard before anything else does and decides whose key it is: the deck's, or the control's that has
// the focus. reveal's own keys are off: they go by keyCode, which Korean input methods replace by 229.

import type { Help } from '../deck/help.ts';
import type { Presenter } from '../deck/presenter.ts';
import { keyTable } from './table.ts';

/** The element the key was really pressed in, inside shadow trees too. */
function pressedIn(event: KeyboardEvent): Element | undefined {
  const target = event.composedPath()[0];
  return target instanceof Element ? target : undefined;
}

/** Whether the focused control uses this key itself. */
export function belongsToControl(event: KeyboardEvent): boolean {
  const target = pressedIn(event);
  if (!target) return false;
  if (target instanceof HTMLInputElement && target.type === 'range') return /^(Arrow|Home|End)/.test(event.code);
  if (target.matches('input, textarea, select') || (target instanceof HTMLElement && target.isContentEditable))
    return true;
  if (target.matches('button, a[href], summary')) return event.code === 'Space' || event.code === 'Enter';
  return target.matches('[role="slider"]') && event.code.startsWith('Arrow');
}

export function listen(presenter: Presenter, help: Help): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const code = event.code || event.key;
    const entry = keyTable.find(({ codes, shift }) => codes.includes(code) && (!shift || event.shiftKey));
    const ours = entry?.clicker === true || !belongsToControl(event);
    if (!ours) return;
    if (code === 'Slash' || code === 'KeyH') help.toggle();
    else if (!entry || (code === 'Escape' && help.close())) return;
    else {
      help.close();
      entry.act(presenter);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKey, { capture: true });
}
