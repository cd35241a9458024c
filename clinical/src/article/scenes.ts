/** The drawings of ours that an article can hold, each with the claims that it draws: where one is out of date, the drawing is gone too. */
export const scenes: Readonly<Record<string, readonly string[]>> = {
  cork: ['magnesium-cork-1990'],
  held: ['gates-held'],
  weeks: ['gone-in-a-day', 'ten-days-modelled'],
  twenty: ['relief-two-thirds'],
  'visit-long': [],
  'visit-short': [],
  prices: [],
  'known-before': [],
  'known-after': [],
}
