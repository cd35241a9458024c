// The whole script of an explorable until one of its turns is near: it fetches what plays it.
const near = new IntersectionObserver(
  (seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue
      near.unobserve(target)
      import('./explore/play.tsx').then(({ play }) => play(target))
    }
  },
  { rootMargin: '40% 0px' },
)
for (const place of document.querySelectorAll('[data-turn]')) near.observe(place)
