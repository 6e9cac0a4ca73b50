// A tablet of the gallery: it writes operations as the product's log would hold them, at times of the gallery's choosing, and keeps them in memory.
import { AuditDocument } from '../../../src/domain/audit/AuditDocument.ts'
import type { AuditDraft } from '../../../src/domain/audit/auditKinds.ts'
import { formatDot, type DeviceId, type PersonId, type StreamId } from '../../../src/domain/oplog/Dot.ts'
import type { Operation } from '../../../src/domain/oplog/Operation.ts'
import { emptyStreamState } from '../../../src/domain/oplog/StreamState.ts'

export class GalleryDevice {
  readonly document = new AuditDocument(emptyStreamState())
  /** Everything seen, in the order of arrival. */
  readonly log: Operation[] = []
  readonly name: string
  #n = 0

  constructor(name: string) {
    this.name = name
  }

  get audit() {
    return this.document.audit
  }

  write(drafts: readonly AuditDraft[], at: string): readonly Operation[] {
    const operations = drafts.map((draft): Operation => {
      this.#n += 1
      const device = this.name as DeviceId
      return {
        ...draft,
        v: 1,
        stream: 'audit-1' as StreamId,
        device,
        n: this.#n,
        prev: '',
        dot: formatDot(device, this.#n),
        author: `person-${this.name}` as PersonId,
        at,
        offset: null,
        bodyHash: '',
      }
    })
    this.see(operations)
    return operations
  }

  see(operations: readonly Operation[]): void {
    const news = operations.filter(({ dot }) => !this.log.some((known) => known.dot === dot))
    this.log.push(...news)
    this.document.apply(news)
  }
}
