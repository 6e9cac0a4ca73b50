// Messages between the tabs of this browser. Everybody hears them but the tab that posts; what comes in is outside data.

export interface TabChannel<Message> {
  post(message: Message): void
  /** Returns what ends the subscription. */
  subscribe(listener: (message: Message) => void): () => void
}

/** `parse` gives undefined for messages that are none, of a tab of another release for example. */
export function createChannel<Message>(
  name: string,
  parse: (raw: unknown) => Message | undefined,
): TabChannel<Message> {
  if (!('BroadcastChannel' in globalThis)) return { post: () => undefined, subscribe: () => () => undefined }
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    subscribe(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        const message = parse(data)
        if (message !== undefined) listener(message)
      }
      channel.addEventListener('message', onMessage)
      return () => channel.removeEventListener('message', onMessage)
    },
  }
}
