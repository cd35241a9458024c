/** The drawings of ours that an article can hold, each with the claims that it draws: where one is out of date, the drawing is gone too. */
export const scenes: Readonly<Record<string, readonly string[]>> = {
  cork: ['magnesium-cork-1990'],
  held: ['gates-held'],
  weeks: ['gone-in-a-day', 'ten-days-modelled'],
  twenty: ['relief-two-thirds', 'relief-fades-2009'],
  feels: ['side-effects-in-trial-2009', 'side-effects-first-week-2022'],
  sure: ['relief-two-thirds', 'ten-clinic-days-2009'],
  'visit-long': [],
  'visit-short': [],
  prices: [],
  'known-before': [],
  'known-after': [],
}
