// Keeps the organisation's library open for as long as its page is shown. It is a stream like an audit's: opened, recorded, undone, settled
// and synced by the same parts.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { createOpenAudit, type OpenedAudit } from './createOpenAudit.ts'
import type { OpenAudit } from './OpenAudit.ts'
import { usePerson } from './usePerson.ts'
import { libraryStream } from '../../domain/library/readLibrary.ts'
import { LocalDatabaseError } from '../../localdb/LocalDatabaseError.ts'

export type LibraryOpening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly open: OpenAudit }
  /** `code`: of the texts `errors.<code>`. */
  | { readonly state: 'failed'; readonly code: string }

export function useOpenedLibrary(): Readonly<ShallowRef<LibraryOpening>> {
  const services = useAppServices()
  const { person } = usePerson()
  const opening = shallowRef<LibraryOpening>({ state: 'opening' })
  let opened: OpenedAudit | undefined
  let isLeft = false

  async function openIt(): Promise<void> {
    try {
      opened = await createOpenAudit(services, libraryStream, person)
      if (isLeft) opened.close()
      else opening.value = { state: 'open', open: opened.open }
    } catch (error) {
      if (!(error instanceof LocalDatabaseError)) throw error
      opening.value = { state: 'failed', code: error.code }
    }
  }

  onScopeDispose(() => {
    isLeft = true
    opened?.close()
  })
  void openIt()
  return opening
}
