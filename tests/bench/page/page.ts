// Puts the page's measurements on `window`, where the bench process calls them.
import { measureFirstSync, measurePlainSync } from './measureFirstSync.ts'
import { measureOffice } from './measureOffice.ts'
import { measureOpening, prepareOpening, reopenPrepared } from './measureOpening.ts'
import { measureSaves, measureSavesOn } from './measureSaves.ts'
import {
  followPlainEdits,
  openPlainTablet,
  plainArrivalOf,
  pushPlainEdits,
  sendPlainEdit,
  writePlainEdits,
} from './plainTablet.ts'
import { arrivalOf, openReceiver, openSender, sendNote } from './propagate.ts'
import { openWriter, pushEverything, writeNotes } from './writeAndPush.ts'

const bench = {
  measureSaves,
  measureSavesOn,
  prepareOpening,
  reopenPrepared,
  measureOpening,
  measureOffice,
  measureFirstSync,
  measurePlainSync,
  openWriter,
  writeNotes,
  pushEverything,
  openSender,
  sendNote,
  openReceiver,
  arrivalOf,
  openPlainTablet,
  writePlainEdits,
  pushPlainEdits,
  sendPlainEdit,
  followPlainEdits,
  plainArrivalOf,
}

declare global {
  interface Window {
    readonly bench: typeof bench
  }
}

Object.assign(window, { bench })
