import { test } from '@japa/runner'
import { type Grant, ROLES } from '#models/accounts/role'
import User from '#models/accounts/user'
import { type HeldLink, Viewer } from '#models/accounts/viewer'

function viewer(grants: Partial<Grant>[] = [], links: HeldLink[] = []) {
  const user = grants.length > 0 ? new User() : null
  if (user) {
    user.id = 7
    user.grants = grants.map((grant) => ({ role: 'candidate', fairId: null, siteId: null, ...grant }))
  }
  return new Viewer(user, links, { address: '192.0.2.1', requestId: 'r' })
}

test.group('What a viewer may do', () => {
  test('a visitor has no role at all', ({ assert }) => {
    for (const role of ROLES) assert.isFalse(viewer().has(role, 1), role)
  })

  test('a role granted everywhere counts at every fair', ({ assert }) => {
    const admin = viewer([{ role: 'admin' }])
    assert.isTrue(admin.has('admin'))
    assert.isTrue(admin.has('admin', 12))
    assert.isFalse(admin.has('organiser', 12))
  })

  test('a role granted for one fair counts there, and nowhere else', ({ assert }) => {
    const odile = viewer([{ role: 'organiser', fairId: 12 }])
    assert.isTrue(odile.has('organiser', 12))
    assert.isFalse(odile.has('organiser', 13))
    assert.isFalse(odile.has('organiser'), 'running one fair is not creating others')
  })

  test('several roles add up', ({ assert }) => {
    const both = viewer([{ role: 'candidate' }, { role: 'organiser', fairId: 12 }])
    assert.isTrue(both.has('candidate', 99))
    assert.isTrue(both.has('organiser', 12))
  })
})

test.group('In whose name a viewer acts', () => {
  test('Alice in her own', ({ assert }) => {
    assert.deepEqual(viewer([{}]).act().by, { kind: 'user', id: 7, address: '192.0.2.1', requestId: 'r' })
  })

  test('a visitor in nobody’s', ({ assert }) => {
    assert.deepEqual(viewer().act().by, { kind: 'user', id: null, address: '192.0.2.1', requestId: 'r' })
  })

  test('a stand in its own, there only, even when Alice is signed in on the same screen', ({ assert }) => {
    const desk = viewer([{}], [{ id: 3, standId: 12, fairId: null, siteId: null }])
    assert.containsSubset(desk.act({ id: 12, fairId: 1 }).by, { kind: 'stand', id: 12 })
    assert.containsSubset(desk.act({ id: 13, fairId: 1 }).by, { kind: 'user', id: 7 })
    assert.containsSubset(desk.act().by, { kind: 'user', id: 7 })
  })

  test('an organiser in her own, though she has opened the stand’s link to see it', ({ assert }) => {
    const held = [{ id: 3, standId: 12, fairId: null, siteId: null }]
    const odile = viewer([{ role: 'organiser', fairId: 1 }], held)
    assert.containsSubset(odile.act({ id: 12, fairId: 1 }).by, { kind: 'user', id: 7 })
    assert.containsSubset(odile.act({ id: 12, fairId: 2 }).by, { kind: 'stand', id: 12 }, 'of another fair, by its link')
    assert.containsSubset(viewer([{ role: 'admin' }], held).act({ id: 12, fairId: 2 }).by, { kind: 'user', id: 7 })
  })
})
