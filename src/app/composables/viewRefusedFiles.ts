// The files that the server has refused, for the list behind the pill: by reason, with the way to the file and to another try.
import type { OpenAudit } from './OpenAudit.ts'
import { isWorthAnotherTry } from './useRefusedFiles.ts'
import { formatBytes } from '../components/base/formatBytes.ts'
import { evidenceKey, formOf, labelOf, viewEvidence, type EvidenceForm } from '../components/evidence/EvidenceView.ts'
import type { RefusedGroup, UnsentItem } from '../components/shell/UnsentItem.ts'
import { presentEvidence } from '../../domain/audit/evidence.ts'
import type { KnownEvidence } from '../../localdb/listEvidence.ts'

interface Words {
  readonly formWord: (form: EvidenceForm) => string
  readonly momentOf: (at: string) => string
  readonly reasonOf: (code: string) => string
}

/** The name and the way are known of the open audit's files; of another's the kind, the size and the time. */
export function viewRefusedFiles(
  files: readonly KnownEvidence[],
  shown: Pick<OpenAudit, 'audit' | 'stream'> | undefined,
  words: Words,
): readonly RefusedGroup[] {
  const codes = [...new Set(files.map(({ code }) => code))]
  return codes.map((code) => ({
    id: `files ${code}`,
    reason: words.reasonOf(code),
    items: files.filter((file) => file.code === code).map((file) => viewFile(file, shown, words)),
  }))
}

function viewFile(
  file: KnownEvidence,
  shown: Pick<OpenAudit, 'audit' | 'stream'> | undefined,
  { formWord, momentOf }: Words,
): UnsentItem {
  const { sha256, size, mediaType, heldSince } = file
  const evidence = shown === undefined ? [] : presentEvidence(shown.audit.value)
  const view = evidence.flatMap((each) => viewEvidence(each) ?? []).find((each) => each.sha256 === sha256)
  const moment = heldSince === '' ? [] : [momentOf(heldSince)]
  return {
    id: sha256,
    title: (view && labelOf(view)) || formWord(formOf(mediaType)),
    detail: [formatBytes(size), ...moment].join('  '),
    ...(shown !== undefined &&
      view !== undefined && {
        to: { name: 'evidence', params: { stream: shown.stream, evidence: evidenceKey(view.id) } },
      }),
    ...(isWorthAnotherTry(file) && { file: sha256 }),
  }
}
