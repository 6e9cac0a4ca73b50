// What the tablets of this release say to a server, from the first push to the last refusal. Recorded once per protocol version.
import { must } from '../../../src/domain/must.ts'
import { protocolVersion } from '../../../src/protocol/protocolVersion.ts'
import type { PullRequest } from '../../../src/protocol/pull.ts'
import { sha256ForTests } from '../sha256ForTests.ts'
import { RunWriter } from '../server/RunWriter.ts'
import type { Exchange } from './protocolRecords.ts'

export type Said = Omit<Exchange, 'status' | 'answer'>
export type Answered = Pick<Exchange, 'status' | 'answer'>

export async function holdConversation(ask: (said: Said) => Promise<Answered>): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = []
  for (const said of whatTabletsSay()) exchanges.push({ ...said, ...(await ask(said)) })
  return exchanges
}

function whatTabletsSay(): readonly Said[] {
  return [...whatIsPushed(), ...whatIsPulled(), ...whatIsRefused()]
}

function post(name: string, path: string, content: object): Said {
  return { name, method: 'POST', url: `/sync/v1/${path}`, body: JSON.stringify(content) }
}

function whatIsPushed(): readonly Said[] {
  const [tanaka, sato] = [new RunWriter('tanaka', 's1'), new RunWriter('sato', 's1')]
  const elsewhere = new RunWriter('tanaka', 's2')
  const first = tanaka.write({ text: '点検した' }, { text: '二回目' }, { text: '三回目' })
  const copy = tanaka.clone()
  const [swapped, sound] = sato.write({ text: '佐藤' }, { text: '佐藤 2' })
  const late = tanaka.write({ text: '五' }, { text: '六' })
  const act = sato.writeKind('audit-signed-off', 'audit', { heads: [], questions: 1, answered: 1, findings: 0 })
  return [
    post(
      'own runs',
      'push',
      tanaka.pushBatches([tanaka.batch(first), elsewhere.batch(elsewhere.write({ text: '別' }))], 'n1'),
    ),
    post('the same again', 'push', tanaka.push(first, 'n2')),
    post('after a gap', 'push', tanaka.push(late.slice(1), 'n3')),
    post('again after a gap', 'push', tanaka.pushBatches([{ ...tanaka.batch(late.slice(1)), again: true }], 'n4')),
    post('a copy of the tablet', 'push', copy.push(copy.write({ text: '複製' }), 'n5')),
    post(
      'a swapped body',
      'push',
      sato.push([{ ...must(swapped, 'first'), body: '{"text":"他人"}' }, must(sound, 'second')], 'n6'),
    ),
    post('relayed', 'push', { ...elsewhere.pushBatches([sato.relayed(act)], 'n7') }),
    post('a forged signature', 'push', sato.pushBatches([{ ...sato.batch(act), signature: 'A'.repeat(86) }], 'n8')),
    post('another key', 'push', { ...sato.push(act, 'n9'), deviceKey: tanaka.key.deviceKey }),
    post('before the first contact', 'push', { ...sato.pushBatches([], 'n10'), epoch: null }),
  ]
}

function whatIsPulled(): readonly Said[] {
  const { device } = new RunWriter('tanaka', 's1')
  const pull: PullRequest = { proto: protocolVersion, nonce: 'p1', device, cursors: [], max: 500 }
  const wrong = { version: 2, root: sha256ForTests('another log') }
  return [
    post('everything', 'pull', pull),
    post('with facts', 'pull', { ...pull, nonce: 'p2', facts: true, snapshots: true, max: 2 }),
    post('from places that are not ours', 'pull', {
      ...pull,
      nonce: 'p3',
      cursors: [
        { stream: 's1', ...wrong },
        { stream: 'gone', ...wrong },
        { stream: 'new', version: 0, root: '' },
      ],
    }),
    { name: 'marks of a lost tablet', method: 'GET', url: `/sync/v1/marks/${device}?nonce=m1` },
    { name: 'what is kept aside', method: 'GET', url: '/sync/v1/quarantine?nonce=q1' },
  ]
}

function whatIsRefused(): readonly Said[] {
  return [
    post('of a later version', 'pull', { proto: 1_000, nonce: 'r1', anything: true }),
    post('of another form', 'push', { proto: protocolVersion, nonce: 'r2' }),
    { name: 'a snapshot that is not there', method: 'GET', url: '/sync/v1/snapshot/s1/9?nonce=r3' },
    { name: 'an address that is not there', method: 'GET', url: '/sync/v1/other' },
  ]
}
