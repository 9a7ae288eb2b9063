/* Loaded first, it makes a process live so much later (ms) as `TEST_AHEAD` says: what was stopped for a minute starts again without the minute. */
const AHEAD = Number(process.env.TEST_AHEAD ?? 0)

globalThis.Date = new Proxy(Date, {
  construct: (Real, args, target) => Reflect.construct(Real, args.length ? args : [Real.now() + AHEAD], target),
  get: (Real, name, receiver) => (name === 'now' ? () => Real.now() + AHEAD : Reflect.get(Real, name, receiver)),
})
