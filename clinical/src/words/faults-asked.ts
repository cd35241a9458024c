import { quantity } from '../quantity.ts'

type PolicyValueWanted = {
  kind: keyof typeof policyKinds
  unit: string
  least?: string | number | undefined
  most?: string | number | undefined
}

const policyKinds = { boolean: 'yes or no', number: 'a number', decimal: 'a decimal number', list: 'a list of numbers' } as const

/** What the shapes and the rules of clinical ask of a field. */
export const askedFaults = {
  'drug-of-list': 'a drug of the list',
  'route-of-list': 'a route of the list',
  'mg-at-time-like-1-or': 'mg at a time, like 1 or 0.5',
  'mg-at-time-like-1': 'mg at a time, like 1',
  'at-most-12-times': 'at most 12 times',
  'at-least-once': 'at least once',
  'whole-number-of-times': 'a whole number of times',
  'at-most-1-440-minutes': 'at most 1,440 minutes',
  '0-minutes-or-more': '0 minutes or more',
  'whole-minutes-between-doses': 'whole minutes between doses',
  'at-most-characters': ({ most }: { most: string | number }) => `at most ${most} characters`,
  'what-it-is-for': 'what it is for',
  'at-most-eight-as-needed-lines': 'at most eight as-needed lines',
  'drug-and-route-of-clinics-list': 'a drug and route of the clinic’s list',
  'more-than-0-and-at-most': ({ most, title }: { most: string | number; title: string | number }) =>
    `more than 0 and at most ${quantity(most, 'mg')} of ${title}`,
  'usually-is-right': ({ usualMg, doseMg }: { usualMg: string | number; doseMg: string | number }) =>
    `usually ${quantity(usualMg, 'mg')}: is ${quantity(doseMg, 'mg')} right?`,
  'in-all-is-above-highest': ({ mg, highestMg }: { mg: string | number; highestMg: string | number }) =>
    `${quantity(mg, 'mg')} in all is above the highest, ${quantity(highestMg, 'mg')}`,
  'usually-min-between-doses': ({ leastMinutes }: { leastMinutes: string | number }) =>
    `usually ${leastMinutes} min between doses`,
  'decimal-number-above-0': 'a decimal number above 0',
  'whole-minutes-at-least-1': 'whole minutes, at least 1',
  'height-and-sex-for-weight': ({ basis }: { basis: string | number }) => `height and sex, for ${basis} weight`,
  protocol: 'a protocol',
  '10-50-or-100-mg-ml': '10, 50 or 100 mg/mL',
  'no-more-than-24-and-item': 'no more than 24 and item 9 together',
  'no-more-than-total': 'no more than the total',
  'stands-alone': ({ none }: { none: string | number }) => `${none} stands alone`,
  'each-at-most-once': 'each at most once',
  'at-least-one-or': ({ none }: { none: string | number }) => `at least one, or ${none}`,
  'one-of': ({ choices }: { choices: readonly (string | number)[] }) => `one of: ${choices.join('; ')}`,
  'yes-no-or-not-sure': 'yes, no or not sure',
  'day-from-on': ({ earliest }: { earliest: string | number }) => `a day from ${earliest} on`,
  'day-like-1980-05-17': 'a day, like 1980-05-17',
  'version-of-text': 'a version',
  'answer-to-safety-question': 'an answer to the safety question',
  'day-between-1900-and-2199': 'a day between 1900 and 2199',
  'date-of-birth-from-1900-on': 'a date of birth from 1900 on',
  'date-of-birth-like-1980-05': 'a date of birth, like 1980-05-17',
  name: 'a name',
  'more-than-0': ({ unit }: { unit: string | number }) => `more than 0 ${unit}`,
  'at-most-20-questions': 'at most 20 questions',
  'questions-that-were-answered': 'the questions that were answered',
  'decimal-number-0-or-more': 'a decimal number, 0 or more',
  'decimal-number': 'a decimal number',
  'drug-of-this-book': ({ bookedDrugs }: { bookedDrugs: readonly (string | number)[] }) =>
    `a drug of this book: ${bookedDrugs.join(', ')}`,
  'strength-printed-on-vial-of-mg': ({ title, strengths }: { title: string | number; strengths: readonly (string | number)[] }) =>
    `the strength printed on a vial of ${title}: ${strengths.join(', ')} mg/mL`,
  'ml-in-one-vial-at-most': ({ most, title }: { most: string | number; title: string | number }) =>
    `the mL in one vial, at most ${most} for ${title}`,
  'iana-time-zone': 'an IANA time zone',
  'whole-minutes-at-least-0': 'whole minutes, at least 0',
  'day-not-before-first': 'a day that is not before the first',
  'whole-number-at-least-0': 'a whole number, at least 0',
  'whole-days-at-least-0': 'whole days, at least 0',
  'monday-to-sunday': '1 (Monday) to 7 (Sunday)',
  'time-after-from': 'HH:MM, after from, at most 24:00',
  'date-as-year-month-day': 'a date, YYYY-MM-DD',
  '1-to-92': '1 to 92',
  'whole-number-from-to': ({ least, most, unit }: { least: number; most: number; unit: string }) =>
    `a whole number from ${least} to ${most} ${unit}`,
  'number-from-to': ({ least, most, places }: { least: string | number; most: string | number; places: number }) =>
    `a number from ${least} to ${most} with at most ${places} decimal place`,
  'policy-value': ({ kind, unit, least, most }: PolicyValueWanted) => {
    const range = [least !== undefined && `at least ${least}`, most !== undefined && `at most ${most}`].filter(Boolean).join(', ')
    return `${policyKinds[kind]}${unit === '' ? '' : ` in ${unit}`}${range === '' ? '' : `: ${range}`}`
  },
  'policy-values-apart': ({ lower, upper }: { lower: string; upper: string }) =>
    `a value with which ${lower} stays below ${upper}`,
} as const
