// The version of the wire messages. A server accepts pushes of every released version; only a pull may demand an upgrade [P1].

export const protocolVersion = 1
