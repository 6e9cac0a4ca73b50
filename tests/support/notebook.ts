// The smallest page that does what Genba does to a browser: a field, a button, a strict IndexedDB transaction.

export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'"

export const notebookPage = `<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>メモ帳</title>
<label for="note">メモ</label> <input id="note">
<button>保存</button> <p role="status"></p>
<script type="module" src="/notebook.js"></script></html>`

export const notebookScript = `
const note = document.querySelector('#note')
const status = document.querySelector('[role=status]')
const opening = indexedDB.open('notebook', 1)
opening.onupgradeneeded = () => opening.result.createObjectStore('notes')
opening.onsuccess = () => {
  const db = opening.result
  const reading = db.transaction('notes').objectStore('notes').get(1)
  reading.onsuccess = () => { note.value = reading.result ?? ''; document.documentElement.dataset.ready = 'yes' }
  document.querySelector('button').onclick = () => {
    status.textContent = '保存中'
    const saving = db.transaction('notes', 'readwrite', { durability: 'strict' })
    saving.objectStore('notes').put(note.value, 1)
    saving.oncomplete = () => { status.textContent = '保存済み' }
  }
}`
