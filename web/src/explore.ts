// The whole script of an explorable until one of its turns is near: it fetches what plays it, once each.
const waiting = new Set(document.querySelectorAll<HTMLElement>('[data-turn]'))
const begin = (place: HTMLElement): void => {
  if (!waiting.delete(place)) return
  near.unobserve(place)
  import('./explore/play.tsx').then(({ play }) => play(place))
}

const near = new IntersectionObserver(
  (seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting && target instanceof HTMLElement) begin(target)
  },
  { rootMargin: '40% 0px' },
)
for (const place of waiting) near.observe(place)

// Whoever goes on by key would pass what is not near yet, and never come to it.
const byKey = ({ key }: KeyboardEvent): void => {
  if (key !== 'Tab') return
  removeEventListener('keydown', byKey)
  for (const place of [...waiting]) begin(place)
}
addEventListener('keydown', byKey)
