// A text in every language of the product. Both are always there; the compiler sees to it.

export const languages = ['ja', 'en'] as const
export type Language = (typeof languages)[number]

export type Localised = { readonly [language in Language]: string }
