// The remarks about a finding as threads: newest thread below, each question with its answers, oldest first.
import { computed, type ComputedRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import { usePerson } from './usePerson.ts'
import { useMomentWords } from '../components/clock/useMomentWords.ts'
import type { RemarkView } from '../components/review/RemarkView.ts'
import type { Remark } from '../../domain/audit/Audit.ts'
import type { FindingId } from '../../domain/audit/entityIds.ts'
import { remarksOf } from '../../domain/audit/remarks.ts'

export function useRemarks(open: OpenAudit, about: () => FindingId): ComputedRef<readonly RemarkView[]> {
  const { person } = usePerson()
  const momentOf = useMomentWords()

  return computed(() => {
    const said = remarksOf(open.audit.value, about())
    const known = new Set(said.map(({ id }) => id))
    // An answer to what was removed stands by itself: it was said all the same.
    const isThread = (remark: Remark) => {
      const replyTo = remark.remark.values[0]?.content.body.replyTo ?? null
      return replyTo === null || !known.has(replyTo)
    }
    return said.filter(isThread).flatMap((remark) => viewOf(remark, said))
  })

  function viewOf({ id, remark }: Remark, said: readonly Remark[]): readonly RemarkView[] {
    return remark.values.slice(0, 1).map(({ author, at, offset, content }) => ({
      id,
      type: content.body.type,
      text: content.body.text,
      author: open.nameOf(author),
      at: momentOf(at, offset, 'datedMoment'),
      isMine: author === person().id,
      answers: said
        .filter((other) => other.remark.values[0]?.content.body.replyTo === id)
        .flatMap((answer) => viewOf(answer, said)),
    }))
  }
}
