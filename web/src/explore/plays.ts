import type { Numbers, Play } from './turn.ts'

const played =
  <N extends Numbers>(load: () => Promise<{ default: Play<N> }>) =>
  async (): Promise<Play<Numbers>> =>
    (await load()).default as Play<Numbers>

/** How each turn is played, fetched when its drawing comes near. */
export const plays: Readonly<Record<string, () => Promise<Play<Numbers>>>> = {
  cork: played(() => import('./alarm/play.tsx')),
  held: played(() => import('./held/play.tsx')),
  twenty: played(() => import('./twenty/play.tsx')),
  feels: played(() => import('./feels/play.tsx')),
  sure: played(() => import('./sure/play.tsx')),
  'known-before': played(() => import('./known/play.tsx')),
  'known-after': played(() => import('./known/play.tsx')),
  weeks: played(() => import('./weeks/play.tsx')),
}
