import { expect, test } from 'vitest'
import { installWayOf, isHintDue } from '../../../../../src/app/components/install/installWayOf.ts'
import { isAppleTablet } from '../../../../../src/device/readInstallFacts.ts'

const iPad = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15'
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Safari/604.1'
const galaxyTab = 'Mozilla/5.0 (Linux; Android 13; SM-X710) AppleWebKit/537.36 Chrome/123.0.0.0 Safari/537.36'

test('an iPad is told from a Mac by its touch screen', () => {
  expect(isAppleTablet({ userAgent: iPad, maxTouchPoints: 5 })).toBe(true)
  expect(isAppleTablet({ userAgent: iPad, maxTouchPoints: 0 })).toBe(false)
  expect(isAppleTablet({ userAgent: iPhone, maxTouchPoints: 5 })).toBe(true)
  expect(isAppleTablet({ userAgent: galaxyTab, maxTouchPoints: 5 })).toBe(false)
})

test('the app asks for nothing where it runs from the home screen already', () => {
  const way = installWayOf({ isStandalone: true, isAppleTablet: true, isOffered: true })
  expect(way).toBe('installed')
  expect(isHintDue(way, { hasRead: false, hasAudits: true })).toBe(false)
})

test('the browser is asked where it offers, and elsewhere there are steps by hand', () => {
  expect(installWayOf({ isStandalone: false, isAppleTablet: false, isOffered: true })).toBe('offered')
  expect(installWayOf({ isStandalone: false, isAppleTablet: true, isOffered: false })).toBe('apple')
  expect(installWayOf({ isStandalone: false, isAppleTablet: false, isOffered: false })).toBe('menu')
})

test('an Apple tablet is told before anything is entered, another one when there is something to keep, each once', () => {
  const fresh = { hasRead: false, hasAudits: false }
  const dueAt = (state: typeof fresh) =>
    (['apple', 'offered', 'menu', 'installed'] as const).filter((way) => isHintDue(way, state))
  expect(dueAt(fresh)).toEqual(['apple'])
  expect(dueAt({ ...fresh, hasAudits: true })).toEqual(['apple', 'offered'])
  expect(dueAt({ hasRead: true, hasAudits: true })).toEqual([])
})
