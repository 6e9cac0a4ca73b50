// Talks to a running server over HTTP as a tablet does, without its database.
import { pullResponse, type PullRequest, type PullResponse } from '../../../src/protocol/pull.ts'
import { pushResponse, type PushRequest, type Verdict } from '../../../src/protocol/push.ts'

export interface SyncClient {
  /** Verdicts of the first batch; undefined where the server gave no proper answer. */
  readonly push: (request: PushRequest) => Promise<readonly Verdict[] | undefined>
  readonly pull: (request: PullRequest) => Promise<PullResponse>
  readonly post: (path: string, body: object) => Promise<Response>
}

export function syncClient(origin: string): SyncClient {
  const post = (path: string, body: object) =>
    fetch(`${origin}/sync/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    post,
    push: async (request) => {
      try {
        const answer = pushResponse.safeParse(await (await post('push', request)).json())
        return answer.success ? answer.data.results[0]?.verdicts : undefined
      } catch {
        return undefined
      }
    },
    pull: async (request) => pullResponse.parse(await (await post('pull', request)).json()),
  }
}
