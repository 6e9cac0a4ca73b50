import { expect, test } from 'vitest'
import { createWorkInProgress } from '../../../../src/app/composables/createWorkInProgress.ts'
import { whenNobodyWorks } from '../../../../src/app/composables/whenNobodyWorks.ts'

/** This tab's work, another tab's, and a task that counts how often it ran. `afterPause` is called in every pause. */
function aTablet(afterPause: (pauses: number) => void = () => undefined) {
  const work = createWorkInProgress()
  let pauses = 0
  const seen = { others: 0, done: 0, waiting: 0, isGivenUp: false }
  const ports = {
    work,
    whileNobodyWorks: async (task: () => Promise<void>) => {
      if (work.isBusy() || seen.others > 0) return false
      await task()
      return true
    },
    wait: () => {
      pauses += 1
      afterPause(pauses)
      return Promise.resolve()
    },
  }
  const asked = {
    task: () => {
      seen.done += 1
      return Promise.resolve()
    },
    onWaiting: () => (seen.waiting += 1),
    isGivenUp: () => seen.isGivenUp,
  }
  return { work, seen, run: () => whenNobodyWorks(ports, asked) }
}

test('with nothing unfinished anywhere the task runs at once', async () => {
  const { seen, run } = aTablet()
  await run()
  expect(seen).toMatchObject({ done: 1, waiting: 0 })
})

test('a text in progress here is finished first', async () => {
  const { work, seen, run } = aTablet()
  const end = work.begin(() => end())
  await run()
  expect(seen).toMatchObject({ done: 1, waiting: 0 })
})

test('another tab’s text is waited for, and the person is told once', async () => {
  const { seen, run } = aTablet((pauses) => {
    if (pauses === 5) seen.others = 0
  })
  seen.others = 1
  await run()
  expect(seen).toMatchObject({ done: 1, waiting: 1 })
})

test('a text that cannot be saved keeps the task from ever running', async () => {
  const { work, seen, run } = aTablet((pauses) => {
    if (pauses === 20) seen.isGivenUp = true
  })
  work.begin(() => Promise.reject(new Error('the disk is full')))
  await run()
  expect(seen.done).toBe(0)
})

test('given up, it does not run when the work ends later', async () => {
  const { seen, run } = aTablet(() => {
    seen.isGivenUp = true
    seen.others = 0
  })
  seen.others = 1
  await run()
  expect(seen.done).toBe(0)
})
