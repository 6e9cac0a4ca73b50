// What a page holds of an open audit: the live view and the one way to change it. `useAudit` provides it.
import type { ComputedRef, ShallowRef } from 'vue'
import type { Audit } from '../../domain/audit/Audit.ts'
import type { AuditDraft } from '../../domain/audit/auditKinds.ts'
import type { Conflict } from '../../domain/audit/listConflicts.ts'
import type { EntityId, StreamId } from '../../domain/oplog/Dot.ts'
import type { Operation } from '../../domain/oplog/Operation.ts'
import type { EntityState } from '../../domain/oplog/StreamState.ts'
import type { Template } from '../../domain/template/Template.ts'

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

/** Text in progress of one register, kept on the tablet until it becomes an operation. */
export interface TextDraft {
  readonly entity: EntityId
  readonly register: string
  readonly text: string
}

export interface OpenAudit {
  readonly stream: StreamId
  /** Triggers on every change. Its answers, items and findings are immutable objects: unchanged ones keep their identity. */
  readonly audit: Readonly<ShallowRef<Audit>>
  readonly templates: ComputedRef<readonly Template[]>
  readonly conflicts: ComputedRef<readonly Conflict[]>
  readonly save: Readonly<ShallowRef<SaveState>>
  readonly undoOffer: Readonly<ShallowRef<UndoOffer | undefined>>
  /** The name behind an author id; 不明 never: the id's first characters where nobody introduced it. */
  nameOf: (author: string) => string
  /** Whether a value was written on this tablet. */
  isThisDevice: (device: string) => boolean
  entity: (id: EntityId) => EntityState | undefined
  /** Records drafts; true once they are durably saved. With `words` the change can be undone. Empty drafts do nothing. */
  record: (drafts: readonly AuditDraft[], words?: string) => Promise<boolean>
  undo: () => Promise<void>
  /** All operations of an entity, oldest first, for the history and for restoring. */
  readHistory: (entity: EntityId) => Promise<readonly Operation[]>
  /** A draft left by an earlier session or a killed browser; undefined where there is none. */
  textDraft: (entity: EntityId, register: string) => string | undefined
  /** Keeps text in progress (call on every input; it is debounced). */
  keepDraft: (draft: TextDraft) => void
  /**
   * Turns text in progress into an operation: on blur, after 5 s of rest, on leaving the page. `decide` gets the text and returns the drafts;
   * it is called with the sight from when typing began, so a colleague's edit made meanwhile becomes a conflict and is not overwritten.
   */
  commitDraft: (
    entity: EntityId,
    register: string,
    decide: (text: string) => readonly AuditDraft[],
    words?: string,
  ) => Promise<boolean>
}
