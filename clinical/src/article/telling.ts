/**
 * What gives a number, or promises something. `share`: a part of a whole, a comparison, a bound: never a minute, a price, a phone or a date,
 * so marking it plain does not help. `number`: a figure or its word. `promise`: a word that nobody may promise by.
 */
export type Telling = { kind: 'share' | 'number' | 'promise'; says: RegExp }
