import { drugOf } from '@dripline/clinical'

/** The name of a vial's drug, or that nobody coded it: such a vial is counted and emptied, and never drawn for an order. */
export const sayDrug = (drugId: string): string => drugOf(drugId)?.title ?? 'drug not coded'
