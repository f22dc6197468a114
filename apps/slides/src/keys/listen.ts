// Listens to the keyboard before anything else does and decides whose key it is: the deck's, or the control's that has
// the focus. reveal's own keys are off: they go by keyCode, which Korean input methods replace by 229.

import type { Desk } from '../deck/desk.ts';
import type { Dialog } from '../deck/dialog.ts';
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
  // A dialog to be filled in has every key to itself.
  if (target.closest('dialog.data-entry')) return true;
  if (target instanceof HTMLInputElement && target.type === 'range') return /^(Arrow|Home|End)/.test(event.code);
  if (target.matches('input, textarea, select') || (target instanceof HTMLElement && target.isContentEditable))
    return true;
  if (target.matches('button, a[href], summary, [role="button"]'))
    return event.code === 'Space' || event.code === 'Enter';
  return target.matches('[role="slider"]') && event.code.startsWith('Arrow');
}

/** What lies over the slide. */
export interface Overlays {
  readonly menu: Dialog;
  readonly help: Dialog;
  readonly link: Dialog;
}

export function listen(presenter: Presenter, desk: Desk, overlays: Overlays): void {
  const dialogs = Object.values(overlays);
  const toggle = (name: keyof Overlays) => (): void => {
    for (const [other, dialog] of Object.entries(overlays)) if (other !== name) dialog.close();
    overlays[name].toggle();
  };
  const console = { presenter, desk, toggleMenu: toggle('menu'), toggleHelp: toggle('help') };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const code = event.code || event.key;
    const entry = keyTable.find(({ codes, shift }) => codes.includes(code) && (!shift || event.shiftKey));
    if (!entry || (entry.clicker !== true && belongsToControl(event))) return;
    if (code === 'Escape') {
      const closed = dialogs.map((dialog) => dialog.close());
      const held = desk.hand.value !== 'free';
      desk.layDown();
      if (held || closed.includes(true)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
    }
    if (entry.clicker) for (const dialog of dialogs) dialog.close();
    entry.act(console);
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKey, { capture: true });
}
