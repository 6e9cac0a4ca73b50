// The organisation's classes as its settings change them: each change is recorded at once, or refused with its reason.
import { computed, type ComputedRef } from 'vue'
import type { OpenAudit } from './OpenAudit.ts'
import type { ClassList } from '../../domain/library/ClassList.ts'
import { decideDefineClasses, type ClassProblem } from '../../domain/library/decideClasses.ts'
import type { ClassListName, Library } from '../../domain/library/Library.ts'
import { readLibrary } from '../../domain/library/readLibrary.ts'

export interface ClassLists {
  readonly library: ComputedRef<Library>
  /** `words`: what the undo bar says of it. Resolves with the reason where nothing was recorded. */
  readonly define: (
    list: ClassListName,
    change: (classes: ClassList) => ClassList,
    words: string,
  ) => Promise<ClassProblem | undefined>
}

export function useClassLists(open: OpenAudit): ClassLists {
  return {
    library: computed(() => readLibrary(open.sight().state)),
    async define(list, change, words) {
      let problem: ClassProblem | undefined
      await open.record(() => {
        const library = readLibrary(open.sight().state)
        const decided = decideDefineClasses(library, list, change(library[list]))
        problem = decided.ok ? undefined : decided.error
        return decided.ok ? decided.value : []
      }, words)
      return problem
    },
  }
}
