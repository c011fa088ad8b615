// Plain syntax and no imports on purpose: read by every Node that knows modules, however old.

/**
 * The one sentence to show where this machine cannot run the product, or null where it can.
 * The floor is that of Prisma 7, the strictest of the dependencies.
 * @param {string} version as in process.version
 * @param {string} platform as in process.platform
 * @returns {string | null}
 */
export function nodeVersionProblem(version, platform) {
  const numbers = version.replace(/^v/, '').split('.').map(Number)
  const major = numbers[0]
  const minor = numbers[1]
  const newEnough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
  if (!newEnough) {
    return (
      'quizgrad needs Node.js 20.19 or newer (20.19+, 22.12+ or 24), but this is ' +
      version +
      ': install a newer one from https://nodejs.org (or with your version manager, e.g. `nvm install 22`) and run the command again.'
    )
  }
  if (platform === 'win32') {
    return 'quizgrad runs on Linux and macOS: on Windows, run the same command inside WSL (https://learn.microsoft.com/windows/wsl).'
  }
  return null
}
