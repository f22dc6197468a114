// The line between the windows of one session: BroadcastChannel, where the browser has it.

export interface Channel {
  post(data: unknown): void;
}

/** Undefined where the browser has no such channel, or refuses one. */
export function openChannel(session: string, receive: (data: unknown) => void): Channel | undefined {
  try {
    const channel = new BroadcastChannel(`chainrule ${session}`);
    channel.addEventListener('message', ({ data }) => receive(data));
    return { post: (data) => channel.postMessage(data) };
  } catch {
    return undefined;
  }
}
