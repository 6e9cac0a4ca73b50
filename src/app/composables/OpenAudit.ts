// What a page holds of an open audit: the live view and the one way to change it. `useOpenAudit` hands it out.
import type { ComputedRef, ShallowRef } from 'vue'
import type { LoggedOperation } from '../components/history/createHistoryReader.ts'
import type { Audit } from '../../domain/audit/Audit.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import type { AuditSight } from '../../domain/audit/decideSignOff.ts'
import type { LateEntry } from '../../domain/audit/listLate.ts'
import type { Conflict } from '../../domain/audit/listConflicts.ts'
import type { SignOffValue } from '../../domain/audit/signOff.ts'
import type { Dot, EntityId, StreamId } from '../../domain/oplog/Dot.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import type { EntityState } from '../../domain/oplog/StreamState.ts'
import type { Template } from '../../domain/template/Template.ts'
import type { EvidenceFile } from '../../localdb/sealEvidence.ts'

/** Where the last save stands. `savedAt` is an ISO instant; 保存済み may be shown only in state `saved`. */
export type SaveState =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly savedAt: string }
  | { readonly state: 'failed'; readonly code: string }

/** A change in words, for the bottom bar: 「A02 を「不適合」に変更」. */
export interface UndoOffer {
  readonly words: string
}

/** Follows a recording that is saved in parts. */
export interface LongRecording {
  /** So many drafts are durably saved. */
  readonly saved: (count: number) => void
  /** True ends it after the part under way; what is saved stays. */
  readonly isCancelled: () => boolean
}

/** The place of a text in progress: one register of one entity. */
export interface TextPlace {
  readonly entity: EntityId
  readonly register: string
}

export interface OpenAudit {
  readonly stream: StreamId
  /** Triggers on every change. Its answers, items and findings are immutable objects: unchanged ones keep their identity. */
  readonly audit: Readonly<ShallowRef<Audit>>
  readonly templates: ComputedRef<readonly Template[]>
  readonly conflicts: ComputedRef<readonly Conflict[]>
  /** The sign-off in force: until the audit is taken up again, what it covers is there to be read. */
  readonly signOff: ComputedRef<SignOffValue | undefined>
  /** What came without having seen the sign-off. */
  readonly late: ComputedRef<readonly LateEntry[]>
  /** The audit and the state behind it as they are now: for deciders that need both. */
  readonly sight: () => AuditSight
  /** Whether an own operation has not been confirmed by the server yet. */
  readonly isUnsent: (dot: Dot) => Promise<boolean>
  readonly save: Readonly<ShallowRef<SaveState>>
  readonly undoOffer: Readonly<ShallowRef<UndoOffer | undefined>>
  /** All that can be taken back, one after the other; the last change comes first. */
  readonly undoSteps: Readonly<ShallowRef<readonly UndoOffer[]>>
  /** The name behind an author id; the id's first characters where nobody introduced it yet. */
  readonly nameOf: (author: string) => string
  /** Whether a value was written on this tablet. */
  readonly isThisDevice: (device: string) => boolean
  readonly entity: (id: EntityId) => EntityState | undefined
  /**
   * Records what `decide` makes of the audit once every earlier write of this page is done, so that two quick taps, or a tap that ends
   * a text, never conflict with each other. True once durably saved; no drafts, nothing to save. With `words` it can be undone.
   * What is long is saved in parts, so that no screen waits for all of it: `watch` hears of each. One undo takes back what was saved.
   */
  readonly record: (
    decide: () => readonly AuditDraft[],
    words?: string | (() => string),
    watch?: LongRecording,
  ) => Promise<boolean>
  /**
   * As `record`, with the files that the drafts speak of: saved together or not at all. Where it comes out false, `save` says why,
   * and whoever called holds the only copy of them.
   */
  readonly recordFiles: (
    decide: () => readonly AuditDraft[],
    files: readonly EvidenceFile[],
    words: string,
  ) => Promise<boolean>
  /** Takes the last change with words back; false where somebody has changed it since. */
  readonly undo: () => Promise<boolean>
  /** All operations of an entity, oldest first, for the history and for restoring. */
  readonly readHistory: (entity: EntityId) => Promise<readonly Operation[]>
  /** The same, each with how far it is on its way to the server. */
  readonly readLog: (entity: EntityId) => Promise<readonly LoggedOperation[]>
  /** Keeps text in progress durably, as the operation it would become now; true once it is on the tablet. */
  readonly keepText: (place: TextPlace, text: string, draft: AuditDraft) => Promise<boolean>
  /** Keeps words that only a button of their own makes an entry, as a reason; empty ones are forgotten. `keptText` gives them back. */
  readonly keepWords: (place: TextPlace, words: string) => Promise<void>
  /** The text that was kept for a place and not finished: a merged version of an open conflict, also from an earlier session. */
  readonly keptText: (place: TextPlace) => string | undefined
  /** Records the drafts of a finished text and forgets its text in progress, both in one transaction. */
  readonly finishText: (place: TextPlace, drafts: readonly AuditDraft[], words?: string) => Promise<boolean>
  /** Forgets text in progress without recording it. */
  readonly dropText: (place: TextPlace) => Promise<void>
}
