// The incident screen in English.
import type { IncidentWords } from './IncidentText.ts'

const sent = 'Everything the server has received is safe.'
const kept = 'Nothing saved on this device has been removed.'

export const incidentWordsEn: IncidentWords = {
  appName: 'Genba',
  safeTitle: 'What is safe',
  todoTitle: 'What to do next',
  details: 'For your administrator',
  ways: {
    reload: 'Reload',
    continue: 'Continue',
    export: 'Export unsent entries',
    import: 'Import an exported file',
    'begin-anew': 'Continue as a new device',
  },
  notes: {
    export: 'Makes one file. Another device or the server can import it.',
    import: 'A file exported before the loss brings its entries back.',
    'begin-anew': 'Starts empty and leaves what is on this device where it is. What was sent comes back by syncing.',
  },
  kinds: {
    cleared: {
      title: 'What was saved on this device is gone',
      what: 'The browser’s data was cleared, or the device ran out of space and removed it.',
      safe: [`${sent} It comes back when you continue.`, 'Entries on other devices are not affected.'],
      todo: 'Go on working. “Keep it permanently” in Settings prevents this from happening again.',
    },
    damaged: {
      title: 'What is saved on this device is damaged',
      what: 'Part of it cannot be read. A sudden loss of power can do this.',
      safe: [sent, 'Unsent entries that can be read can be exported to a file.'],
      todo: 'Export the unsent entries first. Then continue as a new device.',
    },
    'cannot-open': {
      title: 'What is saved on this device cannot be opened',
      what: 'The device’s storage could not be read.',
      safe: [kept, sent],
      todo: 'Reload. If that does not help, quit the browser and open it again.',
    },
    'connection-lost': {
      title: 'This device’s storage does not answer',
      what: 'The connection broke, and reloading did not bring it back. A device short of memory can do this.',
      safe: ['Every entry that was shown as saved is safe.', sent],
      todo: 'Close other apps and tabs, quit the browser and open it again.',
    },
    'disk-full': {
      title: 'This device has no free space',
      what: 'The device is full, so what is saved cannot be opened.',
      safe: [kept, sent],
      todo: 'Remove photos, videos or apps you no longer need, then reload.',
    },
    'quota-exceeded': {
      title: 'The browser’s storage is full',
      what: 'The space the browser allows is used up, so what is saved cannot be opened.',
      safe: [kept, sent],
      todo: 'Free space on the device, or clear other sites’ data you do not need, then reload.',
    },
    blocked: {
      title: 'An older version is open in another tab',
      what: 'While it is open, the new version cannot take over.',
      safe: ['Every entry is still on this device.'],
      todo: 'Close all other tabs and windows of Genba, then reload.',
    },
    'newer-database': {
      title: 'This is an older version of the app',
      what: 'The entries here were saved by a newer version. To keep them unharmed, this one does not open them.',
      safe: ['Every entry is still on this device.'],
      todo: 'Reload where there is a network: the new version comes with it.',
    },
    refused: {
      title: 'This browser does not allow saving on the device',
      what: 'It is in private browsing, or its settings forbid this site to store anything.',
      safe: ['Nothing has been entered here yet.', sent],
      todo: 'Open Genba in a normal window, or allow this site to store data in the browser’s settings.',
    },
    unfinished: {
      title: 'Part of the app could not be loaded',
      what: 'The connection broke off, or a new version is just being put in place.',
      safe: ['Everything saved on this device is still there.'],
      todo: 'Reload where there is a network.',
    },
  },
  loss: {
    title: 'Where your entries are',
    onServer: 'On the server',
    onlyHere: 'Only on this device',
    counting: 'Asking the server…',
    unknown: 'Once there is a connection, the server can tell what is safe.',
    entries: (count) => (count === 1 ? '1 entry' : `${String(count)} entries`),
  },
  exported: (count) =>
    `${count === 1 ? '1 entry' : `${String(count)} entries`} exported. Hand the file to your administrator, or import it on another device.`,
  nothingToExport: 'There were no unsent entries that could be exported.',
  exportFailed: 'The export did not work. Reload and try again.',
  beginAnew: {
    question: 'Unsent entries on this device will no longer be shown here. Have you exported them?',
    yes: 'Exported, continue',
    no: 'Cancel',
  },
}
