import { screens } from '../screen.ts'

/** Milliseconds on the wall of each run of one screen's work, after a few that do not count. */
export function answer(id: string): number[] {
  const screen = screens.find((each) => each.id === id)
  if (!screen) throw new Error(`There is no ${id}.`)
  const run = screen.prepare()
  for (let i = 0; i < 5; i++) run()
  return Array.from({ length: screen.runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
}
