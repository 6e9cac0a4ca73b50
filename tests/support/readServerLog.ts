// Everything that a running server has in its log, read over HTTP by a reader that has never been there before.
import { syncClient } from './server/syncClient.ts'
import { z } from '../../src/protocol/strictZod.ts'

const header = z.object({
  stream: z.string(),
  device: z.string(),
  n: z.int(),
  kind: z.string(),
  entity: z.string(),
  author: z.string(),
  at: z.string(),
})

export interface LoggedOperation extends z.infer<typeof header> {
  readonly body: unknown
}

export async function readServerLog(origin: string): Promise<readonly LoggedOperation[]> {
  const client = syncClient(origin)
  const cursors = new Map<string, { stream: string; version: number; root: string }>()
  const log: LoggedOperation[] = []
  for (;;) {
    const request = { proto: 1, nonce: 'reader', device: 'reader', cursors: [...cursors.values()], max: 5_000 }
    const { pages, hasMore } = await client.pull(request)
    for (const { stream, from, ops, root } of pages) {
      log.push(...ops.map(({ h, b }) => ({ ...header.parse(JSON.parse(h)), body: JSON.parse(b) as unknown })))
      cursors.set(stream, { stream, version: from + ops.length - 1, root })
    }
    if (!hasMore) return log
  }
}
