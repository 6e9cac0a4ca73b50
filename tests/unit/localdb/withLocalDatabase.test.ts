import { expect, test } from 'vitest'
import { withLocalDatabase } from '../../../src/localdb/withLocalDatabase.ts'
import { aBrowser } from '../../support/localdb/aDatabase.ts'

/** As Chromium reports a full disk: by its message alone. */
const noSpace = new DOMException('IO error: 000003.log: FILE_ERROR_NO_SPACE', 'UnknownError')
const noOpening = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError')
const closed = new DOMException('Database has been closed', 'InvalidStateError')

test('a full disk stays the reason until the database can be opened again', async () => {
  let isFull = true
  const open = await aBrowser().tab()
  const db = { ...open, reopen: () => (isFull ? Promise.reject(noOpening) : open.reopen()) }
  await expect(withLocalDatabase(db, () => Promise.reject(noSpace))).rejects.toMatchObject({ code: 'disk-full' })
  await expect(withLocalDatabase(db, () => Promise.reject(closed))).rejects.toMatchObject({ code: 'disk-full' })
  isFull = false
  let tries = 0
  const work = () => ((tries += 1) === 1 ? Promise.reject(closed) : Promise.resolve('saved'))
  expect(await withLocalDatabase(db, work)).toBe('saved')
  isFull = true
  await expect(withLocalDatabase(db, () => Promise.reject(closed))).rejects.toMatchObject({ code: 'database-lost' })
})
