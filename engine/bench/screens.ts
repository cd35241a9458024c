import { answer } from './browser/answer.ts'
import type { Page } from './browser/open.ts'
import { median } from './clock.ts'
import { type Screen, screens, type Where } from './screen.ts'

/** What one screen's work takes somewhere: the median by the clock on the wall, and the slowest tenth's beginning. */
export type Waited = { id: string; about: string; where: string; ms: number; p90: number; limitMs: number }

/** Every screen's work in Node, in a page and in a worker of that page. */
export async function waited(page: Page | undefined, ids: ReadonlySet<string>): Promise<Waited[]> {
  const lines: Waited[] = []
  for (const screen of screens.filter(({ id }) => ids.has(id.slice(0, 2)))) {
    lines.push(line(screen, 'Node', answer(screen.id)))
    if (!page) continue
    for (const where of ['page', 'worker'] satisfies Where[])
      lines.push(line(screen, `Chromium, ${where}`, await page.ask(screen.id, where)))
  }
  return lines
}

function line({ id, about, limitMs }: Screen, where: string, times: number[]): Waited {
  const sorted = times.sort((a, b) => a - b)
  return { id, about, where, ms: median(sorted), p90: sorted[Math.floor(0.9 * (sorted.length - 1))], limitMs }
}
