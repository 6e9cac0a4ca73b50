// The organisation's classes as this tablet knows them: the built-in ones until its library has been read. One for the whole page, because
// every finding and measure on it asks.
import { shallowRef, type ShallowRef } from 'vue'
import { useAppServices } from './appServices.ts'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import { auditKinds } from '../../domain/audit/auditKinds.ts'
import type { Library } from '../../domain/library/Library.ts'
import { libraryStream, readLibrary } from '../../domain/library/readLibrary.ts'
import type { LocalDatabase } from '../../localdb/LocalDatabase.ts'
import { openStream } from '../../localdb/openStream.ts'

/** Followed from the first question on, for as long as the database is open: that is, as long as the page. */
const followed = new WeakMap<LocalDatabase, Readonly<ShallowRef<Library>>>()

export function useLibrary(): Readonly<ShallowRef<Library>> {
  const { db } = useAppServices()
  const library = followed.get(db) ?? followLibrary(db)
  followed.set(db, library)
  return library
}

function followLibrary(db: LocalDatabase): Readonly<ShallowRef<Library>> {
  const library = shallowRef(readLibrary())
  const read = async () => {
    const { state } = await openStream(db, libraryStream, auditKinds)
    library.value = readLibrary(state)
  }
  let reading: Promise<void> = Promise.resolve()
  // What one reading misses, the reading after the next change finds.
  const readAgain = () => void (reading = reading.then(read).catch(ignoreUnlessBug))
  db.watch(({ stream }) => {
    if (stream === libraryStream) readAgain()
  })
  readAgain()
  return library
}
