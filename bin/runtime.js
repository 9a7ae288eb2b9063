/*
 * Plain JavaScript, and imported before anything else: this is the one sentence that an old Node must
 * still be able to print.
 */
const [major] = process.versions.node.split('.').map(Number)
if (!globalThis.Deno && major < 24) {
  console.error(
    `Tremplin needs Node 24 or later and this is ${process.version}. Use the npm scripts (npm start, npm test): ` +
      'they bring their own Node. If they do not on this platform, install Node 24.'
  )
  process.exit(1)
}

/*
 * Remarks that whoever starts Tremplin can do nothing about: AdonisJS traces providers that return no promise, ts-exec
 * registers its loader the older way, and Node 24 calls its SQLite experimental. Every other warning is printed.
 */
const KNOWN = /^tracePromise was called with the function 'boot'|^`module\.register\(\)` is deprecated|^SQLite is an experimental feature/
const { emitWarning } = process
process.emitWarning = (warning, ...rest) => {
  if (!KNOWN.test(String(warning?.message ?? warning))) emitWarning.call(process, warning, ...rest)
}
