import { defineStatement } from '../chart/statement.ts'
import { drivingSimulator } from '../claims/driving-simulator.ts'

export const homeAfterTheDrip = defineStatement({
  id: 'home-after-the-drip',
  title: 'Driving',
  place: 5,
  text: 'After the drip someone else has to drive me home.',
  isTrue: true,
  why: 'People drive worse on the day. We ask you to wait until the next day, after a night of sleep.',
  claim: drivingSimulator.id,
  source: drivingSimulator.source,
  basis: 'source',
})
