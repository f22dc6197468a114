// The link that is shown, over the slide: a code for phones and the address itself.

import { effect } from '@preact/signals-core';
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Desk } from '../deck/desk.ts';
import { type Dialog, makeDialog } from '../deck/dialog.ts';
import { type Say, saying } from '../language/language.ts';
import type { Store } from '../store/store.ts';
import { codeOf, drawCode } from './code.ts';

/** Whether only this machine can open it. */
function isLocal(link: string): boolean {
  const { protocol, hostname } = new URL(link);
  return protocol === 'file:' || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

function content(link: string, say: Say): TemplateResult {
  const code = codeOf(link);
  const remarks = [
    code
      ? undefined
      : say(
          '링크가 길어 QR code로는 읽기 어렵다. 복사해서 나눠 준다.',
          'Too long for a code: hand the link out as text.',
        ),
    isLocal(link)
      ? say(
          '이 컴퓨터에서만 열리는 주소이다. 휴대전화로는 열 수 없다.',
          'Only this computer can open this address; phones cannot.',
        )
      : undefined,
  ].filter((remark) => remark !== undefined);
  return html`<h2>${say('이 화면의 링크', 'A link to this picture')}</h2>
    ${code ? drawCode(code, say('이 화면을 여는 링크의 QR code', 'QR code of the link that opens this picture')) : nothing}
    ${remarks.map((remark) => html`<p class="remark">${remark}</p>`)}
    <p class="address" tabindex="0">${link}</p>`;
}

export function makeLinkDialog(root: HTMLElement, desk: Desk, store: Store): Dialog {
  const dialog = makeDialog(root, 'link', () => desk.hideLink());
  effect(() => {
    const { link } = desk.lecture.screen.value;
    const say = saying(store.state.value.language);
    dialog.label(say('이 화면의 링크', 'A link to this picture'));
    render(link === null ? nothing : content(link, say), dialog.body);
    if (link === null) dialog.close();
    else dialog.open();
  });
  return dialog;
}
