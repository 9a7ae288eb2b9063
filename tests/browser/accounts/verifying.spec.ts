import { test } from '@japa/runner'
import { aUser, anOrganisation } from '#database/factories/accounts/organisations'
import { deskOf, listening, phoneOf, press, withBrowser } from '#tests/support/pages'

test.group('A moderator who decides', (group) => {
  withBrowser(group)

  test('is told each decision for as long, and the owner’s page follows', async () => {
    const rose = await aUser('Rose')
    const organisation = await anOrganisation({ founder: rose })
    const [maud, owner] = [await deskOf('maud'), await phoneOf(rose)]
    await maud.clock.install()
    await maud.goto(organisation.adminPath)
    await owner.goto(organisation.path)
    await listening(owner)

    await press(maud.getByRole('button', { name: 'Vérifier' }))
    await maud.getByText('La fiche est vérifiée.').waitFor()
    await owner.getByText('Vous pouvez publier, ouvrir des campagnes').waitFor()
    await maud.clock.runFor(2500)
    await maud.getByLabel('Motif d’une suspension').fill('Plaintes de candidats.')
    await press(maud.getByRole('button', { name: 'Suspendre' }))
    await maud.getByText('La fiche est suspendue.').waitFor()
    await maud.clock.runFor(1000)
    await maud.getByText('La fiche est suspendue.').waitFor()
    await maud.clock.runFor(3000)
    await maud.getByText('La fiche est suspendue.').waitFor({ state: 'detached' })
    await owner.getByRole('blockquote').filter({ hasText: 'Plaintes de candidats.' }).first().waitFor()
  })
})
