/**
 * The page's only script: it filters and searches the checks, and opens what a link leads to. The page is whole
 * without it. Its hash is in the page's policy, so no other script runs. It writes no markup, only text.
 */
export const SCRIPT = `
(() => {
  'use strict'
  const bar = document.getElementById('filter')
  const search = document.getElementById('search')
  const shown = document.getElementById('shown')
  const items = Array.from(document.querySelectorAll('.verdicts > li'))
  const texts = items.map(item => item.textContent.toLowerCase())
  const chosen = () => bar.querySelector('input[name="status"]:checked').value
  const apply = () => {
    const status = chosen()
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
    let count = 0
    items.forEach((item, i) => {
      const fits = (status === '' || item.dataset.status === status) && words.every(word => texts[i].includes(word))
      item.hidden = !fits
      if (fits) count++
    })
    shown.textContent = count === items.length ? '' : count + ' of ' + items.length + ' shown'
  }
  const all = () => {
    search.value = ''
    bar.querySelector('input[value=""]').checked = true
    apply()
  }
  if (bar) {
    bar.hidden = false
    bar.addEventListener('input', apply)
    document.addEventListener('keydown', event => {
      const isTyping = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'radio'
      if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault()
        search.focus()
      }
      if (event.key === 'Escape' && bar.contains(event.target)) all()
    })
  }
  const reveal = () => {
    let id = ''
    try {
      id = decodeURIComponent(location.hash.slice(1))
    } catch {
      return
    }
    const target = id && document.getElementById(id)
    if (!target) return
    if (target.hidden) all()
    const fold = target.closest('details') || target.querySelector('details')
    if (fold) fold.open = true
    target.scrollIntoView()
  }
  addEventListener('hashchange', reveal)
  reveal()
  let closed = []
  addEventListener('beforeprint', () => {
    closed = Array.from(document.querySelectorAll('details:not([open]):not(.changes)'))
    for (const fold of closed) fold.open = true
  })
  addEventListener('afterprint', () => {
    for (const fold of closed) fold.open = false
  })
})()
`
