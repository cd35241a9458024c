import { askedFaults } from './faults-asked.ts'
import { careFaults } from './faults-care.ts'
import { doorFaults } from './faults-doors.ts'
import { faceFaults } from './faults-face.ts'
import { improbableFaults } from './faults-improbable.ts'
import { lineFaults } from './faults-lines.ts'
import { measureFaults } from './faults-measured.ts'
import { peopleFaults } from './faults-people.ts'
import { publicFaults } from './faults-public.ts'
import { shapeFaults } from './faults-shapes.ts'
import { type SaidIn, say } from './said.ts'

/** What is wrong with a field, or what it takes instead, in English: the one place for all of them. */
export const faultWords = {
  ...askedFaults,
  ...improbableFaults,
  ...measureFaults,
  ...doorFaults,
  ...peopleFaults,
  ...careFaults,
  ...lineFaults,
  ...faceFaults,
  ...publicFaults,
  ...shapeFaults,
  'as-written': ({ text }: { text: string }) => text,
} as const

export type FaultWords = typeof faultWords
/** What is wrong with a field, as data. */
export type FaultSaid = SaidIn<FaultWords>

/** The words of a fault, to stand at its field. */
export const sayFault = ({ code, params }: FaultSaid): string => say(faultWords, { code, params })
