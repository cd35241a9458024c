import { type Exact, exact } from '../exact.ts'
import type { Measure } from './measure.ts'

const times = (factor: string) => (amount: Exact) => amount.times(exact(factor))

const proposed = { source: 'clinical reference 9.1 and 9.3', basis: 'proposed' } as const
const perMinute = ['/min', 'min', 'bpm', 'perminute', 'aminute']

/**
 * Everything that is measured, and which values can be at all: what lies outside is refused, what is merely unlikely is asked
 * back elsewhere. Pounds, stones, feet, inches and Fahrenheit are the international definitions, exact.
 */
export const measures = {
  weightKg: {
    name: 'a weight',
    unit: 'kg',
    spelled: ['kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms'],
    least: '25',
    most: '350',
    places: 1,
    like: '72.5',
    others: [
      { spelled: ['lb', 'lbs', 'pound', 'pounds'], toOurs: times('0.45359237') },
      { spelled: ['st', 'stone', 'stones'], toOurs: times('6.35029318') },
      { spelled: ['g', 'gram', 'grams'], toOurs: times('0.001') },
    ],
    together: [{ larger: 'st', smaller: 'lb', per: 14 }],
    ...proposed,
  },
  heightCm: {
    name: 'a height',
    unit: 'cm',
    spelled: ['cm', 'cms', 'centimeter', 'centimeters'],
    least: '80',
    most: '250',
    places: 1,
    like: '170',
    others: [
      { spelled: ['in', 'inch', 'inches'], toOurs: times('2.54') },
      { spelled: ['ft', 'feet', 'foot'], toOurs: times('30.48') },
      { spelled: ['m', 'meter', 'meters'], toOurs: times('100') },
    ],
    together: [{ larger: 'ft', smaller: 'in', per: 12 }],
    ...proposed,
  },
  temperatureC: {
    name: 'a temperature',
    unit: '°C',
    spelled: ['c', '°c', 'celsius'],
    least: '30',
    most: '43',
    places: 1,
    like: '36.8',
    others: [{ spelled: ['f', '°f', 'fahrenheit'], toOurs: (degrees) => degrees.minus(32).div('1.8') }],
    ...proposed,
  },
  systolic: {
    name: 'the upper number of the pressure',
    unit: 'mmHg',
    spelled: ['mmhg', 'mm'],
    least: '30',
    most: '320',
    places: 0,
    like: '128',
    ...proposed,
  },
  diastolic: {
    name: 'the lower number of the pressure',
    unit: 'mmHg',
    spelled: ['mmhg', 'mm'],
    least: '10',
    most: '250',
    places: 0,
    like: '78',
    ...proposed,
  },
  pulse: { name: 'a pulse', unit: '/min', spelled: perMinute, least: '0', most: '300', places: 0, like: '72', ...proposed },
  spo2: {
    name: 'an oxygen saturation',
    unit: '%',
    spelled: ['%', 'percent'],
    least: '0',
    most: '100',
    places: 0,
    like: '97',
    ...proposed,
  },
  resp: { name: 'breaths', unit: '/min', spelled: perMinute, least: '0', most: '80', places: 0, like: '14', ...proposed },
  score: { name: 'a score', unit: '', spelled: [], least: '0', most: '10', places: 0, like: '4', ...proposed },
  sedation: { name: 'a RASS score', unit: '', spelled: [], least: '-5', most: '4', places: 0, like: '−1', ...proposed },
} as const satisfies Record<string, Measure>

export type MeasureKey = keyof typeof measures

const amounts = { places: 3, ...proposed, least: '0', like: '0.84' } as const

/** Amounts that are drawn, pumped and booked; 0 can be, and where it cannot the door says so. */
export const amountMeasures = {
  mg: { name: 'an amount', unit: 'mg', spelled: ['mg', 'milligram', 'milligrams'], most: '99999', ...amounts },
  ml: { name: 'a volume', unit: 'mL', spelled: ['ml', 'milliliter', 'milliliters'], most: '99999', ...amounts },
  mlPerHour: { name: 'a rate', unit: 'mL/h', spelled: ['ml/h', 'ml/hr', 'ml/hour', 'mlperhour'], most: '1500', ...amounts },
  mgPerMl: { name: 'a strength', unit: 'mg/mL', spelled: ['mg/ml', 'mgperml'], most: '1000', ...amounts },
} as const satisfies Record<string, Measure>
