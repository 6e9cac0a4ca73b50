// Photos into the real app without a network: from the camera's bytes in hand to the tile that says they are saved, and what three hundred
// of them cost in memory. The baseline is one strict put of the same bytes, without hash, pieces, operation or screen.
import type { CDPSession, Page } from '@playwright/test'
import { lineOf, quantile, type BenchLine } from './BenchLine.ts'
import type { BenchRun } from './BenchRun.ts'
import { openProfile } from './openProfile.ts'
import { startBenchServer } from './startBenchServer.ts'
import { auditPath, createAudit, go } from '../support/auditorActions.ts'

const question = 'A02'
const photoBytes = 4 * 1024 * 1024
const mostPhotos = 300
/** The heap is read after a collection: what is still held then is held on purpose. */
const heapAt = [50, 150, 300]
/** A person needs longer than this between two shots. */
const betweenShotsMs = 200

interface Shot {
  readonly savedMs: number
  readonly plainMs: number
}

export async function benchEvidence({ sizes }: BenchRun): Promise<readonly BenchLine[]> {
  const photos = Math.min(mostPhotos, sizes.saves)
  const server = await startBenchServer({}, 'app')
  const profile = await openProfile()
  try {
    const page = await openQuestion(await profile.context.newPage(), server.origin)
    await profile.context.setOffline(true)
    const devtools = await page.context().newCDPSession(page)
    await preparePhoto(page)
    const shots: Shot[] = []
    const heaps = new Map<number, number>()
    for (let count = 1; count <= photos; count += 1) {
      await page.waitForTimeout(betweenShotsMs)
      shots.push(await shootOnce(page, count))
      if (heapAt.includes(count) || count === photos) heaps.set(count, await heapOf(page, devtools))
    }
    return linesOf(shots, heaps, await longestTask(page))
  } finally {
    await profile.close()
    await server.dispose()
  }
}

function linesOf(shots: readonly Shot[], heaps: ReadonlyMap<number, number>, longest: number): readonly BenchLine[] {
  const of = (share: number, part: keyof Shot) =>
    quantile(
      shots.map((shot) => shot[part]),
      share,
    )
  const [first] = heaps.values()
  return [
    lineOf('evidence.photo-4mb-saved.p50', of(0.5, 'savedMs'), of(0.5, 'plainMs')),
    lineOf('evidence.photo-4mb-saved.p95', of(0.95, 'savedMs'), of(0.95, 'plainMs')),
    lineOf('evidence.longest-task', longest, null),
    ...[...heaps].map(([count, bytes]) =>
      lineOf(`evidence.heap.after-${String(count)}-photos`, bytes, first ?? null, 'bytes'),
    ),
  ]
}

async function openQuestion(page: Page, origin: string): Promise<Page> {
  await page.goto(origin)
  await page.getByRole('dialog').getByRole('textbox').fill('監査　花子')
  await page.getByRole('dialog').getByRole('button').last().click()
  await createAudit(page, { unit: '情報政策課', subject: 'ベンチマーク', reportNo: 'B-1' })
  await go(page, `${auditPath(page)}/checklist/${question}`)
  await page.getByRole('region', { name: '証拠' }).waitFor()
  return page
}

/** A real picture, so that its small one is made as usual, filled up to its size behind its end mark. */
async function preparePhoto(page: Page): Promise<void> {
  await page.evaluate(async (bytes) => {
    const canvas = new OffscreenCanvas(4000, 3000)
    const context = canvas.getContext('2d')
    for (let index = 0; context !== null && index < 3_000; index += 1) {
      context.fillStyle = `hsl(${String((index * 47) % 360)} 60% 50%)`
      context.fillRect((index * 97) % 4000, (index * 61) % 3000, 90, 60)
    }
    const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    const filling = new Uint8Array(Math.max(0, bytes - picture.size - 8))
    const tasks = { longest: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.longest = Math.max(tasks.longest, duration)
    }).observe({ type: 'longtask' })
    const plain = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('bench-plain')
      opening.onupgradeneeded = () => opening.result.createObjectStore('photos')
      opening.onsuccess = () => resolve(opening.result)
    })
    Object.assign(window, { benchEvidence: { base: new Blob([picture, filling]), plain, tasks } })
  }, photoBytes)
}

function shootOnce(page: Page, count: number): Promise<Shot> {
  return page.evaluate(async (number) => {
    const { base, plain } = (
      window as unknown as { benchEvidence: { readonly base: Blob; readonly plain: IDBDatabase } }
    ).benchEvidence
    // In memory, as the camera hands it out, and each of them another one.
    const bytes = await new Blob([base, new BigUint64Array([BigInt(number)])]).arrayBuffer()
    const photo = new File([bytes], `photo-${String(number)}.jpg`, { type: 'image/jpeg' })
    const region = document.querySelector<HTMLElement>('section.evidence')
    const input = region?.querySelector<HTMLInputElement>('input[type=file]')
    if (!region || !input) throw new Error('no evidence here')
    const carrier = new DataTransfer()
    carrier.items.add(photo)
    const saved = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (region.querySelector('h4 .num')?.textContent !== String(number)) return
        observer.disconnect()
        resolve(performance.now())
      })
      observer.observe(region, { childList: true, characterData: true, subtree: true })
    })
    const begunAt = performance.now()
    input.files = carrier.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    const savedMs = (await saved) - begunAt
    const putAt = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = plain.transaction('photos', 'readwrite', { durability: 'strict' })
      // One place: the disk need not hold everything twice.
      transaction.objectStore('photos').put(bytes, 'photo')
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    })
    return { savedMs, plainMs: performance.now() - putAt }
  }, count)
}

/** The collection is ours: as long as it holds up the page, no task of the app is measured. */
async function heapOf(page: Page, devtools: CDPSession): Promise<number> {
  const longest = await longestTask(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await page.waitForTimeout(betweenShotsMs)
  await page.evaluate((ms) => {
    const { tasks } = (window as unknown as { benchEvidence: { readonly tasks: { longest: number } } }).benchEvidence
    tasks.longest = ms
  }, longest)
  return usedSize
}

function longestTask(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      (window as unknown as { benchEvidence: { readonly tasks: { readonly longest: number } } }).benchEvidence.tasks
        .longest,
  )
}
