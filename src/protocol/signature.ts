// A run's signature: made by the device's key over the header text of the run's last operation [P8].
import { z } from './strictZod.ts'

const signatureAlgorithms = ['Ed25519', 'ES256'] as const
type SignatureAlgorithm = (typeof signatureAlgorithms)[number]

export function isSignatureAlgorithm(name: string): name is SignatureAlgorithm {
  return signatureAlgorithms.some((known) => known === name)
}

/** The public key a device signs with: SubjectPublicKeyInfo as base64url. */
export const deviceKey = z.strictObject({
  algorithm: z.enum(signatureAlgorithms),
  publicKey: z.string().min(1).max(400),
})

export type DeviceKey = z.infer<typeof deviceKey>

/** The server's own key, made when its database began [P23]. */
export const serverKey = z.object({
  /** Made from the public key, as a device's id is [M12]. */
  id: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  ...deviceKey.shape,
})

export type ServerKey = z.infer<typeof serverKey>

/** Signature bytes as base64url. */
export const signature = z.string().regex(/^[A-Za-z0-9_-]{40,200}$/)
