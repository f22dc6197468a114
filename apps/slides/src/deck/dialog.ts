// A dialog over the slide. Escape closes it; so does a press beside it.

export interface Dialog {
  readonly body: HTMLElement;
  label(text: string): void;
  toggle(): void;
  /** Whether it was open. */
  close(): boolean;
}

export function makeDialog(root: HTMLElement, name: string): Dialog {
  const dialog = document.createElement('dialog');
  dialog.className = name;
  const body = document.createElement('div');
  dialog.append(body);
  root.append(dialog);
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  return {
    body,
    label: (text) => dialog.setAttribute('aria-label', text),
    toggle: () => (dialog.open ? dialog.close() : dialog.showModal()),
    close: () => {
      const { open } = dialog;
      dialog.close();
      return open;
    },
  };
}
