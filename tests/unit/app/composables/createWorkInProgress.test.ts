import { expect, test } from 'vitest'
import { createKeyedWork } from '../../../../src/app/composables/createKeyedWork.ts'
import { createWorkInProgress } from '../../../../src/app/composables/createWorkInProgress.ts'

test('there is work while one piece is unfinished, and each change is told once', () => {
  const work = createWorkInProgress()
  const told: boolean[] = []
  work.watch((isBusy) => told.push(isBusy))
  const [endText, endSave] = [work.begin(), work.begin()]
  endText()
  expect(work.isBusy()).toBe(true)
  endSave()
  endSave()
  expect(work.isBusy()).toBe(false)
  expect(told).toEqual([true, false])
})

test('settling lets everything finish that can', async () => {
  const work = createWorkInProgress()
  const end = work.begin(() => Promise.resolve().then(() => end()))
  expect(await work.settle()).toBe(true)
})

test('settling says so when something could not be finished', async () => {
  const work = createWorkInProgress()
  work.begin(() => Promise.reject(new Error('the disk is full')))
  expect(await work.settle()).toBe(false)
  expect(work.isBusy()).toBe(true)
})

test('a text that is typed on and on is one piece of work', () => {
  const work = createWorkInProgress()
  const texts = createKeyedWork(work)
  texts.begin('note')
  texts.begin('note')
  texts.begin('reason')
  texts.end('note')
  expect(work.isBusy()).toBe(true)
  texts.endAll()
  expect(work.isBusy()).toBe(false)
})
