// The booking within a frame of another site: it tells how high it is, to a site that the clinic has named and that has asked, and nothing else.
;(() => {
  const named = (document.currentScript?.dataset.named ?? '').split(' ')
  const root = document.documentElement
  let asker = null
  const say = () => {
    if (asker) parent.postMessage({ dripline: 'height', height: Math.ceil(root.getBoundingClientRect().height) }, asker)
  }
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !named.includes(origin) || data?.dripline !== 'hello') return
    asker = origin
    say()
  })
  new ResizeObserver(say).observe(root)
})()
