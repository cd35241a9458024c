import type { PageData } from '../data/page-data.ts'
import { now, zone } from './made-up.ts'

export const frame: PageData['frame'] = {
  clinic: {
    name: 'Blue Ridge Infusion',
    zone,
    simulated: true,
    simulatedClock: now,
    phone: '+15405550134',
    crisisLines: [
      { label: 'In danger now?', action: 'Call', number: '911' },
      { label: 'In crisis?', action: 'Call or text', number: '988' },
    ],
  },
  user: { id: '1', name: 'J. Osprey', roles: ['nurse'] },
  path: '/',
  now,
}

const allergy = { entryId: '1', kind: 'allergy', text: 'penicillin', reaction: 'hives', by: 'R. Heron', enteredAt: now }
const person = { personId: '1', name: 'Clover Samplett', dateOfBirth: '1982-05-04', age: 44, sex: 'female', isPatient: true }

/** What the clinic would answer; made up, and the same in every gallery. */
const said: readonly (readonly [address: RegExp, answer: object])[] = [
  [/\/alerts\/count$/, { open: 2, unowned: 1 }],
  [/\/waiting$/, { desk: 3, plans: 1, followUp: 2, alerts: 2 }],
  [/\/header$/, { ...person, allergies: [allergy] }],
  [/\/proof\/people/, { people: [{ id: '2', name: 'R. Heron', roles: ['prescriber'] }], simulated: true }],
]

/** Answers in place of a network: the gallery is a file on a disk. */
export const answer: typeof fetch = async (input) => {
  const { pathname, search } = new URL(String(input instanceof Request ? input.url : input), 'http://gallery.invalid')
  const [, known] = said.find(([address]) => address.test(pathname) || address.test(pathname + search)) ?? []
  return Response.json(known ?? { code: 'not-found', detail: 'The gallery has no answer for this.' }, {
    status: known ? 200 : 404,
  })
}
