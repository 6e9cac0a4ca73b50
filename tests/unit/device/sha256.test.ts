import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../../src/device/sha256.ts'

const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64url')

// Examples of FIPS 180-4's companion document.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('hashes the published example "%s"', (text, hash) => {
  expect(sha256(text)).toBe(Buffer.from(hash, 'hex').toString('base64url'))
})

test('every length around the block borders hashes as the reference does', () => {
  for (let length = 0; length <= 260; length += 1) {
    const text = 'x'.repeat(length)
    expect(sha256(text)).toBe(reference(text))
  }
})

test('texts of any kind hash as the reference does', () => {
  const text = fc.string({ unit: 'binary', maxLength: 120 })
  fc.assert(
    fc.property(text, (value) => sha256(value) === reference(value)),
    { numRuns: 200 },
  )
})

test('a long text hashes as the reference does, and a short one after it too', () => {
  const long = '監査の対象を確認したところ、次のとおりであった。'.repeat(20_000)
  expect(sha256(long)).toBe(reference(long))
  expect(sha256('短い')).toBe(reference('短い'))
})
