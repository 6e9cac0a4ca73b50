// Whether every file of the app is kept on this tablet. The service worker looks: it alone knows which files belong to its release.

export type KeptApp =
  | { readonly state: 'kept'; readonly files: number }
  | { readonly state: 'incomplete'; readonly missing: number }
  /** Nothing serves the app without a network yet. */
  | { readonly state: 'preparing' }
  /** This browser has no service workers, or not here. */
  | { readonly state: 'unsupported' }
  /** The worker did not say. */
  | { readonly state: 'silent' }

/** A worker that has to be woken answers within a moment; one of an older release never does. */
const answerMs = 4_000

export async function readKeptApp(): Promise<KeptApp> {
  if (!('serviceWorker' in navigator)) return { state: 'unsupported' }
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined)
  const worker = registration?.active ?? null
  return worker === null ? { state: 'preparing' } : keptOf(await ask(worker))
}

function ask(worker: ServiceWorker): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const timer = setTimeout(() => finish(undefined), answerMs)
    const finish = (answer: unknown) => {
      clearTimeout(timer)
      port1.close()
      resolve(answer)
    }
    port1.onmessage = ({ data }) => finish(data)
    worker.postMessage({ type: 'count-kept' }, [port2])
  })
}

function keptOf(answer: unknown): KeptApp {
  if (typeof answer !== 'object' || answer === null || !('wanted' in answer) || !('kept' in answer))
    return { state: 'silent' }
  const { wanted, kept } = answer
  if (typeof wanted !== 'number' || typeof kept !== 'number') return { state: 'silent' }
  return kept < wanted ? { state: 'incomplete', missing: wanted - kept } : { state: 'kept', files: kept }
}
