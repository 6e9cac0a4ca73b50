// The organisation's classes as this tablet knows them: the built-in ones until its library has been read.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import type { Library } from '../../domain/library/Library.ts'
import { libraryStream, readLibrary } from '../../domain/library/readLibrary.ts'
import { openStream } from '../../localdb/openStream.ts'

export function useLibrary(): Readonly<ShallowRef<Library>> {
  const { db } = useAppServices()
  const library = shallowRef(readLibrary())
  const read = async () => {
    const { state } = await openStream(db, libraryStream, auditKinds)
    library.value = readLibrary(state)
  }
  const readAgain = () => void read().catch(ignoreUnlessBug)
  onScopeDispose(db.watch(({ stream }) => stream === libraryStream && readAgain()))
  readAgain()
  return library
}
