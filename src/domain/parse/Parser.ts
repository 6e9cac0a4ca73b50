// Small parsers for outside data in the pure core: unknown in, a trusted value or undefined out.
// They build fresh objects with their keys in the order of the shape, so equal values have equal JSON; unknown fields are left out.

/** Returns the trusted value, or undefined where the input is not of this form. */
export type Parser<Value> = (value: unknown) => Value | undefined

export type Parsed<P> = P extends Parser<infer Value> ? Value : never

/** The longest text that one operation may carry, in UTF-16 units: about 25 pages, so that a slip cannot stall a tablet. */
const longestText = 20_000
/** The longest list that one operation may carry. */
const longestList = 2_000

export function text(max: number = longestText): Parser<string> {
  return (value) => (typeof value === 'string' && value.length <= max ? value : undefined)
}

export function nonEmptyText(max: number = longestText): Parser<string> {
  return (value) => (typeof value === 'string' && value.length > 0 && value.length <= max ? value : undefined)
}

export function textMatching(pattern: RegExp): Parser<string> {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined)
}

/** A text that `refine` recognises as a narrower type, a branded id for example. */
export function branded<Value extends string>(refine: (value: string) => value is Value): Parser<Value> {
  return (value) => (typeof value === 'string' && refine(value) ? value : undefined)
}

export function finiteNumber(): Parser<number> {
  return (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
}

export function integer(min: number, max: number = Number.MAX_SAFE_INTEGER): Parser<number> {
  return (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max ? value : undefined
}

export function oneOf<const Value extends string>(values: readonly Value[]): Parser<Value> {
  return (value) => values.find((known) => known === value)
}

export function listOf<Value>(item: Parser<Value>, max: number = longestList): Parser<readonly Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > max) return undefined
    const items: Value[] = []
    for (const raw of value) {
      const parsed = item(raw)
      if (parsed === undefined) return undefined
      items.push(parsed)
    }
    return items
  }
}

export function nullOr<Value>(inner: Parser<Value>): Parser<Value | null> {
  return (value) => (value === null ? null : inner(value))
}

type Shape = Record<string, Parser<unknown>>
type ShapeValue<S extends Shape> = { readonly [Key in keyof S]: Parsed<S[Key]> }

/** An object with exactly these fields, each of them present. */
export function shape<S extends Shape>(fields: S): Parser<ShapeValue<S>> {
  const entries = Object.entries(fields)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const source = value as Readonly<Record<string, unknown>>
    const result: Record<string, unknown> = {}
    for (const [key, parse] of entries) {
      const parsed = Object.hasOwn(source, key) ? parse(source[key]) : undefined
      if (parsed === undefined) return undefined
      result[key] = parsed
    }
    return result as ShapeValue<S>
  }
}

/** The first form that fits. */
export function eitherOf<Forms extends readonly Parser<unknown>[]>(...forms: Forms): Parser<Parsed<Forms[number]>> {
  return (value) => {
    for (const parse of forms) {
      const parsed = parse(value)
      if (parsed !== undefined) return parsed as Parsed<Forms[number]>
    }
    return undefined
  }
}
