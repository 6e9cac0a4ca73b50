// The colour roles a chip can take. Violet (conflict) only where two versions exist, red (ng) only for what fails.

export type ChipRole = 'ok' | 'ng' | 'part' | 'na' | 'conflict' | 'pending' | 'primary'
