// The baseline as a whole tablet: rows with a flag, sent as JSON and marked when the server has them; news fetched when it calls.
import { openPlain, type PlainDexie, type PlainEdit } from './PlainDexie.ts'
import { preciseNow, timed } from './timed.ts'
import { must } from '../../../src/domain/must.ts'
import type { PlainAnswer } from '../generateAudits.ts'

let plain: PlainDexie | undefined
/** Id and note → when it was stored here. */
const arrivals = new Map<string, number>()

export async function openPlainTablet(name: string): Promise<void> {
  plain = await openPlain(name, 'relaxed')
}

export async function writePlainEdits(answers: readonly PlainAnswer[]): Promise<void> {
  await must(plain, 'an open tablet').edits.bulkPut(answers.map((answer) => ({ ...answer, unsent: 1 })))
}

/** Milliseconds until the server has confirmed everything and it is marked so here. */
export function pushPlainEdits(): Promise<number> {
  return timed(sendUnsent)
}

async function sendUnsent(): Promise<void> {
  const { edits } = must(plain, 'an open tablet')
  const unsent = await edits.where('unsent').equals(1).toArray()
  const response = await fetch('/answers', { method: 'POST', body: JSON.stringify(unsent) })
  await response.json()
  await edits.bulkPut(unsent.map((edit) => ({ ...edit, unsent: 0 })))
}

/** Saves and sends one answer at once; returns the instant of the tap. */
export async function sendPlainEdit(answer: PlainAnswer): Promise<number> {
  const at = preciseNow()
  await must(plain, 'an open tablet').edits.put({ ...answer, unsent: 1 })
  await sendUnsent()
  return at
}

export async function followPlainEdits(): Promise<void> {
  const { edits } = must(plain, 'an open tablet')
  let since = 0
  let turn = Promise.resolve()
  const read = async () => {
    const response = await fetch(`/answers?since=${String(since)}`, { cache: 'no-store' })
    const news = (await response.json()) as readonly (PlainEdit & { readonly change: number })[]
    await edits.bulkPut(news)
    for (const { id, note, change } of news) {
      arrivals.set(id + note, preciseNow())
      since = Math.max(since, change)
    }
  }
  const source = new EventSource('/changes')
  source.onmessage = () => {
    turn = turn.then(read)
  }
  await new Promise((resolve) => {
    source.onopen = resolve
  })
}

export function plainArrivalOf({ id, note }: PlainAnswer): number | undefined {
  return arrivals.get(id + note)
}
