// Sends one evidence file and writes down what became of it. It counts as stored only by a receipt that holds [P22].
//
//   small, first try ──PUT──▶ receipt ──holds──▶ stored
//   large, or a line too slow or too narrow for a PUT ──tus──▶ all sent ──ask for the receipt──▶ stored
//   tried before, or begun before a restart ──ask for the receipt──▶ stored, or from the beginning as above: an answer may have been lost
import { troubleOf, type ExchangeTrouble } from './exchange.ts'
import type { EvidencePorts } from './EvidencePorts.ts'
import { judgeReceipt } from './judgeReceipt.ts'
import type { KnownServer } from './KnownServer.ts'
import type { Randomness, Transport, TransportAnswer } from './SyncPorts.ts'
import { err, ok, type Result } from '../domain/Result.ts'
import { readUploadPlace, type KnownEvidence } from '../localdb/listEvidence.ts'
import type { LocalDatabase } from '../localdb/LocalDatabase.ts'
import { markEvidenceRefused, markEvidenceStored, noteUploadPlace } from '../localdb/markEvidence.ts'
import { readEvidence, readEvidencePiece } from '../localdb/readEvidence.ts'
import { errorAnswer, type ErrorCode } from '../protocol/errorAnswer.ts'
import { mostEvidencePutBytes } from '../protocol/limits.ts'

export interface SendingPorts extends EvidencePorts {
  readonly db: LocalDatabase
  readonly messages: Transport
  readonly random: Randomness
  readonly server: KnownServer
}

/** What earlier tries on this page have taught. */
export interface Experience {
  /** The file went up before, perhaps in part, and the answer was lost. */
  readonly wasTried: boolean
  /** Not in one request: the line is too slow for it, or something in between finds it too large. */
  readonly inPieces: boolean
  /** Bytes of one request where it goes in pieces. */
  readonly chunkBytes: number
}

/** `refused`: by the server or because the bytes are damaged; kept, and never in the way of others. */
export type Sent = Result<'stored' | 'refused', ExchangeTrouble>

const refusals: readonly ErrorCode[] = ['unsupported-type', 'too-many-pixels', 'evidence-too-large']

export async function sendEvidence(
  ports: SendingPorts,
  file: KnownEvidence,
  { experience, onProgress }: { readonly experience: Experience; readonly onProgress: (sentBytes: number) => void },
): Promise<Sent> {
  const place = await readUploadPlace(ports.db, file.sha256)
  if (experience.wasTried || place !== undefined) {
    const asked = await askForReceipt(ports, file)
    if (asked !== 'not-found') return asked
  }
  if (place === undefined && !experience.inPieces && file.size <= mostEvidencePutBytes) return putWhole(ports, file)
  return uploadPieces(ports, file, { place, chunkBytes: experience.chunkBytes, onProgress })
}

async function putWhole(ports: SendingPorts, file: KnownEvidence): Promise<Sent> {
  const bytes = await readEvidence(ports.db, file.sha256)
  if (bytes === undefined) return refuse(ports, file, 'damaged')
  const nonce = ports.random.id()
  const answer = await ports.transport.put(`/evidence/${file.sha256}?nonce=${nonce}`, bytes)
  return takeReceipt(ports, file, { answer, nonce })
}

interface Uploading {
  readonly place: string | undefined
  readonly chunkBytes: number
  readonly onProgress: (sentBytes: number) => void
}

async function uploadPieces(ports: SendingPorts, file: KnownEvidence, uploading: Uploading): Promise<Sent> {
  const { db } = ports
  const { sha256, size } = file
  let noting: Promise<unknown> = Promise.resolve()
  const outcome = await ports.transport.upload({
    ...uploading,
    sha256,
    size,
    read: (from, to) => readEvidencePiece(db, file, { from, to }),
    // Without it only the next try begins anew.
    onPlace: (place) => {
      noting = noting.then(() => noteUploadPlace(db, sha256, place))
    },
  })
  await noting
  if (outcome.state === 'unreadable') return refuse(ports, file, 'damaged')
  if (outcome.state !== 'sent') return settleTrouble(ports, file, outcome)
  const asked = await askForReceipt(ports, file)
  if (asked !== 'not-found') return asked
  // All of it went up, and it is not there: from the beginning, but not at once.
  await noteUploadPlace(db, sha256, null)
  return err({ code: 'server-trouble', retryAfterMs: null })
}

/** Ends an upload whose last answer was lost, too. */
async function askForReceipt(ports: SendingPorts, file: KnownEvidence): Promise<Sent | 'not-found'> {
  const nonce = ports.random.id()
  const answer = await ports.messages.get(`/evidence/${file.sha256}/receipt?nonce=${nonce}`)
  return codeOf(answer) === 'not-found' ? 'not-found' : takeReceipt(ports, file, { answer, nonce })
}

interface Answered {
  readonly answer: TransportAnswer
  readonly nonce: string
}

async function takeReceipt(ports: SendingPorts, file: KnownEvidence, { answer, nonce }: Answered): Promise<Sent> {
  const code = codeOf(answer)
  if (code !== undefined) return settleTrouble(ports, file, answer)
  const { sha256, size } = file
  const receipt = await judgeReceipt(ports, ports.server, { answer, expected: { sha256, size, nonce } })
  if (!receipt.ok) return receipt
  await markEvidenceStored(ports.db, sha256, receipt.value)
  return ok('stored')
}

async function settleTrouble(ports: SendingPorts, file: KnownEvidence, answer: TransportAnswer): Promise<Sent> {
  const code = codeOf(answer)
  if (code !== undefined && refusals.includes(code)) return refuse(ports, file, code)
  if (code === 'wrong-hash') return settleWrongHash(ports, file)
  if (answer.state === 'failed') return err({ code: answer.reason, retryAfterMs: null })
  return err(troubleOf(answer))
}

/** Bent on the way, or here: only what is whole here is worth another try. */
async function settleWrongHash(ports: SendingPorts, file: KnownEvidence): Promise<Sent> {
  await noteUploadPlace(ports.db, file.sha256, null)
  const bytes = await readEvidence(ports.db, file.sha256)
  const isWhole = bytes !== undefined && (await ports.hash(bytes)) === file.sha256
  return isWhole ? err({ code: 'server-trouble', retryAfterMs: null }) : refuse(ports, file, 'damaged')
}

async function refuse({ db }: SendingPorts, { sha256 }: KnownEvidence, code: string): Promise<Sent> {
  await markEvidenceRefused(db, sha256, code)
  return ok('refused')
}

/** The code of a refusal by our server; undefined for every other answer. */
function codeOf(answer: TransportAnswer): ErrorCode | undefined {
  const parsed = answer.state === 'answered' ? errorAnswer.safeParse(answer.body) : undefined
  return parsed?.success === true ? parsed.data.error.code : undefined
}
