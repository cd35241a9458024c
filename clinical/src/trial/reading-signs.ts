import { minute, type Noted, type World } from './world.ts'

type Pressure = World['pressures'][number]

export const hasTwo = ({ systolic, diastolic }: Pressure) => systolic !== null && diastolic !== null

/** Noted, and not more than so many minutes ago. */
export const isFresh = ({ now }: World, noted: { at: number } | undefined, minutes: number) =>
  noted !== undefined && now - noted.at <= minutes * minute

/** Not known, too old, or outside what is allowed. */
export const outside = (world: World, noted: Noted | undefined, minutes: number, least: number, most: number) =>
  !isFresh(world, noted, minutes) || noted === undefined || noted.value < least || noted.value > most

const reaches = ({ systolic, diastolic }: Pressure, s: number, d: number) =>
  (systolic !== null && systolic >= s) || (diastolic !== null && diastolic >= d)

/** The newest pressure reaches a limit by either of its numbers. */
export const isOver = ({ pressures }: World, systolic: number, diastolic: number) => {
  const newest = pressures.at(-1)
  return newest !== undefined && reaches(newest, systolic, diastolic)
}

/** The two newest pressures both reach 160/100. */
export const isHighTwice = ({ pressures }: World) =>
  pressures.length > 1 && pressures.slice(-2).every((each) => reaches(each, 160, 100))
