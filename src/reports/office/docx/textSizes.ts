// Sizes of the letters, in points.

export const titleSize = 16
/** Running text and the texts of the header. */
export const textSize = 10.5
export const cellSize = 9.5
