// What can stand between this tablet and its server.

/** Why the last attempt did not come through. Everything is safe on the tablet in each of these cases. */
export const syncTroubles = [
  /** No connection, or the server is not running. */
  'network',
  'timeout',
  /** The server asks to come later. */
  'busy',
  /** The server's disk is full. */
  'storage-full',
  /** Something answered that is not our server: a captive portal, a proxy. */
  'not-our-server',
  /** Our server, but it cannot serve this request. */
  'server-trouble',
  /** The server speaks a newer protocol: the app must be updated to go on. */
  'upgrade-needed',
  /** The tablet's own database failed in between. */
  'local-database',
] as const

export type SyncTrouble = (typeof syncTroubles)[number]
