// GET /sync/v1/poke: what a server-sent event may bring beside "look again".
import { pullPage } from './pull.ts'
import { z } from './strictZod.ts'
import { wireId } from './wireId.ts'

/** The page that a device would fetch if it looked, where its cursor stands right before it [P25]. */
export const pokeAnswer = z.object({ proto: z.int(), epoch: wireId, page: pullPage })

export type PokeAnswer = z.infer<typeof pokeAnswer>
