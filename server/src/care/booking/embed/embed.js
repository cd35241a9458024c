// Puts the booking of a clinic in the place of a link to it, on a site that the clinic has named. It keeps nothing and sets nothing.
;(() => {
  const script = document.currentScript
  if (!script) return
  const home = new URL(script.src).origin
  const [LEAST, MOST] = [200, 20000]

  const placeOf = (link) => {
    const { origin, pathname, search } = new URL(link.href)
    const found = /^(\/[a-z]{2,3})?\/book$/.exec(pathname)
    return origin === home && found ? `${home}${found[1] ?? ''}/embed/book${search}` : null
  }
  const put = (link) => {
    const place = placeOf(link)
    if (place === null || link.dataset.dripline === 'placed') return
    link.dataset.dripline = 'placed'
    const frame = document.createElement('iframe')
    frame.src = place
    frame.title = link.textContent.trim() || 'Booking'
    // Seen once it has answered: where a browser refuses to show it, the link stays.
    Object.assign(frame.style, { display: 'block', width: '100%', height: '0', border: '0', visibility: 'hidden' })
    let loads = 0
    frame.addEventListener('load', () => {
      loads += 1
      frame.contentWindow?.postMessage({ dripline: 'hello' }, home)
      if (loads > 1 && frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
    })
    addEventListener('message', ({ origin, source, data }) => {
      if (origin !== home || source !== frame.contentWindow || data?.dripline !== 'height') return
      const height = Number(data.height)
      if (!(height >= LEAST && height <= MOST)) return
      Object.assign(frame.style, { height: `${Math.ceil(height)}px`, visibility: 'visible' })
      link.hidden = true
    })
    link.after(frame)
  }
  for (const link of document.querySelectorAll('a[data-dripline]')) put(link)
})()
