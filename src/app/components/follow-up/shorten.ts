// The beginning of a text that somebody knows, where there is room for a few words only.

/** Undo words share their bar with two buttons. */
const mostCharacters = 16

export function shorten(text: string, most = mostCharacters): string {
  const characters = Array.from(text)
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text
}
