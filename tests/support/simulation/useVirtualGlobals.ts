// Puts the world in the place of Node's timers, clock and randomness while a run lasts, so that Dexie, fake-indexeddb and the server's
// own timers obey the seed too.
import { VirtualCompressionStream, VirtualDecompressionStream } from './virtualCompression.ts'
import type { World } from './World.ts'

let active: World | undefined

/** The world of the run that is going on. */
export function activeWorld(): World | undefined {
  return active
}

interface Handle {
  readonly cancel: () => void
  readonly unref: () => Handle
  readonly ref: () => Handle
}

function asHandle(cancel: () => void): Handle {
  const handle: Handle = { cancel, unref: () => handle, ref: () => handle }
  return handle
}

type Callback = (...parameters: unknown[]) => void

function virtualGlobals(world: World): object {
  const cancel = (handle: Handle | undefined) => handle?.cancel()
  return {
    setImmediate(run: Callback, ...parameters: unknown[]) {
      let isCancelled = false
      world.queue(world.current, () => {
        if (!isCancelled) run(...parameters)
      })
      return asHandle(() => (isCancelled = true))
    },
    setTimeout: (run: Callback, ms = 0, ...parameters: unknown[]) =>
      asHandle(world.after(world.current, ms, () => run(...parameters))),
    clearImmediate: cancel,
    clearTimeout: cancel,
    CompressionStream: VirtualCompressionStream,
    DecompressionStream: VirtualDecompressionStream,
  }
}

/** Returns what puts everything back. */
export function useVirtualGlobals(world: World): () => void {
  if (active !== undefined) throw new Error('one simulated world at a time')
  active = world
  const { setImmediate, setTimeout, clearImmediate, clearTimeout, CompressionStream, DecompressionStream } = globalThis
  const { random } = Math
  const { now } = Date
  Object.assign(globalThis, virtualGlobals(world))
  Math.random = () => world.random.fraction()
  Date.now = () => world.now
  return () => {
    Object.assign(globalThis, { setImmediate, setTimeout, clearImmediate, clearTimeout })
    Object.assign(globalThis, { CompressionStream, DecompressionStream })
    Math.random = random
    Date.now = now
    active = undefined
  }
}
