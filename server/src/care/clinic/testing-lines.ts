import type { LineTerms } from '@dripline/clinical'

/** A line of a clinic's own without a protocol. */
export const vitaminDrip: LineTerms = {
  words: {
    en: { name: 'Vitamin drip', about: 'Salt water and vitamins' },
    es: { name: 'Suero con vitaminas', about: 'Agua con sal y vitaminas' },
  },
  minutes: 120,
  priceUsd: '150',
  holds: ['consult', 'drug', 'supplies', 'nurse', 'monitoring'],
  cancelHours: 24,
  cancelFeeUsd: '75',
  bookedBy: 'staff',
  clinicianIds: null,
  chairIds: null,
  states: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  protocolIds: [],
}
