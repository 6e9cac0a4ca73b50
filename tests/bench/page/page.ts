// Puts the page's measurements on `window`, where the bench process calls them.
import { measureFirstSync, measurePlainSync } from './measureFirstSync.ts'
import { measureOpening, prepareOpening } from './measureOpening.ts'
import { measureSaves } from './measureSaves.ts'
import { arrivalOf, openReceiver, openSender, sendNote } from './propagate.ts'
import { openWriter, pushEverything, writeNotes } from './writeAndPush.ts'

const bench = {
  measureSaves,
  prepareOpening,
  measureOpening,
  measureFirstSync,
  measurePlainSync,
  openWriter,
  writeNotes,
  pushEverything,
  openSender,
  sendNote,
  openReceiver,
  arrivalOf,
}

declare global {
  interface Window {
    readonly bench: typeof bench
  }
}

Object.assign(window, { bench })
