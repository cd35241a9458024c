/** What a measured value may be, as its field says it. */
export type Wanted = { name: string; unit: string; least: string; most: string; places: number; like: string }

type Typed = { typed: string; wanted: Wanted }

const minus = (text: string) => text.replace('-', '−')

const range = ({ unit, least, most, places }: Wanted) =>
  `${places === 0 ? 'a whole number ' : ''}from ${minus(least)} to ${minus(most)}${unit === '' ? '' : ` ${unit}`}`

/** What this field wants, in words: "a weight, from 25 to 350 kg, like 72.5". */
export const wantedWords = (wanted: Wanted): string => `${wanted.name}, ${range(wanted)}, like ${wanted.like}`

const placesWanted = ({ places, like }: Wanted) =>
  places === 0 ? 'whole numbers only' : `at most ${places} ${places === 1 ? 'digit' : 'digits'} after the point, like ${like}`

/** Why a text is no number that can be read in one way only. */
export const figureFaults = {
  'not-plain-digits': (typed: string) => `“${typed}” is not written in plain digits`,
  'read-two-ways': (typed: string) => `“${typed}” could be read two ways: write it without a comma between thousands`,
  'comma-unread': (typed: string) =>
    `“${typed}” has a comma that cannot be read: one comma with one or two digits after it is a decimal point`,
  'zero-before-point': (typed: string) => `“${typed}” needs a zero before the point`,
  'ends-with-point': (typed: string) => `“${typed}” ends with a point: are digits missing?`,
  'space-between': (typed: string) => `“${typed}” has a space between its digits`,
  'other-digits': (typed: string) => `“${typed}” is not written with the digits 0 to 9`,
  'no-number': (typed: string) => `“${typed}” is not a number`,
} as const
export type FigureFault = keyof typeof figureFaults

/** What is wrong with a number and its unit, as they were typed. */
export const measureFaults = {
  'measure-wanted': ({ wanted }: { wanted: Wanted }) => wantedWords(wanted),
  'figure-unread': ({ typed, why, wanted }: Typed & { why: FigureFault }) =>
    `${figureFaults[why](typed)}. We need ${wantedWords(wanted)}`,
  'unit-unread': ({ typed, wanted }: Typed) => `“${typed}” is not in a unit that we read here. We need ${wantedWords(wanted)}`,
  'two-units-unread': ({ typed, wanted }: Typed) => `“${typed}” cannot be read. We need ${wantedWords(wanted)}`,
  /** `ours`: what was typed, in our unit, where it was typed in another. */
  'out-of-range': ({ typed, ours, wanted }: Typed & { ours?: string | undefined }) =>
    `“${asRead(typed, ours, wanted)}” cannot be ${wanted.name}: ${range(wanted)}`,
  'finer-than-kept': ({ typed, ours, wanted }: Typed & { ours?: string | undefined }) =>
    `“${asRead(typed, ours, wanted)}” is finer than we keep: ${placesWanted(wanted)}`,
  'pressure-upper-missing': 'the upper number of the pressure too: the lower one alone says nothing',
  'pressure-swapped': ({ systolic, diastolic }: { systolic: number; diastolic: number }) =>
    `“${systolic}/${diastolic}” cannot be: the lower number of a pressure is under the upper one. Were they swapped?`,
} as const

function asRead(typed: string, ours: string | undefined, { unit }: Wanted): string {
  return ours === undefined ? typed : `${typed}, which is ${ours} ${unit}`
}
