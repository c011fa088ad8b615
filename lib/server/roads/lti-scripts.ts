/**
 * The scripts of launches in a frame, as the browser gets them. Storage of the platform: 'Client Side postMessage
 * Storage' of 1EdTech, by which a frame whose cookies are kept back leaves a value with the platform's window.
 */

/** Asks the platform's frame; null where there is no answer from it in time. */
const ASK_PLATFORM = `
const given = JSON.parse(document.body.dataset.given)
function askPlatform(message) {
  const { target, origin } = given.storage
  const outer = window.parent !== window ? window.parent : window.opener
  const frame = outer && (target === '_parent' ? outer : outer.frames[target])
  if (!frame) return Promise.resolve(null)
  const id = crypto.randomUUID()
  return new Promise((resolve) => {
    const end = (answer) => {
      clearTimeout(patience)
      removeEventListener('message', hear)
      resolve(answer)
    }
    const hear = (event) => {
      const { data } = event
      if (event.origin !== origin || event.source !== frame || !data || data.message_id !== id) return
      if (data.subject !== message.subject + '.response') return
      end(data.error ? null : data)
    }
    const patience = setTimeout(() => end(null), ${3_000})
    addEventListener('message', hear)
    frame.postMessage({ ...message, message_id: id }, origin)
  })
}
`

/** The first leg: goes on where a cookie or the platform keeps the launch's secret, and offers a window where neither does. */
export const BEGIN_SCRIPT = `${ASK_PLATFORM}
async function begin() {
  const reply = await fetch('/lti/kept/' + given.key, { cache: 'no-store' }).catch(() => null)
  const { kept } = reply && reply.ok ? await reply.json() : {}
  const stored = !kept && given.storage
    ? await askPlatform({ subject: 'lti.put_data', key: given.key, value: given.value })
    : null
  if (kept || (stored && stored.key === given.key)) return location.replace(given.location)
  document.getElementById('wait').hidden = true
  document.getElementById('window').hidden = false
}
void begin()
`

/** The last leg without a cookie: the platform gives the secret back, and the launch ends in a window of its own. */
export const END_SCRIPT = `${ASK_PLATFORM}
async function end() {
  const found = await askPlatform({ subject: 'lti.get_data', key: given.key })
  document.getElementById('wait').hidden = true
  const kept = found && found.key === given.key && typeof found.value === 'string' && found.value !== ''
  if (kept) document.getElementById('browser').value = found.value
  document.getElementById(kept ? 'window' : 'state').hidden = false
}
const form = document.querySelector('form')
form.addEventListener('submit', () => {
  // The launch can be ended once.
  setTimeout(() => {
    form.querySelector('button').disabled = true
  })
})
void end()
`

/** Sends the page's only form. */
export const SUBMIT_SCRIPT = 'document.forms[0].submit()'

/** Tells the platform that its dialog may close. Anybody may hear that, and windows of platforms live at many addresses. */
export const CLOSE_SCRIPT = `
const outer = window.opener || (window.parent !== window ? window.parent : null)
if (outer) outer.postMessage({ subject: 'org.imsglobal.lti.close' }, '*')
`
