// The file in which a tablet hands out what exists on it alone: another tablet, or the server, can take it in, as often as it likes.
// Every run is signed at its head, so whoever brings it need not be trusted. Written by hand into nothing: it is JSON for machines.
import { mostOperationsPerBatch } from './limits.ts'
import { deviceKey, signature } from './signature.ts'
import { z } from './strictZod.ts'
import { wireId } from './wireId.ts'
import { pushedOperation } from './wireOperation.ts'
import { err, ok, type Result } from '../domain/Result.ts'

export const unsentFileVersion = 2

/** Contiguous operations of one device in one stream. */
const unsentRun = z.object({
  stream: wireId,
  device: wireId,
  deviceKey,
  /** Over the header of the last operation [P8]. */
  signature,
  ops: z.array(pushedOperation).min(1).max(mostOperationsPerBatch),
  /** It was in a server's log before a restore took it away [P13]. */
  again: z.boolean().optional(),
})

export type UnsentRun = z.infer<typeof unsentRun>

/** A text in progress. It is no operation: a person takes it over, or does not. */
const unsentDraft = z.object({
  stream: z.string(),
  entity: z.string(),
  register: z.string(),
  kind: z.string(),
  text: z.string(),
  body: z.unknown(),
  seen: z.array(z.string()),
  changedAt: z.string(),
})

export type UnsentDraft = z.infer<typeof unsentDraft>

/** What the tablet itself could not read any more, or must not send again. For a specialist; no program takes it in. */
const keptPiece = z.object({
  what: z.enum(['operation', 'draft', 'relay', 'set-aside', 'evidence']),
  /** Where it lay. */
  place: z.string(),
  code: z.string(),
  /** Hexadecimal of the stored bytes, or the operation's texts. */
  content: z.string(),
})

export type KeptPiece = z.infer<typeof keptPiece>

const frame = z.object({
  format: z.literal('genba-unsent'),
  version: z.literal(unsentFileVersion),
  /** ISO instant of the tablet's clock. */
  exportedAt: z.string(),
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  runs: z.array(z.unknown()),
  drafts: z.array(z.unknown()),
  damaged: z.array(z.unknown()),
})

export interface UnsentFile extends Pick<z.infer<typeof frame>, 'format' | 'version' | 'exportedAt' | 'person'> {
  readonly runs: readonly UnsentRun[]
  readonly drafts: readonly UnsentDraft[]
  readonly damaged: readonly KeptPiece[]
}

export interface ParsedUnsentFile extends UnsentFile {
  /** Runs, drafts and pieces that are none: the file was cut or changed. Everything else of it is good. */
  readonly unusable: number
}

/** `unreadable`: ours, but not whole. */
export const unsentFileProblems = ['not-json', 'not-ours', 'newer', 'older', 'unreadable'] as const
export type UnsentFileProblem = (typeof unsentFileProblems)[number]

const anyFile = z.object({ format: z.literal('genba-unsent'), version: z.int() })

/** Signatures and chains are for the reader to check: this judges the form alone. */
export function parseUnsentFile(text: string): Result<ParsedUnsentFile, UnsentFileProblem> {
  const json = parseJson(text)
  if (json === undefined) return err('not-json')
  const any = anyFile.safeParse(json)
  if (!any.success) return err('not-ours')
  if (any.data.version !== unsentFileVersion) return err(any.data.version > unsentFileVersion ? 'newer' : 'older')
  const file = frame.safeParse(json)
  if (!file.success) return err('unreadable')
  const [runs, drafts, damaged] = [
    takeGood(file.data.runs, unsentRun),
    takeGood(file.data.drafts, unsentDraft),
    takeGood(file.data.damaged, keptPiece),
  ]
  const unusable = runs.bad + drafts.bad + damaged.bad
  return ok({ ...file.data, runs: runs.good, drafts: drafts.good, damaged: damaged.good, unusable })
}

function takeGood<Schema extends z.ZodType>(
  items: readonly unknown[],
  schema: Schema,
): { readonly good: readonly z.infer<Schema>[]; readonly bad: number } {
  const good = items.flatMap((item) => {
    const parsed = schema.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
  return { good, bad: items.length - good.length }
}

/** A byte order mark comes with some editors and mail programs. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}
