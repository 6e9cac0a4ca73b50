// One pass over the evidence files that wait: each gets its try, and the first trouble that is not one file's own affair ends it.
import type { EvidenceSyncOptions } from './EvidenceSyncOptions.ts'
import type { ExchangeTrouble } from './exchange.ts'
import type { FilesPhase } from './FilesPhase.ts'
import { pinServer, type KnownServer } from './KnownServer.ts'
import { sendEvidence, type Experience, type Sent } from './sendEvidence.ts'
import { err } from '../domain/Result.ts'
import { listEvidence, readEvidenceProof, type KnownEvidence } from '../localdb/listEvidence.ts'
import { reofferEvidence } from '../localdb/markEvidence.ts'

/** One request of a large upload: some seconds on a usual line. */
const widestChunkBytes = 4 * 1024 * 1024
const narrowestChunkBytes = 64 * 1024
/** Two in a row are the line's fault, not the file's. */
const mostSlowFiles = 2

/** Ends early, without a word, once `isMine` says no. Resolves with what stands in the way. */
export type EvidencePass = (told: KnownServer, isMine: () => boolean) => Promise<ExchangeTrouble | undefined>

export function createEvidencePasses(options: EvidenceSyncOptions): EvidencePass {
  const learnt = createLearning()
  let checkedEpoch: string | undefined

  const sendAll: EvidencePass = async (told, isMine) => {
    const known = await pinServer(options.db, told)
    if (known.key === undefined) return undefined
    if (checkedEpoch !== known.epoch) await reofferOfOtherEpochs(known.epoch)
    checkedEpoch = known.epoch
    const files = await listEvidence(options.db, 'unsent')
    const progress = createProgress(files, (phase) => isMine() && options.onPhase(phase))
    let slow: ExchangeTrouble | undefined
    let slowInARow = 0
    for (const file of files) {
      if (!isMine()) return undefined
      const sent = await sendOne(known, file, progress.of(file))
      if (!isMine()) return undefined
      learnt.note(file, sent)
      if (sent.ok) {
        slowInARow = 0
        progress.settled(file)
        options.onSettled()
      } else {
        slow = sent.error
        slowInARow += 1
        if (!isOfOneFile(sent.error) || slowInARow === mostSlowFiles) return sent.error
      }
    }
    return slow
  }

  function sendOne(known: KnownServer, file: KnownEvidence, onProgress: (sentBytes: number) => void): Promise<Sent> {
    const { db, transport: messages, random, evidence } = options
    const ports = { ...evidence, db, messages, random, server: known }
    return sendEvidence(ports, file, { experience: learnt.of(file), onProgress })
  }

  async function reofferOfOtherEpochs(epoch: string): Promise<void> {
    const doubtful: string[] = []
    for (const { sha256 } of await listEvidence(options.db, 'stored')) {
      const proof = await readEvidenceProof(options.db, sha256)
      if (proof?.epoch !== epoch) doubtful.push(sha256)
    }
    if (doubtful.length === 0 || (await reofferEvidence(options.db, doubtful)) === 0) return
    // The server may well have them all: asking first spares the sending.
    for (const sha256 of doubtful) learnt.note({ sha256 }, err({ code: 'network', retryAfterMs: null }))
    options.onSettled()
  }

  return sendAll
}

function isOfOneFile({ code }: ExchangeTrouble): boolean {
  return code === 'timeout' || code === 'too-large'
}

interface Learning {
  readonly of: (file: Pick<KnownEvidence, 'sha256'>) => Experience
  readonly note: (file: Pick<KnownEvidence, 'sha256'>, sent: Sent) => void
}

/** What a line that is too slow or too narrow teaches holds for every file; it is forgotten with the page. */
function createLearning(): Learning {
  const tried = new Set<string>()
  const inPieces = new Set<string>()
  let chunkBytes = widestChunkBytes
  return {
    of: ({ sha256 }) => ({ wasTried: tried.has(sha256), inPieces: inPieces.has(sha256), chunkBytes }),
    note({ sha256 }, sent) {
      if (sent.ok) return
      tried.add(sha256)
      if (!isOfOneFile(sent.error)) return
      if (inPieces.has(sha256)) chunkBytes = Math.max(narrowestChunkBytes, chunkBytes / 4)
      inPieces.add(sha256)
    },
  }
}

interface Progress {
  readonly of: (file: KnownEvidence) => (sentBytes: number) => void
  readonly settled: (file: KnownEvidence) => void
}

function createProgress(files: readonly KnownEvidence[], onPhase: (phase: FilesPhase) => void): Progress {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0)
  let [doneFiles, doneBytes] = [0, 0]
  const tell = (bytes: number) =>
    onPhase({ state: 'sending', doneFiles, files: files.length, doneBytes: doneBytes + bytes, bytes: totalBytes })
  if (files.length > 0) tell(0)
  return {
    of: () => tell,
    settled: ({ size }) => {
      doneFiles += 1
      doneBytes += size
      tell(0)
    },
  }
}
