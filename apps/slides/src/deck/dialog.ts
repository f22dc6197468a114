// A dialog over the slide. Escape closes it; so does a press beside it.

export interface Dialog {
  readonly body: HTMLElement;
  label(text: string): void;
  open(): void;
  toggle(): void;
  /** Whether it was open. */
  close(): boolean;
}

/** `closed` is called whenever it has been closed, by whatever. */
export function makeDialog(root: HTMLElement, name: string, closed?: () => void): Dialog {
  const dialog = document.createElement('dialog');
  dialog.className = name;
  const body = document.createElement('div');
  dialog.append(body);
  root.append(dialog);
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  if (closed) dialog.addEventListener('close', closed);
  const open = (): void => {
    if (!dialog.open) dialog.showModal();
  };
  return {
    body,
    label: (text) => dialog.setAttribute('aria-label', text),
    open,
    toggle: () => (dialog.open ? dialog.close() : open()),
    close: () => {
      const { open: wasOpen } = dialog;
      dialog.close();
      return wasOpen;
    },
  };
}
