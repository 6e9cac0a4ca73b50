import { expect, test } from 'vitest'
import { deviceIdOf } from '../../../../src/domain/oplog/deviceIdOf.ts'
import { isDeviceId } from '../../../../src/domain/oplog/Dot.ts'
import { sha256ForTests } from '../../../support/sha256ForTests.ts'

test('[M12] a device is named after its public key, for ever in the same way', () => {
  const id = deviceIdOf('MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE', sha256ForTests)
  expect(id).toBe('rSAWgJIdMo3I1u9IwA63EF')
  expect(isDeviceId(id)).toBe(true)
})

test('[M12] another key names another device', () => {
  expect(deviceIdOf('a', sha256ForTests)).not.toBe(deviceIdOf('b', sha256ForTests))
})
