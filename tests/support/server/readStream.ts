// Reads a whole stream as a tablet does, and checks on the way that no page skips and every root is right [P3] [P4].
import { expect } from 'vitest'
import type { SyncContext } from '../../../src/server/sync/SyncContext.ts'
import { pullOperations } from '../../../src/server/sync/pullOperations.ts'
import type { PullRequest, PullResponse } from '../../../src/protocol/pull.ts'
import { sha256ForTests } from '../sha256ForTests.ts'

export interface StreamReader {
  /** Header texts in the order of versions. */
  readonly headers: string[]
  /** Pulls once; returns whether there is more. */
  readonly pull: () => Promise<boolean>
}

export type Pull = (request: PullRequest) => Promise<PullResponse>

export function pullFrom(context: SyncContext): Pull {
  return (request) => pullOperations(context, request)
}

export function streamReader(pull: Pull, stream: string, max = 500): StreamReader {
  const headers: string[] = []
  let root = ''
  return {
    headers,
    pull: async () => {
      const cursors = [{ stream, version: headers.length, root }]
      const answer = await pull({ proto: 1, nonce: 'n', device: 'reader', cursors, max })
      expect(answer.refetch).toEqual([])
      for (const page of answer.pages.filter((candidate) => candidate.stream === stream)) {
        expect(page.from).toBe(headers.length + 1)
        for (const { h } of page.ops) {
          root = sha256ForTests(root + sha256ForTests(h))
          headers.push(h)
        }
        expect(page.root).toBe(root)
      }
      return answer.hasMore
    },
  }
}

export async function readStream(pull: Pull, stream: string): Promise<readonly string[]> {
  const reader = streamReader(pull, stream)
  while (await reader.pull());
  return reader.headers
}
